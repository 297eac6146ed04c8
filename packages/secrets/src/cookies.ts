import { type Form, formedIn } from "./forms.ts";
import { isPlaceholder } from "./placeholder.ts";
import type { Secret } from "./secret.ts";

/** A header's or an option's cookies, to the end of the line or of the quotes. */
const COOKIES =
  /(?:(?<![\w])(?:set-)?cookie2?["'`*]{0,3}[ \t]{0,4}[:=][ \t]{0,4}["'`]?|(?<![\w-])--cookie[ \t=]{1,4}["']?|(?<![\w-])-b[ \t]{1,4}["'])(?=[\w.-])(?<all>[^\r\n"'`]{1,8000})/gi;
const PAIR = /(?<name>[^=;\s,]{1,100})=(?<value>[^;\s,]*)/g;
/** What browsers are told of a cookie, and what is nobody's: analytics, language, looks. */
const OPEN =
  /^(?:expires|path|domain|max-age|samesite|version|_g(?:a|id|cl|at)|utm|lang|locale|theme|tz|i18n|consent)/i;
const OF_SESSION = /sess|sid|auth|token|jwt|csrf|xsrf|remember|login|secret|portal/i;

/** Cookies that open a session; of the others names and values stay. */
function cookies(text: string): Secret[] {
  return [...text.matchAll(COOKIES)].flatMap((header) => {
    const all = header.groups?.["all"] ?? "";
    const from = header.index + header[0].length - all.length;
    return [...all.matchAll(PAIR)].flatMap(({ index, groups }) => {
      const { name = "", value = "" } = groups ?? {};
      if (OPEN.test(name) || !opensSession(name, value) || isPlaceholder(value)) return [];
      const start = from + index + name.length + 1;
      return [{ start, end: start + value.length, kind: "token" as const, of: null }];
    });
  });
}

function opensSession(name: string, value: string): boolean {
  return value.length >= (OF_SESSION.test(name) ? 6 : 16) && !/^[a-z-]+$/.test(value);
}

/** Parts of an address, or of a header, that let whoever has them in. */
const FORMS: readonly Form[] = [
  {
    form: /(?<before>[?&;](?:sig|(?:x-[a-z]{2,12}-)?signature|hmac|x-amz-security-token)=)(?<secret>[^\s&"'`<>#]{16,4000})/gi,
    kind: "token",
  },
  {
    form: /(?<before>[?&](?:code|auth|key|jwt|sas|session(?:_?id)?)=)(?<secret>[\w%+/.~-]{24,2000}={0,2})/gi,
    kind: "token",
  },
  { form: /(?<before>(?<=[,\s])Signature=)(?<secret>[\w+/%-]{32,500}={0,2})/g, kind: "token" },
  {
    form: /(?<before>(?<!\w)(?:JSESSIONID|PHPSESSID|connect\.sid|ASP\.NET_SessionId|sessionid)=)(?<secret>[\w.%:-]{10,500})/gi,
    kind: "token",
  },
];

/** Cookies of a session, and addresses that are signed: whoever has one is let in. */
export function sessionSecrets(text: string): Secret[] {
  return [...cookies(text), ...formedIn(text, FORMS)];
}
