import { PolicyText, Severity } from "@troth/ui";

/** Severities of the draft and of the version in force, for their ranks. */
export type Scale = readonly { readonly id: string; readonly rank: number; readonly name: string }[];

/** A severity with its shape and number; one that no known policy has by its name alone. */
export function RankedSeverity(props: {
  readonly severity: { readonly id: string; readonly name?: string };
  readonly scale: Scale;
}) {
  const { severity, scale } = props;
  const known = scale.find(({ id }) => id === severity.id);
  if (known === undefined) return <PolicyText>{severity.name ?? severity.id}</PolicyText>;
  return <Severity severity={{ rank: known.rank, name: severity.name ?? known.name }} />;
}
