import { useMutation } from "@tanstack/react-query";
import type { PolicyFiles } from "@troth/policy";
import { unwrap } from "@troth/sdk";
import { ProblemNote, usePolicyWords } from "@troth/ui";
import type { FormEvent } from "react";
import { troth } from "../../client.ts";
import { SubmitButton } from "../../frame/submit-button.tsx";
import type { PolicyTried } from "../../wire.ts";
import { Moves } from "./moves.tsx";
import classes from "./preview.module.css";

/** What the desk says of a draft's effect on open tickets, and the files it says it of. */
export function tryPolicy(files: PolicyFiles): Promise<PolicyTried> {
  return unwrap(troth.api.POST("/v1/policies/try", { body: { files } }));
}

/** What would happen to the tickets that are open now. */
export function TicketsPreview({
  files,
  isRunnable,
}: {
  readonly files: PolicyFiles;
  readonly isRunnable: boolean;
}) {
  const words = usePolicyWords();
  const ask = useMutation({
    mutationFn: async () => ({ files, tried: await tryPolicy(files) }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!ask.isPending && isRunnable) ask.mutate();
  };
  return (
    <>
      <p className={classes.second}>{words.ticketsIntro}</p>
      <form className={classes.acts} onSubmit={submit}>
        <SubmitButton isPending={ask.isPending} pendingLabel={words.working} disabled={!isRunnable}>
          {words.whatChanges}
        </SubmitButton>
        {!isRunnable && <span className={classes.second}>{words.publishOffErrors}</span>}
      </form>
      {ask.error !== null && <ProblemNote error={ask.error} />}
      {ask.data && <Moves tried={ask.data.tried} isStale={ask.data.files !== files} />}
    </>
  );
}
