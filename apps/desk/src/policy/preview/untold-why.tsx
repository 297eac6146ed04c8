import { PolicyText, usePolicyWords } from "@troth/ui";

/** Why nothing can be told of a past ticket; a reason that is new to us in the desk's own English. */
export function UntoldWhy(props: { readonly why: { readonly reason: string; readonly message: string } }) {
  const told: Readonly<Record<string, string>> = usePolicyWords().untold;
  const { reason, message } = props.why;
  return told[reason] ?? <PolicyText>{message}</PolicyText>;
}
