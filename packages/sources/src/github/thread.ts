import { type Page, readMarkdown, type Section } from "@troth/knowledge";
import { absolute } from "../html/page-head.ts";
import type { Finding } from "../ledger.ts";
import { type Item, mapIn, textIn } from "./api.ts";

/** What was said on GitHub under one address: a first text and those that follow. */
export type Thread = {
  readonly id: string;
  readonly title: string;
  readonly address: string;
  readonly fingerprint: string;
  readonly changedAt: number | null;
  readonly texts: readonly Said[];
};

export type Said = { readonly body: string; readonly address: string };

/** Whether a machine wrote it. */
export function isBot(item: Item): boolean {
  const writer = mapIn(item["user"] ?? item["author"]);
  return (
    writer["type"] === "Bot" || writer["__typename"] === "Bot" || textIn(writer["login"]).endsWith("[bot]")
  );
}

/** Who wrote what is not told; the words are, each with its own address. */
export function findingOf(thread: Thread): Finding {
  const pages = thread.texts.map(({ body }) => readMarkdown(thread.id, body));
  const page: Page = {
    id: thread.id,
    title: thread.title || thread.id,
    description: "",
    formerly: [],
    sections: pages.flatMap(({ sections }, at) =>
      sections.map((section) => placed(section, thread.texts[at]?.address ?? "")),
    ),
    links: pages.flatMap(({ links }) =>
      links.flatMap(({ text, to }) => {
        const whole = absolute(to, thread.address);
        return whole === null ? [] : [{ text, to: whole }];
      }),
    ),
  };
  return { page, address: thread.address, fingerprint: thread.fingerprint, changedAt: thread.changedAt };
}

/** GitHub gives no anchors to headings in what people write; each comment has one. */
const placed = (section: Section, address: string): Section => ({
  ...section,
  anchor: URL.parse(address)?.hash.slice(1) || null,
});
