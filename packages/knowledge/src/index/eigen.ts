import { type Dense, dense } from "./matrix.ts";

const SWEEPS = 30;
const NOTHING = 1e-22;

/** The eigenvalues of a symmetric matrix, the greatest first, and its eigenvectors as columns (Jacobi's rotations). */
export function eigenOf(symmetric: Dense): { readonly values: Float64Array; readonly vectors: Dense } {
  const n = symmetric.rows;
  const a = Float64Array.from(symmetric.values);
  const v = dense(n, n).values;
  for (let index = 0; index < n; index += 1) v[index * n + index] = 1;
  const scale = a.reduce((sum, value) => sum + value * value, 0);
  for (let sweep = 0; sweep < SWEEPS && offDiagonal(a, n) > NOTHING * scale; sweep += 1)
    for (let p = 0; p < n - 1; p += 1) for (let q = p + 1; q < n; q += 1) rotate(a, v, { n, p, q });
  const order = Array.from({ length: n }, (_, index) => index).toSorted(
    (left, right) => (a[right * n + right] ?? 0) - (a[left * n + left] ?? 0),
  );
  const vectors = dense(n, n);
  order.forEach((from, to) => {
    for (let row = 0; row < n; row += 1) vectors.values[row * n + to] = v[row * n + from] ?? 0;
  });
  return { values: Float64Array.from(order, (index) => a[index * n + index] ?? 0), vectors };
}

function offDiagonal(a: Float64Array, n: number): number {
  let sum = 0;
  for (let row = 0; row < n; row += 1)
    for (let column = row + 1; column < n; column += 1) sum += (a[row * n + column] ?? 0) ** 2;
  return sum;
}

function rotate(a: Float64Array, v: Float64Array, { n, p, q }: { n: number; p: number; q: number }): void {
  const between = a[p * n + q] ?? 0;
  if (between === 0) return;
  const theta = ((a[q * n + q] ?? 0) - (a[p * n + p] ?? 0)) / (2 * between);
  const tangent = Math.sign(theta || 1) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
  const cosine = 1 / Math.sqrt(tangent * tangent + 1);
  const sine = tangent * cosine;
  for (let k = 0; k < n; k += 1) {
    const left = a[k * n + p] ?? 0;
    const right = a[k * n + q] ?? 0;
    a[k * n + p] = cosine * left - sine * right;
    a[k * n + q] = sine * left + cosine * right;
  }
  for (let k = 0; k < n; k += 1) {
    const left = a[p * n + k] ?? 0;
    const right = a[q * n + k] ?? 0;
    a[p * n + k] = cosine * left - sine * right;
    a[q * n + k] = sine * left + cosine * right;
    const one = v[k * n + p] ?? 0;
    const other = v[k * n + q] ?? 0;
    v[k * n + p] = cosine * one - sine * other;
    v[k * n + q] = sine * one + cosine * other;
  }
}
