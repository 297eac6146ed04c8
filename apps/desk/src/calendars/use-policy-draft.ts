import { useState } from "react";
import type { PolicySource } from "../wire.ts";
import { changedFiles, type Draft, keepDraft, keptDraft } from "./draft.ts";

/** The files as they are being changed, kept in this tab; a draft that equals the version in force is none. */
export function usePolicyDraft(source: PolicySource) {
  const inForce = source.version.version;
  const [draft, setDraft] = useState<Draft>(() => keptDraft() ?? { base: inForce, files: source.files });
  const set = (files: Draft["files"]) => {
    const next = { base: draft.base, files };
    setDraft(next);
    keepDraft(changedFiles(files, source.files).length === 0 ? null : next);
  };
  return {
    files: draft.files,
    base: draft.base,
    changed: changedFiles(draft.files, source.files),
    setFile: (name: string, text: string) => set({ ...draft.files, [name]: text }),
    drop: () => {
      setDraft({ base: inForce, files: source.files });
      keepDraft(null);
    },
  };
}
