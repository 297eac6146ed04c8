import type { RouteId } from "@troth/contract";
import { askCause } from "../verbs/document/ask-cause.ts";
import { declineCause } from "../verbs/document/decline-cause.ts";
import { publishDocument } from "../verbs/document/publish-document.ts";
import { listDocuments, readCause, readDocument, readPublicCause } from "../verbs/document/read-documents.ts";
import { beginDocument, dropDraft, saveDraft } from "../verbs/document/write-draft.ts";
import { missing } from "../verbs/fail.ts";
import type { Handlers } from "./bind.ts";
import { causeMarkdown } from "./pages/cause-text.ts";
import {
  presentCause,
  presentDocumentList,
  presentPublicCause,
  presentWholeDocument,
} from "./present/document.ts";

type DocumentRoute = Extract<
  RouteId,
  | "askCause"
  | "readCause"
  | "readCauseText"
  | "readPublicCause"
  | "listDocuments"
  | "declineCause"
  | "beginDocument"
  | "readDocument"
  | "saveDocument"
  | "dropDraft"
  | "publishDocument"
>;

/** The routes of root-cause documents. */
export function documentHandlers(): Pick<Handlers, DocumentRoute> {
  return {
    askCause: (ctx, { params }) => askCause(ctx, params),
    declineCause: (ctx, { params, body }) => declineCause(ctx, { ...params, ...body }),
    readCause: async (ctx, { params }) => presentCause(ctx.vault, await readCause(ctx, params)),
    readCauseText: async (ctx, { params, query, reply }) => {
      const cause = presentCause(ctx.vault, await readCause(ctx, params));
      const version = cause.versions.find(({ nth }) => nth === (query.nth ?? cause.versions.length));
      if (!version) throw missing("This version");
      void reply
        .header("content-disposition", `attachment; filename="root-cause-${params.number}-${version.nth}.md"`)
        .header("cache-control", "private, no-store");
      const { locale, zone = null } = query;
      const { number } = params;
      const text = causeMarkdown({ cause, version, number, workspace: ctx.workspace.name, locale, zone });
      return { type: "text/markdown", text };
    },
    readPublicCause: async (ctx, { params }) =>
      presentPublicCause(ctx.vault, await readPublicCause(ctx, params)),
    listDocuments: async (ctx) => presentDocumentList(ctx.vault, await listDocuments(ctx)),
    beginDocument: (ctx, { body }) => beginDocument(ctx, body),
    readDocument: async (ctx, { params }) => presentWholeDocument(ctx.vault, await readDocument(ctx, params)),
    saveDocument: (ctx, { params, body }) => saveDraft(ctx, { ...params, ...body }),
    dropDraft: (ctx, { params, query }) => dropDraft(ctx, { ...params, ...query }),
    publishDocument: (ctx, { params, body }) => publishDocument(ctx, { ...params, ...body }),
  };
}
