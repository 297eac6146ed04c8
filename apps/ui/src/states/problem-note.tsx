import { Button } from "@mantine/core";
import { TrothError } from "@troth/sdk";
import type { ReactNode } from "react";
import { CopyButton } from "../facts/copy-button.tsx";
import { useSpeech } from "../speech/speech.tsx";
import { Refusal } from "./refusal.tsx";
import { Said } from "./said-text.tsx";
import classes from "./states.module.css";

/** A failure or refusal of the desk in its own words: what, what is safe, what to do, request id with copy. */
export function ProblemNote(props: {
  readonly error: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}) {
  const { words } = useSpeech();
  const problem = props.error instanceof TrothError ? props.error.problem : null;
  const message = props.error instanceof Error ? props.error.message : String(props.error);
  // What is said above already is not said twice, and not in two languages.
  const fields = (problem?.fields ?? []).filter((field) => field.message !== problem?.detail);
  const isRefusal = problem?.code === "refused" || problem?.code === "forbidden";
  return (
    <div className={classes.note} data-tone={isRefusal ? "plain" : "late"} role="alert">
      <Refusal
        title={props.title ?? (problem?.code === "missing" ? words.notFoundTitle : words.failedTitle)}
        message={problem ? <Said answer={{ ...problem, message: problem.detail }} /> : message}
        clause={problem?.clause ?? null}
        next={problem?.next ?? []}
      >
        {fields.length > 0 && (
          <ul>
            {fields.map((field) => (
              <li key={`${field.path}${field.message}`}>
                <Said answer={field} />
              </li>
            ))}
          </ul>
        )}
        <div className={classes.acts}>
          {props.onRetry && problem?.code !== "forbidden" && (
            <Button variant="default" onClick={props.onRetry}>
              {words.tryAgain}
            </Button>
          )}
          {props.children}
        </div>
        {problem !== null && (
          <p className={classes.second}>
            {words.requestId} <code>{problem.requestId}</code>{" "}
            <CopyButton
              text={() => problem.requestId}
              label={words.copy}
              name={words.copyRequestId}
              size="compact-xs"
            />
          </p>
        )}
      </Refusal>
    </div>
  );
}
