import type { CauseDocument, LoggedDocumentEvent } from "./events.ts";

/** The document after one more event; null before it is begun. Throws on a log that does not begin with that. */
export function documentAfter(known: CauseDocument | null, logged: LoggedDocumentEvent): CauseDocument {
  const { seq, at, actor, event } = logged;
  const draft = { by: actor.id, at };
  if (event.kind === "document.begun") {
    if (known) throw new Error("A document is begun once.");
    return {
      about: event.about,
      draft,
      published: 0,
      publishedAt: null,
      isOnStatusPage: false,
      begunAt: at,
      changedAt: at,
      version: seq,
    };
  }
  if (!known) throw new Error("A document's log begins with document.begun.");
  const next = { ...known, changedAt: at, version: seq };
  switch (event.kind) {
    case "document.drafted":
      return { ...next, draft };
    case "document.draft-dropped":
      return { ...next, draft: null };
    case "document.published": {
      const { nth, isOnStatusPage } = event;
      return { ...next, draft: null, published: nth, publishedAt: at, isOnStatusPage };
    }
  }
}
