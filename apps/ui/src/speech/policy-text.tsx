import type { ReactNode } from "react";

/** The language policies are written in. */
export const POLICY_LANG = "en";

/** Words of the policy itself, marked as English whatever language the page speaks. */
export function PolicyText({ children }: { readonly children: ReactNode }) {
  return <span lang={POLICY_LANG}>{children}</span>;
}

/** A sentence of ours in which words of the policy stand: only these are marked, each where it comes first. */
export function WithPolicyText(props: {
  readonly text: string;
  readonly parts: readonly string[];
}): ReactNode {
  const [part, ...others] = props.parts.filter((one) => one !== "");
  const at = part === undefined ? -1 : props.text.indexOf(part);
  if (part === undefined) return props.text;
  if (at === -1) return <WithPolicyText text={props.text} parts={others} />;
  return (
    <>
      <WithPolicyText text={props.text.slice(0, at)} parts={others} />
      <PolicyText>{part}</PolicyText>
      <WithPolicyText text={props.text.slice(at + part.length)} parts={others} />
    </>
  );
}
