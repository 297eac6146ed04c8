import { Button } from "@mantine/core";
import type { ReactNode } from "react";
import { PolicyText, WithPolicyText } from "../speech/policy-text.tsx";
import { useSpeech } from "../speech/speech.tsx";
import type { Clause, Link } from "../wire.ts";
import classes from "./states.module.css";

type RefusalProps = {
  readonly title?: string;
  /** What is refused and why, in the policy's or the desk's words. */
  readonly message: ReactNode;
  readonly clause?: Clause | null;
  /** What to do now; the first is the main one. */
  readonly next?: readonly Link[];
  readonly children?: ReactNode;
};

/** A refusal that is a door: what, which clause, what now. */
export function Refusal(props: RefusalProps) {
  const { words } = useSpeech();
  const next = props.next ?? [];
  return (
    <div className={classes.refusal}>
      {props.title !== undefined && <h2 className={classes.title}>{props.title}</h2>}
      <p>{props.message}</p>
      {props.clause && (
        <p className={classes.second}>
          <WithPolicyText
            text={words.clauseLine(props.clause.title, props.clause.policyVersion)}
            parts={[props.clause.title]}
          />
        </p>
      )}
      {next.length > 0 && (
        <div className={classes.acts}>
          {next.map((link, at) => (
            <Button
              key={link.id}
              component="a"
              href={link.href}
              target={link.href.startsWith("/") ? "_self" : "_blank"}
              rel="noreferrer"
              variant={at === 0 ? "filled" : "default"}
            >
              <PolicyText>{link.label}</PolicyText>
            </Button>
          ))}
        </div>
      )}
      {props.children}
    </div>
  );
}
