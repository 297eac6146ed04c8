import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { unwrap } from "@troth/sdk";
import { useAnnounce, useCauseWords } from "@troth/ui";
import { onceHeader, troth } from "../client.ts";
import type { CauseSections, DocumentSubject, WholeDocument } from "../wire.ts";

export type Publishing = {
  readonly sections: CauseSections;
  readonly change: string;
  readonly isOnStatusPage: boolean;
};

type Options = {
  /** Null for one that is being begun. */
  readonly saved: WholeDocument | null;
  readonly subject: DocumentSubject;
  /** Forgets what was typed, once it is saved. */
  readonly onSaved: () => void;
};

/** Saving, dropping and publishing a document. Whatever comes of it, the newest state is read again. */
export function useWriting({ saved, subject, onSaved }: Options) {
  const words = useCauseWords();
  const announce = useAnnounce();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const { api } = troth;
  const header = () => onceHeader();
  const refresh = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ["documents"] }),
      queries.invalidateQueries({ queryKey: ["incidents"] }),
      queries.invalidateQueries({ queryKey: ["ticket"] }),
    ]);
  const done = async (said: string) => {
    onSaved();
    announce(said);
    await refresh();
  };
  const path = { document: saved?.id ?? "" };
  const sawVersion = saved?.version ?? 0;
  const save = useMutation({
    mutationFn: (sections: CauseSections) =>
      saved === null
        ? unwrap(
            api.POST("/v1/desk/documents", {
              params: { header: header() },
              body: { [subject.kind]: subject.number, sections },
            }),
          )
        : unwrap(
            api.PUT("/v1/desk/documents/{document}", {
              params: { path, header: header() },
              body: { sections, sawVersion },
            }),
          ),
    onSuccess: async ({ id }) => {
      await done(words.draftSaved);
      if (saved === null)
        await navigate({ to: "/documents/$document", params: { document: id }, replace: true });
    },
    onError: refresh,
  });
  const drop = useMutation({
    mutationFn: () =>
      unwrap(
        api.DELETE("/v1/desk/documents/{document}/draft", {
          params: { path, header: header(), query: { sawVersion } },
        }),
      ),
    onSuccess: async () => {
      await done(words.dropped);
      if (saved?.nth === 0) await navigate({ to: "/documents" });
    },
    onError: refresh,
  });
  const publish = useMutation({
    mutationFn: (body: Publishing) =>
      unwrap(
        api.POST("/v1/desk/documents/{document}/versions", {
          params: { path, header: header() },
          body: { ...body, sawVersion },
        }),
      ),
    onSuccess: () => done(words.publishedNow),
    onError: refresh,
  });
  return { save, drop, publish };
}
