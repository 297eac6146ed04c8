import { Button } from "@mantine/core";
import { useRouterState } from "@tanstack/react-router";
import { ProblemNote, useSpeech } from "@troth/ui";
import type { ReactNode } from "react";
import { isSignedOut } from "../client.ts";

/** A write that failed: the desk's words, and the way to sign in again where that was the reason. */
export function Failed(props: {
  readonly error: unknown;
  readonly onRetry?: () => void;
  readonly children?: ReactNode;
}) {
  const { words } = useSpeech();
  const next = useRouterState({ select: (state) => state.location.publicHref });
  return (
    <ProblemNote error={props.error} {...(props.onRetry === undefined ? {} : { onRetry: props.onRetry })}>
      {isSignedOut(props.error) && (
        <Button component="a" href={`/desk/sign-in?next=${encodeURIComponent(next)}`}>
          {words.signIn}
        </Button>
      )}
      {props.children}
    </ProblemNote>
  );
}
