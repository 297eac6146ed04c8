import { Button, Group, Stack } from "@mantine/core";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { Bars, ProblemNote, usePolicyWords, Waiting, When } from "@troth/ui";
import { lazy, Suspense, useState } from "react";
import classes from "./draft.module.css";
import { changedFiles } from "./folder.ts";
import { keepUnsaved } from "./unsaved.ts";
import { createDraft, type OpenDraft } from "./use-open-draft.ts";

const TwoTexts = lazy(() => import("../editor/two-texts.tsx"));

/** Somebody else saved the same draft: both texts, and one choice. */
export function Conflict({ open }: { readonly open: OpenDraft }) {
  const words = usePolicyWords();
  const [isShown, setShown] = useState(false);
  const { theirs } = open;
  if (theirs === null) return null;
  const changes = changedFiles(theirs.files, open.files);
  const { updatedBy, updatedAt } = theirs.draft;
  return (
    <section className={classes.conflict} role="alert" aria-labelledby="conflict-title">
      <h2 id="conflict-title">{words.conflictTitle}</h2>
      <p>{words.conflictText(updatedBy, <When at={updatedAt} />)}</p>
      {changes.length === 0 && <p>{words.conflictSame}</p>}
      <Group gap="sm">
        {changes.length > 0 && !isShown && (
          <Button variant="default" onClick={() => setShown(true)}>
            {words.showBoth}
          </Button>
        )}
        <Button variant="default" onClick={open.keepMine}>
          {words.keepMine}
        </Button>
        <Button variant="default" onClick={open.takeTheirs}>
          {words.takeTheirs}
        </Button>
      </Group>
      {isShown && (
        <Stack>
          {changes.map(({ name, before, after }) => (
            <Suspense key={name} fallback={<Waiting skeleton={<Bars count={6} />} />}>
              <TwoTexts
                file={name}
                before={before ?? ""}
                after={after ?? ""}
                beforeLabel={words.theirs(updatedBy)}
                afterLabel={words.mine}
                phrases={words.editorWords}
              />
            </Suspense>
          ))}
        </Stack>
      )}
    </section>
  );
}

/** Somebody deleted the draft: what was written here can live on as a new one. */
export function Gone({ open }: { readonly open: OpenDraft }) {
  const words = usePolicyWords();
  const navigate = useNavigate();
  const { draft } = open.saved;
  const again = useMutation({
    mutationFn: () =>
      createDraft(words.copyOf(draft.name).slice(0, 100), {
        files: open.files,
        ...(draft.basedOn === null ? {} : { basedOn: draft.basedOn }),
      }),
    onSuccess: async ({ id }) => {
      keepUnsaved(draft.id, null);
      await navigate({ to: "/policy/drafts/$draft", params: { draft: id } });
    },
  });
  if (!open.isGone) return null;
  return (
    <section className={classes.conflict} role="alert">
      <h2>{words.goneTitle}</h2>
      <p>{words.goneText}</p>
      {again.error !== null && <ProblemNote error={again.error} />}
      <Group>
        <Button variant="default" onClick={() => again.mutate()}>
          {words.keepAsNew}
        </Button>
      </Group>
    </section>
  );
}
