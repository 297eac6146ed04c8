import { isPlaceholder } from "./placeholder.ts";
import type { Secret } from "./secret.ts";

/** `scheme://user:`, where the user may be left out. What follows is the password, host and the rest. */
const HEAD = /(?<![A-Za-z0-9+.-])([a-z][a-z0-9+.-]{1,30}):\/\/[^\s:@/?#"'`<>]{0,128}:/gi;

const REST = /[^\s"'`<>]{0,1024}/y;

/** Passwords within connection strings and other addresses; user, host and the rest stay readable. */
export function connectionPasswords(text: string): Secret[] {
  return [...text.matchAll(HEAD)].flatMap(({ index, 0: head, 1: scheme = "" }) => {
    const start = index + head.length;
    const rest = restFrom(text, start);
    const length =
      passwordLength(rest, isWeb(scheme)) || brokenLength(text, start + rest.length, rest, scheme);
    const password = text.slice(start, start + length);
    return isPlaceholder(password)
      ? []
      : [{ start, end: start + length, kind: "password" as const, of: null }];
  });
}

/** An address that was wrapped before its @: the password is what ends the line. */
const NEXT_LINE = /\r?\n[ \t>]{0,8}@[\w.-]/y;

function brokenLength(text: string, end: number, rest: string, scheme: string): number {
  NEXT_LINE.lastIndex = end;
  const isBroken = !isWeb(scheme) && !/^\d*$|@/.test(rest) && NEXT_LINE.test(text);
  return isBroken ? rest.length : 0;
}

const isWeb = (scheme: string): boolean => /^(?:https?|wss?)$/i.test(scheme);

function restFrom(text: string, start: number): string {
  REST.lastIndex = start;
  return REST.exec(text)?.[0] ?? "";
}

/** Up to the last @ before the host's end. Passwords of databases may hold a slash that nobody encoded. */
function passwordLength(rest: string, isOfWeb: boolean): number {
  const end = rest.search(isOfWeb ? /[/?#]/ : /[?#]/);
  return Math.max(0, (end === -1 ? rest : rest.slice(0, end)).lastIndexOf("@"));
}
