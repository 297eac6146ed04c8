const STEPS = [
  ["gigabyte", 1e9],
  ["megabyte", 1e6],
  ["kilobyte", 1e3],
] as const;

/** “4.2 MB”: a megabyte is a million bytes, as in the policy. */
export function sizeWords(bytes: number, tag: string): string {
  const [unit, size] = STEPS.find(([, step]) => bytes >= step) ?? ["byte", 1];
  const figure = bytes / size;
  return new Intl.NumberFormat(tag, {
    style: "unit",
    unit,
    unitDisplay: unit === "byte" ? "long" : "short",
    maximumFractionDigits: figure < 10 && unit !== "byte" ? 1 : 0,
  }).format(figure);
}
