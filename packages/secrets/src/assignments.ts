import { isPlaceholder } from "./placeholder.ts";
import type { Secret, SecretKind } from "./secret.ts";
import { isCode, isMade, isMixed, isName, isPath } from "./shape.ts";

const PASSWORDS =
  "pass[ _-]?(?:word|wd|wort|phrase|code)|passwd|kennwort|pwd|mot de passe|contrase(?:ñ|n)a|senha|wachtwoord|has[lł]o|l(?:ö|o)senord|adgangskode|(?:db|pg|smtp|mysql|redis|mongo|root|mail|ftp|user|admin)pass";

/** Names that speak of a secret, as one reads them at the end of a longer name. */
export const NAMES = `${PASSWORDS}|secret|token|(?:api|access|account|auth|encryption|license|master|private|secret|service|shared|service[_-]?role|signing|storage|webhook|client|app)[ _-]?key`;

/** Short names that other things end with, too: as a word of its own, or after `_`, `.` or `-`. */
const SHORT = "(?<![a-zA-Z0-9])(?:pass|pw|psw)";

/** A name that speaks of a secret, and what sets it: `=`, `:`, `:=`, `=>`, an arrow; never `==`, `::` or `://`. */
const SET = new RegExp(
  `(${NAMES}|${SHORT})(?:[_-]?\\d{1,3}|[_-](?:prod|production|live|dev|test|staging|value|base))?((?:\\\\?["'\\]\`]|[*_~]){0,3})([ \\t]{0,4})(:=|=>|->|→|=(?!=)|:(?![:/])|[–—-](?=[ \\t]))((?:[*_]{1,3}(?=[ \\t]))?[ \\t]{0,8}(?:\\*\\*|__)?)(\\\\?["']|\`)?`,
  "gi",
);

const SAYS = "(?:(?:is|was|are|to|now|set|still|changed|ist|war|lautet|auf|est)(?::?[ \\t]{1,4}))";

/** «my password hunter22x», with or without «is» between; «the pass is …», «the vercel token …». */
const PLAIN = new RegExp(
  `(?<![\\w-])(${PASSWORDS}|pass|pw|token|secret|api[ _-]?key)[ \\t]{1,4}(${SAYS}{0,3})["'\`„“«]?(?=[^\\s"'\`,;<>()[\\]{}|]*\\d)`,
  "gi",
);

/** Passwords and tokens that follow their name in a sentence: what has letters and digits, and is hardly a word. */
export function spokenPasswords(text: string): Secret[] {
  return [...text.matchAll(PLAIN)].flatMap((match) => {
    const [whole, name = "", says = ""] = match;
    const start = match.index + whole.length;
    const value = valueFrom(text, start, SAID, false);
    if (!isTold(name, says, value) || isCode(value) || isPlaceholder(value)) return [];
    return [{ start, end: start + value.length, kind: kindOf(name), of: null }];
  });
}

const LONGEST_WORD = 8;

function isTold(name: string, says: string, value: string): boolean {
  if (!/^[^/:=]*$/.test(value)) return false;
  if (/token|secret|key/i.test(name)) return isMade(value);
  if (/^(?:pass|pw)$/i.test(name) && !/\b(?:is|was|ist|war|lautet)\b/i.test(says)) return false;
  return isMixed(value) && value.length >= (says === "" ? LONGEST_WORD : LONGEST_WORD - 2);
}

type Set = {
  readonly name: string;
  readonly value: string;
  readonly isQuoted: boolean;
  /** `NAME=value`, as in the files that programs take their settings from. */
  readonly isSetting: boolean;
  /** `name=value` without space, as in a connection string. */
  readonly isTight: boolean;
  readonly isDashed: boolean;
  readonly isCall: boolean;
};

/** Secrets that are given to a name: settings, keywords of a connection, JSON, YAML, plain «password: …». */
export function assignedSecrets(text: string): Secret[] {
  const found: Secret[] = [];
  let last = 0;
  for (const match of text.matchAll(SET)) {
    // What is within a secret already is not read once more for each name in it.
    if (match.index + match[0].length < last) continue;
    const secret = assigned(text, match);
    if (secret === null) continue;
    found.push(secret);
    last = secret.end;
  }
  return found;
}

function assigned(text: string, match: RegExpExecArray): Secret | null {
  const [whole, name = "", , before = "", sign = "", after = "", quote = ""] = match;
  const start = match.index + whole.length;
  const key = keyBefore(text, match.index) + name;
  const isTight = sign === "=" && before === "" && after === "";
  const isCapital = key === key.toUpperCase();
  const isAlone = isLineStart(text, match.index, key);
  const form = QUOTED[quote] ?? (isTight && isCapital && isAlone ? SETTING : isTight ? BARE : SAID);
  const value = valueFrom(text, start, form, quote !== "");
  const isCall = quote === "" && /[([]/.test(text[start + value.length] ?? "");
  const mayBeWord = isCapital || kindOf(name) === "password";
  const isLine = sign === ":" && isAlone && mayBeWord && isSettingLine(text, key, start + value.length);
  const isSetting = (isTight && isCapital) || isLine;
  const isDashed = /[–—-]/.test(sign);
  const set = { name: key, value, isQuoted: quote !== "", isSetting, isTight, isDashed, isCall };
  if (isPlaceholder(value) || !isSecret(set)) return null;
  return { start, end: start + value.length, kind: kindOf(name), of: null };
}

const LONGEST_KEY = 60;
const LINE_START = /(?:^|\n)[ \t]*(?:- )?(?:export |set |ENV )?[\w.-]*$/;

function keyBefore(text: string, at: number): string {
  return /[\w.-]*$/.exec(text.slice(Math.max(0, at - LONGEST_KEY), at))?.[0] ?? "";
}

function isLineStart(text: string, at: number, key: string): boolean {
  return LINE_START.test(text.slice(Math.max(0, at - LONGEST_KEY - 20), at)) && key !== "";
}

/** `POSTGRES_PASSWORD: correcthorse`, alone on its line: a setting in YAML. A single word may be of a sentence. */
function isSettingLine(text: string, key: string, end: number): boolean {
  return /[\w][._-]\w/.test(key) && /^[ \t]*(?:\r?\n|$|#)/.test(text.slice(end, end + 200));
}

const QUOTED: Readonly<Record<string, RegExp>> = {
  '"': /(?:[^"\\\r\n]|\\.){0,2000}/y,
  "'": /(?:[^'\\\r\n]|\\.){0,2000}/y,
  "`": /(?:[^`\\\r\n]|\\.){0,2000}/y,
  '\\"': /(?:[^"\\\r\n]|\\[^"\r\n]){0,2000}/y,
  "\\'": /(?:[^'\\\r\n]|\\[^'\r\n]){0,2000}/y,
};
const SETTING = /[^\s"'`]{0,2000}/y;
/** After a colon or spaces: up to the next space; a closing bracket or comma belongs to the sentence. */
const SAID = /[^\s"'`,;<>()[\]{}|]{0,2000}/y;
/** In an address or a list of keywords: & and ; part one from the next. */
const BARE = /[^\s"'`,;&<>()[\]{}|]{0,2000}/y;

function valueFrom(text: string, start: number, form: RegExp, isQuoted: boolean): string {
  form.lastIndex = start;
  const value = form.exec(text)?.[0] ?? "";
  return isQuoted ? value : value.replace(/[.,;:!?…]{1,10}$/, "");
}

/** What a secret of that name is called in its mask. */
export function kindOf(name: string): SecretKind {
  if (/key$/i.test(name)) return "key";
  return /token|secret/i.test(name) ? "token" : "password";
}

function isSecret(set: Set): boolean {
  const { name, value, isQuoted, isSetting, isTight, isDashed, isCall } = set;
  // $PWD is the folder one works in.
  if (isCall || isCode(value) || (/pwd$/i.test(name) && /^[/~.]/.test(value))) return false;
  const isPassword = kindOf(name) === "password";
  if (isPath(value) || (isDashed && !isPassword)) return false;
  if (/^(?:pass|pw)$/i.test(name) && !isQuoted)
    return isMixed(value) && !/[/.]/.test(value) && !isName(value);
  if (isSetting) return value.length >= (isPassword ? 3 : 6);
  if (isPassword && (isTight || isQuoted)) return value.length >= 3;
  if (isTight || isQuoted)
    return value.length >= 8 && (/\d/.test(value) || value.length >= 20) && !/\s/.test(value);
  if (isPassword) return isMixed(value);
  return isMade(value) || (isMixed(value) && value.length >= 10 && /\d.*\d/.test(value) && !isName(value));
}
