import { type Form, formedIn } from "./forms.ts";
import type { Secret } from "./secret.ts";
import { isMixed } from "./shape.ts";

const TEXT = "(?<secret>(?:[^'\\\\\\r\\n]|''|\\\\.){1,500})'";

const FORMS: readonly Form[] = [
  // CREATE ROLE … PASSWORD '…', IDENTIFIED BY '…', OPTIONS (password '…'), SET PASSWORD = PASSWORD('…')
  {
    form: new RegExp(
      `(?<before>(?<![\\w"'\`-])(?:password|identified[ \\t\\r\\n]{1,4}by(?:[ \\t]{1,4}password)?|identified[ \\t]{1,4}with[ \\t]{1,4}["'\`]?\\w{1,40}["'\`]?[ \\t]{1,4}(?:by|as))(?:[ \\t\\r\\n]{1,8}|[ \\t]{0,2}\\([ \\t]{0,4})[Ee]?')${TEXT}`,
      "gi",
    ),
    kind: "password",
  },
  {
    form: /(?<before>(?<![\w-])(?:password|identified[ \t]{1,4}by)[ \t\r\n]{1,8}\$(?<tag>\w{0,20})\$)(?<secret>[^$]{1,200})\$\k<tag>\$/gi,
    kind: "password",
  },
  {
    form: /(?<before>(?<![\w-])identified[ \t]{1,4}by[ \t]{1,4}"?)(?<secret>[^\s"';,()$]{3,128})/gi,
    kind: "password",
    isOne: isMixed,
  },
  {
    form: new RegExp(`(?<before>(?<![\\w-])crypt[ \\t]{0,2}\\([ \\t]{0,4}')${TEXT}`, "gi"),
    kind: "password",
  },
  {
    form: new RegExp(
      `(?<before>(?<![\\w-])pgp_sym_(?:en|de)crypt(?:_bytea)?[ \\t]{0,2}\\([^,\\n]{1,200},[ \\t]{0,4}')${TEXT}`,
      "gi",
    ),
    kind: "key",
  },
  // pgbouncer's userlist
  {
    form: /(?<before>(?:^|\n)[ \t]{0,8}"[^"\n]{1,64}"[ \t]{1,8}")(?<secret>(?:md5[0-9a-f]{32}|SCRAM-[^"\n]{8,300}))"/g,
    kind: "password",
  },
  { form: /(?<before>["'])(?<secret>md5[0-9a-f]{32})(?=["'])/g, kind: "password" },
  // What databases and systems keep of a password; a weak one is found from it.
  {
    form: /(?<before>)(?<secret>SCRAM-SHA-\d{1,3}\$\d{1,7}:[\w+/=]{8,200}\$[\w+/=]{8,200}:[\w+/=]{8,200})/g,
    kind: "password",
  },
  { form: /(?<before>)(?<secret>\$2[abxy]?\$\d\d\$[./A-Za-z0-9]{53})(?![./A-Za-z0-9])/g, kind: "password" },
  { form: /(?<before>)(?<secret>\$(?:[156y]|argon2(?:id|i|d))\$[./\w=,$+-]{30,400})/g, kind: "password" },
];

const PGPASS_PORTS = "54\\d\\d|6432|6543|26257|\\*";
const pgpass = (ports: string): Form => ({
  form: new RegExp(
    `(?<before>(?<![^\\s"'\`|>])(?:[\\w*-][\\w.*-]{0,100}|\\[[0-9a-f:]{2,40}\\]):(?:${ports}):[\\w*][\\w.*-]{0,63}:[\\w*][\\w.*@+-]{0,63}:)(?<secret>(?:[^\\s\\\\"'\`:]|\\\\.){3,200})`,
    "gi",
  ),
  kind: "password",
});
const PGPASS = [pgpass(PGPASS_PORTS)];
const NAMED_PGPASS = [pgpass(`\\d{1,5}|\\*`)];

const USERLIST: readonly Form[] = [
  {
    form: /(?<before>(?:^|\n)[ \t]{0,8}"[^"\n]{1,64}"[ \t]{1,8}")(?<secret>[^"\n]{3,200})"[ \t]{0,8}(?=\r?\n|$)/g,
    kind: "password",
  },
];

/** Passwords as databases take and keep them: in SQL, in `.pgpass`, in pgbouncer's `userlist.txt`, as a verifier. */
export function databasePasswords(text: string): Secret[] {
  return [
    ...formedIn(text, FORMS),
    ...formedIn(text, /pgpass/i.test(text) ? NAMED_PGPASS : PGPASS),
    ...(/userlist|pgbouncer|auth_file/i.test(text) ? formedIn(text, USERLIST) : []),
  ];
}
