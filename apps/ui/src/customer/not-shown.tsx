import { TrothError } from "@troth/sdk";
import type { ReactNode } from "react";
import { useSpeech } from "../speech/speech.tsx";
import { ProblemNote } from "../states/problem-note.tsx";
import { Refusal } from "../states/refusal.tsx";
import { Said } from "../states/said-text.tsx";

/** «Not there» and «not yours» read alike and are no fault of anything; the rest is a failure. */
export function NotShown(props: {
  readonly error: unknown;
  readonly onRetry: () => void;
  readonly children: ReactNode;
}) {
  const { words } = useSpeech();
  const problem = props.error instanceof TrothError ? props.error.problem : null;
  if (problem?.code !== "missing") return <ProblemNote error={props.error} onRetry={props.onRetry} />;
  return (
    <Refusal
      title={words.notFoundTitle}
      message={<Said answer={{ ...problem, message: problem.detail }} />}
      next={problem.next ?? []}
    >
      {props.children}
    </Refusal>
  );
}
