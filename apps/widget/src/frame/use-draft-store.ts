import type { Troth } from "@troth/sdk";
import { createDraftStore, type DraftStore, draftPort } from "@troth/ui";
import { tabMirror } from "@troth/ui/customer";
import { useMemo } from "react";

/** The drafts of one person; another who signs in to the console gets their own. */
export function useDraftStore(troth: Troth, person: string): DraftStore {
  return useMemo(
    () => createDraftStore({ port: draftPort(troth), mirror: tabMirror(person) }),
    [troth, person],
  );
}
