/** Contrast ratio of two `#RRGGBB` colours after WCAG 2.2, 1 to 21. */
export function contrastOf(first: string, second: string): number {
  const [bright, dim] = [luminanceOf(first), luminanceOf(second)].toSorted((a, b) => b - a);
  return ((bright ?? 0) + 0.05) / ((dim ?? 0) + 0.05);
}

function luminanceOf(colour: string): number {
  const channel = (at: number) => {
    const value = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * channel(1) + 0.7152 * channel(3) + 0.0722 * channel(5);
}
