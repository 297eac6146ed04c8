import { type Form, formedIn } from "./forms.ts";
import type { Secret } from "./secret.ts";
import { isMixed } from "./shape.ts";

const VALUE = `(?<secret>(?<=["'])[^"'\\r\\n]{3,200}(?=["'])|(?<!["'])[^\\s"'\`|;&<>]{3,200})`;
const option = (programs: string, options: string): RegExp =>
  new RegExp(
    `(?<before>(?<![\\w-])(?:${programs})[ \\t](?:[^\\n|;&]{0,200}?[ \\t])??(?:${options})["']?)${VALUE}`,
    "g",
  );

const isNoWord = (value: string): boolean => !/^\d+$/.test(value) && !value.startsWith("-");

/** Options that are letters: what they mean is known only with the program that they belong to. */
const FORMS: readonly Form[] = [
  {
    form: option("(?:mysql|mariadb)(?:dump|admin|import|check|show|sh)?|xtrabackup", "-p"),
    kind: "password",
    isOne: isNoWord,
  },
  { form: option("redis-cli|valkey-cli|keydb-cli", "-a[ \\t]{1,4}|--pass[ \\t]{1,4}"), kind: "password" },
  { form: option("sshpass", "-p[ \\t]{0,4}"), kind: "password" },
  {
    form: option(
      "mongo(?:sh|dump|restore|export|import)?|cqlsh|docker login|podman login|az login|cf login|7z|rar|unrar",
      "-p[ \\t]{0,4}",
    ),
    kind: "password",
    isOne: isNoWord,
  },
  { form: option("sqlcmd|bcp|osql|isql|zip|unzip", "-P[ \\t]{0,4}"), kind: "password", isOne: isNoWord },
  { form: option("ldap(?:search|modify|add|delete|passwd|whoami)", "-w[ \\t]{0,4}"), kind: "password" },
  {
    form: option(
      "psql|pg_dump(?:all)?|pg_restore|pg_basebackup|createdb|createuser|dropdb|vacuumdb",
      "-W[ \\t]{0,4}",
    ),
    kind: "password",
    isOne: isMixed,
  },
  {
    form: option("rabbitmqctl", "(?:add_user|change_password)[ \\t]{1,4}[^\\s]{1,64}[ \\t]{1,4}"),
    kind: "password",
  },
  {
    form: option(
      "htpasswd",
      "-[a-zA-Z]*b[a-zA-Z]*[ \\t]{1,4}[^\\s]{1,100}[ \\t]{1,4}[^\\s]{1,64}[ \\t]{1,4}",
    ),
    kind: "password",
  },
  {
    form: /(?<before>(?<![\w-])-pass(?:in|out)?[ \t]{1,4}["']?pass:)(?<secret>[^\s"'`]{1,200})/g,
    kind: "password",
  },
  {
    form: /(?<before>(?<![\w-])--?(?:storepass|keypass|passphrase|srcstorepass|deststorepass|passwd)(?:[ \t]{1,4}|=)["']?)(?<secret>[^\s"'`-][^\s"'`]{2,200})/g,
    kind: "password",
  },
  {
    form: /(?<before>(?<![\w-])(?:ssh|scp|sftp|rsync|ftp|lftp)[ \t](?:[^\n|;&]{0,200}?[ \t])??[\w.-]{1,64}:)(?<secret>[^\s@:/"'`]{3,100})(?=@[\w.-])/g,
    kind: "password",
  },
  {
    form: /(?<before>(?<![\w-])lftp[ \t](?:[^\n|;&]{0,200}?[ \t])??-u[ \t]{1,4}[\w.@-]{1,64},)(?<secret>[^\s"'`]{3,100})/g,
    kind: "password",
  },
  {
    form: /(?<before>(?<![\w-])(?:setx|setenv|ENV)[ \t]{1,4}\w{0,40}PASS(?:WORD|WD)?[ \t]{1,4}["']?)(?<secret>[^\s"'`=]{3,200})/g,
    kind: "password",
  },
  // netrc, where a password is never a word of a sentence
  {
    form: /(?<before>(?<![\w-])login[ \t\r\n]{1,8}[^\s]{1,100}[ \t\r\n]{1,8}password[ \t]{1,8})(?<secret>[^\s]{3,200})/g,
    kind: "password",
  },
];

/** Passwords on a command line, by program and option: `mysql -p…`, `redis-cli -a`, `sshpass -p`, `openssl -passin`. */
export function commandPasswords(text: string): Secret[] {
  return formedIn(text, FORMS);
}
