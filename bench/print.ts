import { type Cost, totalMs } from "./figures.ts";

/** One path's figures in four lines, the ratios last. */
export function figuresText(title: string, clients: number, costs: ReadonlyMap<string, Cost>): string {
  const { desk, floor, small } = Object.fromEntries(costs);
  if (!desk || !floor) return "";
  const rows = [`${title}, ${clients} clients`, row("desk", desk), row("floor", floor)];
  if (small) rows.push(row("few", small));
  const share = Math.round((100 * desk.perSecond) / floor.perSecond);
  const size = small ? `, ${times(desk, small)} the cost with 1,000 open` : "";
  rows.push(`  CPU ${times(desk, floor)} the floor, ${share} % of its requests/s${size}`);
  return rows.join("\n");
}

const times = (one: Cost, other: Cost): string => `${(totalMs(one) / totalMs(other)).toFixed(2)}×`;

function row(name: string, cost: Cost): string {
  const { perSecond, appMs, databaseMs, bytes, medianMs, p99Ms } = cost;
  return [
    `  ${name.padEnd(6)}${perSecond.toFixed(0).padStart(6)}/s`,
    `CPU ${totalMs(cost).toFixed(2)} ms (application ${appMs.toFixed(2)}, database ${databaseMs.toFixed(2)})`,
    `answered in ${medianMs.toFixed(1)} ms, 99 % in ${p99Ms.toFixed(1)} ms`,
    `${(bytes / 1_024).toFixed(1)} kB`,
  ].join(" · ");
}
