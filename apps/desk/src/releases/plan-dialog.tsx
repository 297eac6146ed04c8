import { Button, Textarea, TextInput } from "@mantine/core";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { unwrap } from "@troth/sdk";
import { Dialog, useAnnounce, useReleaseWords, useSpeech } from "@troth/ui";
import { useId, useState } from "react";
import { onceHeader, troth } from "../client.ts";
import { Failed } from "../frame/failed.tsx";
import { SubmitButton } from "../frame/submit-button.tsx";
import classes from "../incidents/incidents.module.css";

type Draft = { readonly name: string; readonly note: string };

/** Names a release before any ticket does. */
export function PlanDialog(props: { readonly isOpen: boolean; readonly onClose: () => void }) {
  const words = useReleaseWords();
  return (
    <Dialog isOpen={props.isOpen} onClose={props.onClose} title={words.plan}>
      {props.isOpen && <PlanForm onClose={props.onClose} />}
    </Dialog>
  );
}

function PlanForm({ onClose }: { readonly onClose: () => void }) {
  const words = useReleaseWords();
  const shared = useSpeech().words;
  const missingId = useId();
  const [draft, setDraft] = useState<Draft>({ name: "", note: "" });
  const plan = usePlan(onClose);
  const isMissing = draft.name.trim() === "";
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!isMissing && !plan.isPending) plan.mutate(draft);
      }}
    >
      <TextInput
        label={words.name}
        description={words.nameHint}
        maxLength={100}
        dir="auto"
        data-autofocus
        value={draft.name}
        onChange={(event) => setDraft({ ...draft, name: event.currentTarget.value })}
      />
      <Textarea
        label={words.note}
        description={words.noteHint}
        maxLength={1_000}
        autosize
        minRows={2}
        maxRows={8}
        dir="auto"
        value={draft.note}
        onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
      />
      {plan.error !== null && <Failed error={plan.error} />}
      <div className={classes.acts}>
        <Button variant="default" onClick={onClose}>
          {shared.cancel}
        </Button>
        <SubmitButton
          disabled={isMissing}
          isPending={plan.isPending}
          pendingLabel={words.saving}
          aria-describedby={isMissing ? missingId : undefined}
        >
          {words.planIt}
        </SubmitButton>
        {isMissing && (
          <span id={missingId} className={classes.second}>
            {words.writeName}
          </span>
        )}
      </div>
    </form>
  );
}

function usePlan(onDone: () => void) {
  const words = useReleaseWords();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const navigate = useNavigate();
  return useMutation({
    mutationFn: (draft: Draft) =>
      unwrap(troth.api.POST("/v1/desk/releases", { params: { header: onceHeader() }, body: draft })),
    onSuccess: async ({ id }) => {
      announce(words.planned);
      onDone();
      await queries.invalidateQueries({ queryKey: ["releases"] });
      await navigate({ to: "/releases/$release", params: { release: id } });
    },
  });
}
