import { endingOf } from "@troth/policy";

/** Longest name that is kept, in UTF-16 units; a longer one loses its middle, never its ending. */
const MOST = 150;
const LONGEST_ENDING = 20;

/** What no reader sees but what turns a name round, breaks its line or hides its ending. */
const UNSEEN = /[\p{Cc}\u061c\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff\ufff9-\ufffb]/gu;

/**
 * A file's name as people read it: the last part of what the sender called it, without characters that deceive. A name
 * is data: nothing is stored under it and nothing is found by it (T14, T29).
 */
export function fileNameOf(sent: string): string {
  const seen = sent.toWellFormed().normalize("NFC").replaceAll(UNSEEN, " ");
  const last = seen.split(/[/\\]/).findLast((part) => part.replaceAll(/[.\s]/g, "") !== "");
  const name = (last ?? "")
    .replaceAll(/\s+/g, " ")
    .replace(/^ /, "")
    .replace(/[. ]+$/, "");
  if (name === "") return "file";
  return name.length <= MOST ? name : shortened(name);
}

function shortened(name: string): string {
  const ending = endingOf(name);
  const isKept =
    ending !== "" && ending.length <= LONGEST_ENDING && name.toLowerCase().endsWith(`.${ending}`);
  const tail = isKept ? name.slice(-(ending.length + 1)) : "";
  return `${name
    .slice(0, MOST - 1 - tail.length)
    .toWellFormed()
    .replace(/\ufffd$/, "")}…${tail}`;
}
