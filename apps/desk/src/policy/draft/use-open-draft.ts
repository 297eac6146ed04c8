import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { PolicyFiles } from "@troth/policy";
import { TrothError, unwrap } from "@troth/sdk";
import { useAnnounce, usePolicyWords } from "@troth/ui";
import { useEffect, useRef, useState } from "react";
import { troth } from "../../client.ts";
import { read } from "../../queries.ts";
import type { PolicyDraft, PolicyDraftRead } from "../../wire.ts";
import { changedFiles } from "./folder.ts";
import { isOthersWork, keepUnsaved, keptUnsaved } from "./unsaved.ts";

/** Typing pauses that long before what is not saved is kept in the tab. */
const KEEP_AFTER_MS = 400;

/** A draft as it was saved last, its newest findings aside. */
export type Saved = Pick<PolicyDraftRead, "draft" | "files">;

export type OpenDraft = {
  readonly saved: Saved;
  readonly files: PolicyFiles;
  readonly setFiles: (files: PolicyFiles) => void;
  readonly isSaved: boolean;
  readonly isSaving: boolean;
  readonly save: () => void;
  /** What kept the last attempt from being saved, conflicts aside. */
  readonly error: Error | null;
  /** Somebody deleted it. */
  readonly isGone: boolean;
  /** What somebody else saved meanwhile; null where nobody did. */
  readonly theirs: Saved | null;
  readonly takeTheirs: () => void;
  readonly keepMine: () => void;
};

/** A draft under one's hands: what is saved, what is not, and what to do when somebody else saved it too. */
export function useOpenDraft(first: Saved): OpenDraft {
  const words = usePolicyWords();
  const announce = useAnnounce();
  const client = useQueryClient();
  const { id } = first.draft;
  const [kept] = useState(() => keptUnsaved(id));
  const [saved, setSaved] = useState(first);
  const [files, setFiles] = useState<PolicyFiles>(kept?.files ?? first.files);
  const [theirs, setTheirs] = useState<Saved | null>(() =>
    isOthersWork(kept, first.draft.revision, first.files) ? first : null,
  );
  const isSaved = changedFiles(saved.files, files).length === 0;
  useKept(id, saved.draft.revision, isSaved ? null : files);

  const done = async (now: Saved) => {
    setSaved(now);
    client.setQueryData(read.policyDraft(id).queryKey, (old) => old && { ...old, ...now });
    await client.invalidateQueries({ queryKey: read.policyDrafts().queryKey });
  };
  const save = useMutation({
    mutationFn: async ({
      revision,
      files: sent,
    }: {
      readonly revision: number;
      readonly files: PolicyFiles;
    }) => {
      const { draft } = await unwrap(
        troth.api.PUT("/v1/policies/drafts/{draft}", {
          params: { path: { draft: id } },
          body: { revision, files: sent },
        }),
      );
      return { draft, files: sent };
    },
    onSuccess: async (now) => {
      announce(words.savedSaid);
      await done(now);
    },
    onError: async (error) => {
      if (!isChangedMeanwhile(error)) return;
      const newer = await unwrap(
        troth.api.GET("/v1/policies/drafts/{draft}", { params: { path: { draft: id } } }),
      );
      setTheirs(newer);
    },
  });
  const failed = save.error;
  return {
    saved,
    files,
    setFiles,
    isSaved,
    isSaving: save.isPending,
    save: () => {
      if (!save.isPending && !isSaved) save.mutate({ revision: saved.draft.revision, files });
    },
    error: failed !== null && !isChangedMeanwhile(failed) && !isMissing(failed) ? failed : null,
    isGone: isMissing(failed),
    theirs,
    takeTheirs: () => {
      if (theirs === null) return;
      setFiles(theirs.files);
      setTheirs(null);
      void done(theirs);
    },
    keepMine: () => {
      if (theirs === null) return;
      setSaved(theirs);
      setTheirs(null);
      save.mutate({ revision: theirs.draft.revision, files });
    },
  };
}

/** Keeps unsaved files in the tab a moment after the last key, and at once when the screen is left. */
function useKept(draft: string, revision: number, files: PolicyFiles | null): void {
  const latest = useRef({ revision, files });
  useEffect(() => {
    latest.current = { revision, files };
    if (files === null) return keepUnsaved(draft, null);
    const timer = setTimeout(() => keepUnsaved(draft, { revision, files }), KEEP_AFTER_MS);
    return () => clearTimeout(timer);
  }, [draft, revision, files]);
  useEffect(() => {
    const keep = () => {
      const { files: now, revision: from } = latest.current;
      if (now !== null) keepUnsaved(draft, { revision: from, files: now });
    };
    globalThis.addEventListener("pagehide", keep);
    return () => {
      globalThis.removeEventListener("pagehide", keep);
      keep();
    };
  }, [draft]);
}

function isChangedMeanwhile(error: unknown): boolean {
  return error instanceof TrothError && error.problem?.reason === "draft-changed";
}

function isMissing(error: unknown): boolean {
  return error instanceof TrothError && error.problem?.code === "missing";
}

/** Makes a new draft of these files. */
export async function createDraft(
  name: string,
  from: { readonly files?: PolicyFiles; readonly basedOn?: string },
): Promise<PolicyDraft> {
  const { draft } = await unwrap(troth.api.POST("/v1/policies/drafts", { body: { name, ...from } }));
  return draft;
}
