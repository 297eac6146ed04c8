import type { Entry, Transcript } from "./compose.ts";

/** A transcript as Markdown. What people wrote is quoted line by line, so that it cannot pass for a part of it. */
export function transcriptMarkdown(transcript: Transcript): string {
  const { title, made, facts, promisesTitle, promises, conversationTitle, entries } = transcript;
  return [
    `# ${plain(title)}`,
    made.map(plain).join("  \n"),
    facts.map(([name, value]) => `- **${plain(name)}**: ${plain(value)}`).join("\n"),
    `## ${plain(promisesTitle)}`,
    promises.map((promise) => `- ${plain(promise)}`).join("\n"),
    `## ${plain(conversationTitle)}`,
    ...entries.map((entry) => entryText(entry, transcript)),
    "",
  ].join("\n\n");
}

function entryText(entry: Entry, { filesTitle }: Transcript): string {
  if (entry.kind === "event") {
    return `*${plain(entry.head)}*${entry.reason === null ? "" : `\n\n${quoted(entry.reason)}`}`;
  }
  const files =
    entry.files.length === 0 ? "" : `\n\n${plain(filesTitle)}: ${entry.files.map(plain).join(", ")}`;
  return `### ${plain(entry.head)}\n\n${quoted(entry.text)}${files}`;
}

/** Tags and addresses that run something: text with one of them is shown letter by letter. */
const RISKY = /<[a-z/!?]|(?:javascript|vbscript|data):/i;

/** What people wrote, quoted line by line; with anything that could run in it, letter by letter. */
export function quoted(text: string): string {
  const fence = "`".repeat(Math.max(3, ...[...text.matchAll(/`+/g)].map(([run]) => run.length + 1)));
  return (RISKY.test(text) ? `${fence}\n${text}\n${fence}` : text)
    .split(/\r\n|\n|\r/)
    .map((line) => `> ${line}`.trimEnd())
    .join("\n");
}

/** One line in which nothing is a mark of Markdown or HTML. */
export function plain(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, " ").replace(/[\\`*_[\]<>#|~&]/g, "\\$&");
}
