import { kindOf, NAMES } from "./assignments.ts";
import { type Form, formedIn } from "./forms.ts";
import { isPlaceholder } from "./placeholder.ts";
import type { Secret } from "./secret.ts";
import { isCode, isMade, isMixed, isPath } from "./shape.ts";

const NAME = new RegExp(`^[\\w.-]{0,40}?(?:${NAMES}|(?<![a-zA-Z0-9])(?:pass|pw))$`, "i");
const LOGIN =
  /^(?:[\w.-]{0,20}[_.-])?(?:user|username|usename|usr|login|role|rolname|account|email|benutzer|benutzername|host)$/i;
const bare = (cell: string): string => cell.replace(/^[\s|*_`"']+|[\s|*_`"':]+$/g, "");

type Line = { readonly start: number; readonly text: string };

function linesOf(text: string): readonly Line[] {
  const lines: Line[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    lines.push({ start, text: line });
    start += line.length + 1;
  }
  return lines;
}

const HAS_NAME = new RegExp(`${NAMES}|pass|pw`, "i");
const SEPARATORS = ["|", "\t", ",", ";"] as const;
const RULE = /^[\s|+:=-]*-{2,}[\s|+:=-]*$/;

/** Secrets in tables: below a heading that names one, as databases print rows and as files have them; or beside it. */
export function tabledSecrets(text: string): Secret[] {
  if (!HAS_NAME.test(text)) return [];
  const lines = linesOf(text);
  const found: Secret[] = [];
  for (let at = 0; at < lines.length; at += 1) {
    const line = lines[at];
    if (line === undefined || line.text.length > 2_000 || !HAS_NAME.test(line.text)) continue;
    const below = columnsBelow(lines, at);
    found.push(...below.found, ...besideName(line));
    at = Math.max(at, below.last);
  }
  return found;
}

function columnsBelow(lines: readonly Line[], at: number): { found: Secret[]; last: number } {
  const none = { found: [], last: at };
  const heading = lines[at]?.text ?? "";
  const sign = SEPARATORS.find((one) => heading.includes(one));
  if (sign === undefined) return none;
  const names = heading.split(sign).map(bare);
  const isFile = sign !== "|";
  if (isFile && !names.every((name) => /^[\w. -]{1,40}$/.test(name))) return none;
  const columns = names.flatMap((name, column) => (NAME.test(name) ? [{ name, column }] : []));
  const hasLogin = names.some((name) => LOGIN.test(name));
  if (columns.length === 0 || (!isFile && !RULE.test(lines[at + 1]?.text ?? ""))) return none;
  const found: Secret[] = [];
  let last = at;
  for (let row = at + 1; row < lines.length; row += 1) {
    const line = lines[row];
    if (line === undefined) break;
    if (RULE.test(line.text)) continue;
    if (line.text.length > 2_000 || line.text.split(sign).length !== names.length) break;
    last = row;
    for (const { name, column } of columns)
      found.push(...cellSecrets({ line, sign, column, name, hasLogin }));
  }
  return { found, last };
}

type Cell = {
  readonly line: Line;
  readonly sign: string;
  readonly column: number;
  readonly name: string;
  readonly hasLogin: boolean;
};

function cellSecrets({ line, sign, column, name, hasLogin }: Cell): Secret[] {
  const cells = line.text.split(sign);
  const before = cells.slice(0, column).reduce((sum, one) => sum + one.length + 1, 0);
  const written = cells[column] ?? "";
  const value = bare(written);
  const start = line.start + before + written.indexOf(value);
  return isCellSecret(name, value, hasLogin)
    ? [{ start, end: start + value.length, kind: kindOf(name), of: null }]
    : [];
}

function isCellSecret(name: string, value: string, hasLogin: boolean): boolean {
  if (isPlaceholder(value) || /\s/.test(value) || isPath(value)) return false;
  if (kindOf(name) !== "password") return isMade(value) || (isMixed(value) && value.length >= 12);
  return isMixed(value) || (hasLogin && value.length >= 4 && /\p{L}/u.test(value));
}

/** `| password | hunter22x |`, and a record as psql prints it with `\x`. */
function besideName({ start, text }: Line): Secret[] {
  const cells = text.split("|");
  if (cells.length < 2 || cells.length > 6) return [];
  const column = cells.findIndex((one) => NAME.test(bare(one)));
  const value = bare(cells[column + 1] ?? "");
  if (column === -1 || !isCellSecret(bare(cells[column] ?? ""), value, false)) return [];
  const before = cells.slice(0, column + 1).reduce((sum, one) => sum + one.length + 1, 0);
  const from = start + before + (cells[column + 1] ?? "").indexOf(value);
  return [{ start: from, end: from + value.length, kind: kindOf(bare(cells[column] ?? "")), of: null }];
}

const named = `[\\w.:-]{0,40}?(?:${NAMES}|pass|pw)`;
/** What code gives to a name: `auth[1],`, `config.password,`, `ask()`. */
const isExpression = (value: string): boolean =>
  /^[A-Za-z_$][\w$.]*[[(].*[\])][,;]?$/.test(value) || isCode(value.replace(/[,;]$/, ""));
const isLong = (value: string): boolean => value.length >= 3 && !isPath(value);

const PASSWORD_LINE =
  "pass(?:word|wd|wort|phrase|code)|kennwort|pwd|mot de passe|contrase(?:ñ|n)a|senha|wachtwoord";

const FORMS: readonly Form[] = [
  // <password>…</password>, <property name="password">…</property>
  {
    form: new RegExp(
      `(?<before><(?:${named}|[\\w.:-]{1,40}[ \\t]{1,4}[\\w-]{1,20}=["']${named}["'])[ \\t]{0,4}>[ \\t\\r\\n]{0,40})(?<secret>[^<>\\s]{1,500})[ \\t\\r\\n]{0,40}</`,
      "gi",
    ),
    kind: "password",
    isOne: isLong,
  },
  // Settings of a container and of .NET: a name and a value, each with its own word
  {
    form: new RegExp(
      `(?<before>(?<![\\w-])["']?(?:name|key)["']?[ \\t]{0,4}[:=][ \\t]{0,4}["']?${named}["']?[ \\t\\r\\n,]{1,60}["']?value["']?[ \\t]{0,4}[:=][ \\t]{0,4}["']?)(?<secret>[^\\s"'\`,<>{}]{3,500})`,
      "gi",
    ),
    kind: "password",
    isOne: isLong,
  },
  // On a line of its own, the value on the next
  {
    form: new RegExp(
      `(?<before>(?:^|\\n)[ \\t>*_#-]{0,8}(?:[\\w.-]{1,20}[ _.-])?(?:${PASSWORD_LINE})[*_\`]{0,3}[ \\t]{0,4}[:=]?[*_\`]{0,3}[ \\t]{0,4}\\r?\\n(?:[ \\t]{0,8}\\r?\\n)?[ \\t>*_\`"']{0,12})(?<secret>[^\\s"'\`]{6,200})(?=["'\`*_]{0,3}[ \\t]{0,8}(?:\\r?\\n|$))`,
      "gi",
    ),
    kind: "password",
    isOne: (value) => isMixed(value) && !/[:=(]/.test(value.slice(0, -1)),
  },
  {
    form: /(?<before>(?:^|\n)[ \t>*_#-]{0,8}(?:[\w.-]{1,20}[ _.-])?(?:token|secret|api[ _-]?key)[*_`]{0,3}[ \t]{0,4}[:=]?[*_`]{0,3}[ \t]{0,4}\r?\n[ \t>*_`"']{0,12})(?<secret>[^\s"'`]{16,500})(?=["'`*_]{0,3}[ \t]{0,8}(?:\r?\n|$))/gi,
    kind: "token",
    isOne: isMade,
  },
  // A login, and its password on the next line
  {
    form: new RegExp(
      `(?<before>(?:^|\\n)[ \\t>*-]{0,8}(?:user(?:name)?|login|benutzer(?:name)?)[ \\t]{0,4}[:=][ \\t]{0,4}[^\\s]{1,100}[ \\t]{0,4}\\r?\\n[ \\t>*-]{0,8}(?:${PASSWORD_LINE}|pass|pw)[ \\t]{0,4}[:=][ \\t]{0,4}["']?)(?<secret>[^\\s"'\`]{3,200})(?=["'\`]?[ \\t]{0,8}(?:\\r?\\n|$))`,
      "gi",
    ),
    kind: "password",
    isOne: (value) => !isExpression(value),
  },
  // the password is "tomato"
  {
    form: new RegExp(
      `(?<before>(?<![\\w-])(?:(?:${PASSWORD_LINE})[ \\t]{1,4}|(?:pass|pw)[ \\t]{1,4}(?=is|was|ist|lautet))(?:(?:is|was|to|now|set|changed|ist|war|lautet|auf|est)(?::?[ \\t]{1,4})){1,3}["'\`“„«])(?<secret>[^\\s"'\`“”«»]{3,200})(?=["'\`“”»])`,
      "gi",
    ),
    kind: "password",
  },
  // user/password: ana / hunter22x
  {
    form: /(?<before>(?<![\w-])(?:credentials?|login|zugangsdaten|user(?:name)?[ ]?\/[ ]?pass(?:word)?)[ \t]{0,4}[:=][ \t]{0,4}[\w.@+-]{1,64}[ \t]{0,4}[/:|][ \t]{0,4})(?<secret>[^\s"'`,;]{6,200})/gi,
    kind: "password",
    isOne: (value) => isMixed(value) && !/^\/|[/]/.test(value),
  },
];

/** Secrets that markup, a manifest or a line break parts from their name. */
export function partedSecrets(text: string): Secret[] {
  return HAS_NAME.test(text) || /credential|login|zugangsdaten/i.test(text) ? formedIn(text, FORMS) : [];
}
