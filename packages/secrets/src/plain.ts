/** Signs without a width, and variants of letters that read like the plain ones: full-width letters, wide spaces. */
const ODD = /[\p{Cf}\u034f\ufe00-\ufe0f]|[\uff01-\uff5e]|[\u00a0\u2000-\u200a\u202f\u3000]/gu;
const HAS_ODD = /[\p{Cf}\u034f\ufe00-\ufe0f\uff01-\uff5e\u00a0\u2000-\u200a\u202f\u3000]/u;
const WIDE_BY = 0xfee0;

/** A text as it reads, and where its letters stand in the text as it was written. */
export type Plain = {
  readonly text: string;
  /** The place in the written text of a letter of the plain one. */
  readonly placeOf: (at: number) => number;
};

/** The text without what nobody sees; full-width letters as ordinary ones. Nothing is lost: places lead back. */
export function plainOf(written: string): Plain {
  if (!HAS_ODD.test(written)) return { text: written, placeOf: (at) => at };
  const places: number[] = [];
  let text = "";
  let end = 0;
  const keep = (from: number, to: number) => {
    text += written.slice(from, to);
    for (let at = from; at < to; at += 1) places.push(at);
  };
  for (const { index, 0: sign } of written.matchAll(ODD)) {
    keep(end, index);
    const letter = letterOf(sign);
    if (letter !== "") places.push(index);
    text += letter;
    end = index + sign.length;
  }
  keep(end, written.length);
  return { text, placeOf: (at) => places[at] ?? written.length };
}

function letterOf(sign: string): string {
  if (/[\uff01-\uff5e]/.test(sign)) return String.fromCharCode(sign.charCodeAt(0) - WIDE_BY);
  return /\s/.test(sign) && !/\ufeff/.test(sign) ? " " : "";
}
