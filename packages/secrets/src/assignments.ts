import { isPlaceholder } from "./placeholder.ts";
import type { Secret, SecretKind } from "./secret.ts";

const NAMES =
  "pass(?:word|wd|wort|phrase)|kennwort|pwd|secret|token|(?:api|access|account|auth|encryption|private|secret|shared|signing)[_-]?key";

/** A name that speaks of a secret, and what sets it: `=`, `:`, `:=`, `=>`; never `==`, `::` or `://`. */
const SET = new RegExp(
  `(${NAMES})(?:[_-]?\\d{1,3}|[_-](?:prod|production|live|dev|test|staging|value|base))?(["'\\]]{0,2})([ \\t]{0,4})(:=|=>|=(?!=)|:(?![:/]))([ \\t]{0,8})(["'\`]?)`,
  "gi",
);

/** «my password hunter22x», with or without «is» between. */
const PLAIN =
  /(?<![\w-])(?:pass(?:word|wd|wort|phrase)|kennwort|pwd)[ \t]{1,4}(?:(?:is|was|ist|war|lautet)[ \t]{1,4})?(?=[^\s"'`,;<>()[\]{}|]*\d)/gi;
const LONGEST_WORD = 8;

/** Passwords that follow their name in a sentence: what has letters and digits, and is hardly a word. */
export function spokenPasswords(text: string): Secret[] {
  return [...text.matchAll(PLAIN)].flatMap((match) => {
    const start = match.index + match[0].length;
    const value = valueFrom(text, start, SAID, false);
    const isTold = value.length >= LONGEST_WORD && isMixed(value) && /^[^/:=]*$/.test(value);
    if (!isTold || isCode(value) || isPlaceholder(value)) return [];
    return [{ start, end: start + value.length, kind: "password", of: null }];
  });
}

type Set = {
  readonly name: string;
  readonly value: string;
  readonly quote: string;
  /** `NAME=value`, as in the files that programs take their settings from. */
  readonly isSetting: boolean;
  /** `name=value` without space, as in a connection string. */
  readonly isTight: boolean;
  readonly isCall: boolean;
};

/** Secrets that are given to a name: settings, keywords of a connection, JSON, YAML, plain «password: …». */
export function assignedSecrets(text: string): Secret[] {
  return [...text.matchAll(SET)].flatMap((match) => {
    const [whole, name = "", , before = "", sign = "", after = "", quote = ""] = match;
    const start = match.index + whole.length;
    const key = keyBefore(text, match.index) + name;
    const isTight = sign === "=" && before === "" && after === "";
    const isSetting = isTight && key === key.toUpperCase();
    const isWhole = isSetting && isLineStart(text, match.index, key);
    const form = QUOTED[quote] ?? (isWhole ? SETTING : isTight ? BARE : SAID);
    const value = valueFrom(text, start, form, quote !== "");
    const isCall = quote === "" && /[([]/.test(text[start + value.length] ?? "");
    if (isPlaceholder(value) || !isSecret({ name: key, value, quote, isSetting, isTight, isCall })) return [];
    return [{ start, end: start + value.length, kind: kindOf(name), of: null }];
  });
}

const LONGEST_KEY = 60;
const LINE_START = /(?:^|\n)[ \t]*(?:export |set |ENV )?[\w.-]*$/;

function keyBefore(text: string, at: number): string {
  return /[\w.-]*$/.exec(text.slice(Math.max(0, at - LONGEST_KEY), at))?.[0] ?? "";
}

function isLineStart(text: string, at: number, key: string): boolean {
  return LINE_START.test(text.slice(Math.max(0, at - LONGEST_KEY - 20), at)) && key !== "";
}

const QUOTED: Readonly<Record<string, RegExp>> = {
  '"': /(?:[^"\\\r\n]|\\.){0,2000}/y,
  "'": /(?:[^'\\\r\n]|\\.){0,2000}/y,
  "`": /(?:[^`\\\r\n]|\\.){0,2000}/y,
};
const SETTING = /[^\s"'`]{0,2000}/y;
/** After a colon or spaces: up to the next space; a closing bracket or comma belongs to the sentence. */
const SAID = /[^\s"'`,;<>()[\]{}|]{0,2000}/y;
/** In an address or a list of keywords: & and ; part one from the next. */
const BARE = /[^\s"'`,;&<>()[\]{}|]{0,2000}/y;

function valueFrom(text: string, start: number, form: RegExp, isQuoted: boolean): string {
  form.lastIndex = start;
  const value = form.exec(text)?.[0] ?? "";
  return isQuoted ? value : value.replace(/[.,;:!?…]+$/, "");
}

function kindOf(name: string): SecretKind {
  if (/key$/i.test(name)) return "key";
  return /token|secret/i.test(name) ? "token" : "password";
}

function isSecret(set: Set): boolean {
  const { name, value, quote, isSetting, isTight, isCall } = set;
  // $PWD is the folder one works in.
  if (isCall || isCode(value) || (/pwd$/i.test(name) && /^[/~.]/.test(value))) return false;
  const isPassword = kindOf(name) === "password";
  if (isSetting) return value.length >= (isPassword ? 3 : 6);
  if (isPassword && (isTight || quote !== "")) return value.length >= 3;
  if (isTight || quote !== "")
    return value.length >= 8 && (/\d/.test(value) || value.length >= 20) && !/\s/.test(value);
  return isMixed(value) && (isPassword || (value.length >= 10 && /\d.*\d/.test(value)));
}

/** Letters with digits or signs among them: hardly a word of a sentence. */
function isMixed(value: string): boolean {
  return (
    value.length >= 6 &&
    /[a-z]/i.test(value) &&
    /[\d!@#$%^*+=~]/.test(value) &&
    !/^\d+(?:ms|s|m|h|d|kb|mb|gb|px)$/i.test(value)
  );
}

/** A path of names, as code has them: `process.env.TOKEN`, `config.password`, `req.body.secret`. */
function isCode(value: string): boolean {
  const parts = value.split(/\??\.(?=\w)/);
  if (parts.length < 2 || !parts.every((part) => /^[A-Za-z_$][\w$]*$/.test(part))) return false;
  return !/\d/.test(value) || isPlaceholder(parts.at(-1) ?? "");
}
