import { POLICY_LANG } from "@troth/ui";
import { Fragment } from "react";

/** A sentence of the compiler, in English, with what stands between backticks as code. */
export function CodeText({ children }: { readonly children: string }) {
  return (
    <span lang={POLICY_LANG}>
      {children
        .split("`")
        .map((piece, at) =>
          at % 2 === 1 ? <code key={at}>{piece}</code> : <Fragment key={at}>{piece}</Fragment>,
        )}
    </span>
  );
}
