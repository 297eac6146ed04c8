import type { Page } from "@troth/knowledge";
import type { Known } from "@troth/sources";
import type { Knowledge, StoredPage, StoredSource } from "../../ports/knowledge.ts";
import type { Session } from "./session.ts";

const STORED = `id, kind, name, settings, secret, every_ms as "everyMs", is_paused as "isPaused", cursor,
  created_at as "createdAt", attempted_at as "attemptedAt", current_at as "currentAt", next_at as "nextAt", outcome, notes,
  withheld, accepts_loss as "acceptsLoss", alarmed_at as "alarmedAt", held_until as "heldUntil", version`;

/** Numbers what the transaction writes: the row stays locked until it commits, so that numbers come in commit order. */
const REVISION = `r as (insert into troth.knowledge (workspace_id, revision) values ($1, 1)
  on conflict (workspace_id) do update set revision = troth.knowledge.revision + 1 returning revision)`;

/** Sources that are due at $2 and that no node is reading. */
const DUE = `not is_paused and next_at <= $2 and (held_until is null or held_until <= $2)`;

type PageRow = {
  readonly source: string;
  readonly id: string;
  readonly content: Page | null;
  readonly address: string;
  readonly changedAt: number;
  readonly organisation: string | null;
};

export function knowledgeOf(session: Session): Knowledge {
  const { workspace } = session;
  const revisionOf = async (name: string, text: string, values: readonly unknown[]): Promise<number> =>
    (await session.first<{ revision: number }>(name, text, [workspace, ...values]))?.revision ?? 0;
  return {
    sources: () =>
      session.rows<StoredSource & { pages: number }>(
        "source.list",
        `select ${STORED}, (select count(*) from troth.page p
           where p.workspace_id = s.workspace_id and p.source_id = s.id and p.content is not null) as pages
         from troth.source s where workspace_id = $1 order by created_at, id`,
        [workspace],
      ),
    source: (id, mode) =>
      session.first<StoredSource>(
        `source.find.${mode}`,
        `select ${STORED} from troth.source where workspace_id = $1 and id = $2 ${mode === "lock" ? "for update" : ""}`,
        [workspace, id],
      ),
    async addSource(id, { kind, name, settings, secret, everyMs, isPaused }, now) {
      const written = await session.write(
        "source.add",
        `insert into troth.source (workspace_id, id, kind, name, settings, secret, every_ms, is_paused, created_at, next_at,
           version)
         values ($1, $2, $3, $4, $5::jsonb, $6, $7, $8, $9, $9, 1) on conflict (workspace_id, lower(name)) do nothing`,
        [workspace, id, kind, name, JSON.stringify(settings), secret, everyMs, isPaused, now],
      );
      return written === 1;
    },
    async changeSource(id, version, { name, settings, secret, everyMs, isPaused }, nextAt) {
      const written = await session.write(
        "source.change",
        `update troth.source set name = $4, settings = $5::jsonb, secret = $6, every_ms = $7, is_paused = $8, next_at = $9,
           version = version + 1
         where workspace_id = $1 and id = $2 and version = $3 and not exists (select from troth.source o
           where o.workspace_id = $1 and o.id <> $2 and lower(o.name) = lower($4))`,
        [workspace, id, version, name, JSON.stringify(settings), secret, everyMs, isPaused, nextAt],
      );
      return written === 1;
    },
    async dropSource(id, version) {
      const written = await session.write(
        "source.drop",
        `delete from troth.source where workspace_id = $1 and id = $2 and version = $3`,
        [workspace, id, version],
      );
      if (written === 0) return false;
      await session.write(
        "source.dropPages",
        `with ${REVISION} update troth.page p set content = null, revision = r.revision from r
         where p.workspace_id = $1 and p.source_id = $2 and p.content is not null`,
        [workspace, id],
      );
      return true;
    },
    async hasDue(now) {
      const row = await session.first(
        "source.hasDue",
        `select from troth.source where workspace_id = $1 and ${DUE} limit 1`,
        [workspace, now],
      );
      return row !== null;
    },
    takeDue: (now, until) =>
      session.first<StoredSource>(
        "source.takeDue",
        `update troth.source set held_until = $3 where workspace_id = $1 and id = (
           select id from troth.source where workspace_id = $1 and ${DUE} order by next_at limit 1 for update skip locked)
         returning ${STORED}`,
        [workspace, now, until],
      ),
    async askFor(id, now, acceptsLoss) {
      const written = await session.write(
        "source.askFor",
        `update troth.source set next_at = least(next_at, $3), accepts_loss = $4
         where workspace_id = $1 and id = $2 and not is_paused`,
        [workspace, id, now, acceptsLoss],
      );
      return written === 1;
    },
    async askForKind(kind, now) {
      await session.write(
        "source.askForKind",
        `update troth.source set next_at = least(next_at, $3) where workspace_id = $1 and kind = $2 and not is_paused`,
        [workspace, kind, now],
      );
    },
    async hold(id, until) {
      const written = await session.write(
        "source.hold",
        `update troth.source set held_until = $3 where workspace_id = $1 and id = $2 and held_until is not null`,
        [workspace, id, until],
      );
      return written === 1;
    },
    async settle(id, { cursor, currentAt, nextAt, outcome, notes, withheld, attemptedAt }) {
      await session.write(
        "source.settle",
        `update troth.source set cursor = $3, current_at = $4, next_at = $5, outcome = $6, notes = $7::jsonb, withheld = $8,
           attempted_at = $9, held_until = null, accepts_loss = false,
           alarmed_at = case when $4 is distinct from current_at then null else alarmed_at end
         where workspace_id = $1 and id = $2`,
        [workspace, id, cursor, currentAt, nextAt, outcome, JSON.stringify(notes), withheld, attemptedAt],
      );
    },
    async known(source) {
      const rows = await session.rows<{ id: string; known: Known }>(
        "page.known",
        `select id, known from troth.page where workspace_id = $1 and source_id = $2 and content is not null`,
        [workspace, source],
      );
      return new Map(rows.map(({ id, known }) => [id, known]));
    },
    putPage: ({ source, page, known, organisation, changedAt, seenAt }) =>
      revisionOf(
        "page.put",
        `with ${REVISION} insert into troth.page (workspace_id, source_id, id, content, known, organisation_id, changed_at,
           seen_at, revision) select $1, $2, $3, $4::jsonb, $5::jsonb, $6, $7, $8, r.revision from r
         on conflict (workspace_id, source_id, id) do update set content = excluded.content, known = excluded.known,
           organisation_id = excluded.organisation_id, changed_at = excluded.changed_at, seen_at = excluded.seen_at,
           revision = excluded.revision
         returning revision`,
        [source, page.id, JSON.stringify(page), JSON.stringify(known), organisation, changedAt, seenAt],
      ),
    async keepKnown(source, id, known, now) {
      await session.write(
        "page.keepKnown",
        `update troth.page set known = $4::jsonb, seen_at = $5
         where workspace_id = $1 and source_id = $2 and id = $3 and content is not null`,
        [workspace, source, id, JSON.stringify(known), now],
      );
    },
    dropPage: (source, id, now) =>
      revisionOf(
        "page.drop",
        `with ${REVISION} update troth.page p set content = null, seen_at = $4, revision = r.revision from r
         where p.workspace_id = $1 and p.source_id = $2 and p.id = $3 returning p.revision`,
        [source, id, now],
      ),
    async age() {
      const row = await session.first<{ revision: number; learnedAt: number | null }>(
        "knowledge.age",
        `select revision, meaning_revision as "learnedAt" from troth.knowledge where workspace_id = $1`,
        [workspace],
      );
      return row ?? { revision: 0, learnedAt: null };
    },
    async since(after) {
      const head = await session.first<{
        revision: number;
        meaningRevision: number | null;
        synonyms: string | null;
      }>(
        "knowledge.head",
        `select revision, meaning_revision as "meaningRevision", synonyms from troth.knowledge where workspace_id = $1`,
        [workspace],
      );
      if (head === null) return { revision: 0, pages: [], gone: [], meaning: null, synonyms: null };
      const rows = await session.rows<PageRow>(
        "page.since",
        `select source_id as source, id, content, known->>'address' as address, changed_at as "changedAt",
           organisation_id as organisation
         from troth.page where workspace_id = $1 and revision > $2 and revision <= $3 and ($2 > 0 or content is not null)
         order by source_id, id`,
        [workspace, after, head.revision],
      );
      const isNewer = head.meaningRevision !== null && head.meaningRevision > after;
      const meaning = isNewer
        ? await session.first<{ bytes: Buffer }>(
            "knowledge.meaning",
            `select meaning as bytes from troth.knowledge where workspace_id = $1`,
            [workspace],
          )
        : null;
      return {
        revision: head.revision,
        pages: rows.flatMap(({ content, ...row }): StoredPage[] =>
          content === null ? [] : [{ ...row, content }],
        ),
        gone: rows.flatMap(({ content, source, id }) => (content === null ? [{ source, id }] : [])),
        meaning: meaning?.bytes ?? null,
        synonyms: head.synonyms,
      };
    },
    keepMeaning: (bytes) =>
      revisionOf(
        "knowledge.keepMeaning",
        `update troth.knowledge set meaning = $2, revision = revision + 1, meaning_revision = revision + 1
         where workspace_id = $1 returning revision`,
        [bytes],
      ),
  };
}
