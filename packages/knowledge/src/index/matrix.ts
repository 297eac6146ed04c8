/** Rows of numbers, one after the other. */
export type Dense = { readonly rows: number; readonly columns: number; readonly values: Float64Array };

/** Rows of which most is zero: for each, where something stands and what. */
export type Sparse = {
  readonly rows: number;
  readonly columns: number;
  /** Where each row begins, and one more for the end. */
  readonly starts: Int32Array;
  readonly at: Int32Array;
  readonly values: Float64Array;
};

export function dense(rows: number, columns: number): Dense {
  return { rows, columns, values: new Float64Array(rows * columns) };
}

/** A × B. */
export function times(sparse: Sparse, { columns, values }: Dense): Dense {
  const made = dense(sparse.rows, columns);
  const out = made.values;
  for (let row = 0; row < sparse.rows; row += 1) {
    const to = row * columns;
    for (let index = sparse.starts[row] ?? 0; index < (sparse.starts[row + 1] ?? 0); index += 1) {
      const from = (sparse.at[index] ?? 0) * columns;
      const factor = sparse.values[index] ?? 0;
      for (let column = 0; column < columns; column += 1)
        out[to + column] = (out[to + column] ?? 0) + factor * (values[from + column] ?? 0);
    }
  }
  return made;
}

/** Aᵀ × B. */
export function transposedTimes(sparse: Sparse, { columns, values }: Dense): Dense {
  const made = dense(sparse.columns, columns);
  const out = made.values;
  for (let row = 0; row < sparse.rows; row += 1) {
    const from = row * columns;
    for (let index = sparse.starts[row] ?? 0; index < (sparse.starts[row + 1] ?? 0); index += 1) {
      const to = (sparse.at[index] ?? 0) * columns;
      const factor = sparse.values[index] ?? 0;
      for (let column = 0; column < columns; column += 1)
        out[to + column] = (out[to + column] ?? 0) + factor * (values[from + column] ?? 0);
    }
  }
  return made;
}

/** BᵀB of the columns of B. */
export function gram({ rows, columns, values }: Dense): Dense {
  const made = dense(columns, columns);
  const out = made.values;
  for (let row = 0; row < rows; row += 1) {
    const from = row * columns;
    for (let left = 0; left < columns; left += 1) {
      const factor = values[from + left] ?? 0;
      if (factor === 0) continue;
      const to = left * columns;
      for (let right = left; right < columns; right += 1)
        out[to + right] = (out[to + right] ?? 0) + factor * (values[from + right] ?? 0);
    }
  }
  for (let left = 0; left < columns; left += 1)
    for (let right = 0; right < left; right += 1)
      out[left * columns + right] = out[right * columns + left] ?? 0;
  return made;
}

/** B × C for two dense ones. */
export function product(left: Dense, right: Dense): Dense {
  const { columns } = right;
  const made = dense(left.rows, columns);
  const out = made.values;
  for (let row = 0; row < left.rows; row += 1)
    for (let inner = 0; inner < left.columns; inner += 1) {
      const factor = left.values[row * left.columns + inner] ?? 0;
      if (factor === 0) continue;
      for (let column = 0; column < columns; column += 1)
        out[row * columns + column] =
          (out[row * columns + column] ?? 0) + factor * (right.values[inner * columns + column] ?? 0);
    }
  return made;
}
