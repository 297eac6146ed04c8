import { Button, Group, Stack } from "@mantine/core";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { unwrap } from "@troth/sdk";
import { Bars, Dialog, ProblemNote, useAnnounce, usePolicyWords, Waiting, When } from "@troth/ui";
import { type FormEvent, useState } from "react";
import { troth } from "../client.ts";
import { SubmitButton } from "../frame/submit-button.tsx";
import { read } from "../queries.ts";
import type { PolicyDraft } from "../wire.ts";
import { keepUnsaved } from "./draft/unsaved.ts";
import classes from "./policy.module.css";

/** Drafts of the next version, each with who saved it last. */
export function DraftsList() {
  const words = usePolicyWords();
  const drafts = useQuery({ ...read.policyDrafts(), staleTime: 0 });
  const [doomed, setDoomed] = useState<PolicyDraft | null>(null);
  if (drafts.data === undefined) {
    return drafts.error === null ? (
      <Waiting skeleton={<Bars count={2} />} />
    ) : (
      <ProblemNote error={drafts.error} onRetry={() => void drafts.refetch()} />
    );
  }
  if (drafts.data.drafts.length === 0) return <p>{words.noDrafts}</p>;
  const { name, basedOn, changed, state } = words.draftColumns;
  return (
    <>
      <table className={classes.table}>
        <caption className="troth-hidden">{words.drafts}</caption>
        <thead>
          <tr>
            {[name, changed, basedOn, state].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
            <th scope="col">
              <span className="troth-hidden">{words.deleteDraft}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {drafts.data.drafts.map((draft) => (
            <tr key={draft.id}>
              <th scope="row">
                <Link to="/policy/drafts/$draft" params={{ draft: draft.id }} dir="auto">
                  {draft.name}
                </Link>
              </th>
              <td>{words.savedBy(<When at={draft.updatedAt} />, draft.updatedBy)}</td>
              <td>
                <span className={classes.label}>{basedOn} </span>
                {draft.basedOn ?? words.beganWithNothing}
              </td>
              <td>
                {draft.published === null ? words.draftOpen : words.draftPublished(draft.published.version)}
              </td>
              <td>
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={words.deleteDraftOf(draft.name)}
                  onClick={() => setDoomed(draft)}
                >
                  {words.deleteDraft}
                </Button>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Dialog
        isOpen={doomed !== null}
        onClose={() => setDoomed(null)}
        title={words.deleteTitle(doomed?.name ?? "")}
      >
        {doomed !== null && <Delete draft={doomed} onDone={() => setDoomed(null)} />}
      </Dialog>
    </>
  );
}

function Delete({ draft, onDone }: { readonly draft: PolicyDraft; readonly onDone: () => void }) {
  const words = usePolicyWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      unwrap(
        troth.api.DELETE("/v1/policies/drafts/{draft}", {
          params: { path: { draft: draft.id }, query: { revision: draft.revision } },
        }),
      ),
    onSuccess: async () => {
      keepUnsaved(draft.id, null);
      announce(words.deleted(draft.name));
      await client.invalidateQueries({ queryKey: read.policyDrafts().queryKey });
      onDone();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!remove.isPending) remove.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack>
        <p>{words.deleteText}</p>
        {remove.error !== null && <ProblemNote error={remove.error} />}
        <Group>
          <Button variant="default" onClick={onDone}>
            {words.keepIt}
          </Button>
          <SubmitButton isPending={remove.isPending} pendingLabel={words.deleting} color="red">
            {words.deleteNow}
          </SubmitButton>
        </Group>
      </Stack>
    </form>
  );
}
