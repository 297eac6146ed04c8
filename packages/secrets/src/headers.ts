import { isPlaceholder } from "./placeholder.ts";
import type { Secret, SecretKind } from "./secret.ts";

const FORMS: ReadonlyArray<readonly [RegExp, SecretKind]> = [
  [/(authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?basic[ \t]{1,4})([A-Za-z0-9+/=_-]{6,})/gi, "login"],
  [
    /(authorization["']?[ \t]{0,4}[:=][ \t]{0,4}["']?(?:bearer|token)[ \t]{1,4})([^\s"'`,;<>]{6,})/gi,
    "token",
  ],
  [/((?<![A-Za-z0-9])bearer[ \t]{1,4})([A-Za-z0-9._~+/=-]{16,})/gi, "token"],
  [/((?<![\w-])(?:-u|--user)(?:[ \t]{1,4}|=)["']?[^\s:"']{1,100}:)([^\s"'`]{1,200})/g, "password"],
  [/((?<![\w-])--[a-z-]{0,20}password[ \t]{1,4}["']?)([^\s"'`-][^\s"'`]{0,200})/g, "password"],
  [/((?<![\w-])--[a-z-]{0,20}(?:token|secret|api-key)[ \t]{1,4}["']?)([^\s"'`-][^\s"'`]{7,500})/g, "token"],
];

/** Secrets that a header or an option of a command names: Authorization, `curl -u`, `--password`. */
export function namedInCommands(text: string): Secret[] {
  return FORMS.flatMap(([form, kind]) =>
    [...text.matchAll(form)].flatMap(({ index, 1: before = "", 2: secret = "" }) => {
      const start = index + before.length;
      const isWord = kind === "token" && /^[a-z-]+$/i.test(secret) && secret.length < 24;
      const isNumber = /^\d+$/.test(secret);
      return isWord || isNumber || isPlaceholder(secret)
        ? []
        : [{ start, end: start + secret.length, kind, of: null }];
    }),
  );
}
