import type { Cause, CauseVersion } from "@troth/contract";
import { DOCUMENT_SECTIONS } from "@troth/core";
import type { z } from "zod";
import { masksIn } from "../../verbs/outbox/masks.ts";
import { instantsIn } from "../transcript/instants.ts";
import { plain, quoted } from "../transcript/markdown.ts";
import { CAUSE_WORDS } from "./cause-words.ts";
import type { PageLocale } from "./page-locale.ts";
import { withTypedTimes } from "./typed-times.ts";

export type CauseText = {
  readonly cause: z.infer<typeof Cause>;
  readonly version: z.infer<typeof CauseVersion>;
  /** Of the ticket it is read on. */
  readonly number: number;
  readonly workspace: string;
  readonly locale: PageLocale;
  readonly zone: string | null;
};

/** One version as Markdown to keep. What was written is quoted line by line, so that it cannot pass for a part of it. */
export function causeMarkdown({ cause, version, number, workspace, locale, zone }: CauseText): string {
  const words = CAUSE_WORDS[locale];
  const say = instantsIn(locale, zone);
  const { incident } = cause;
  const title = incident === null ? words.ofTicket(cause.ticket ?? number) : words.ofIncident(incident.title);
  const { nth, at, by, change, isErased, sections } = version;
  return [
    `# ${plain(masksIn(locale, title))}`,
    [`${workspace}. ${words.version(nth, say(at), by)}`, words.masked].map(plain).join("  \n"),
    ...(change === null ? [] : [plain(words.changed(masksIn(locale, change)))]),
    ...(isErased
      ? [plain(words.erased)]
      : DOCUMENT_SECTIONS.flatMap((part) => [
          `## ${plain(words.sections[part])}`,
          quoted(
            withTypedTimes(masksIn(locale, sections[part]), (instant, typed) => `${say(instant)} (${typed})`),
          ),
        ])),
    "",
  ].join("\n\n");
}
