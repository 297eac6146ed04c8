import { masked } from "../src/index.ts";

const LONG = 100_000;
const of = (part: string) => part.repeat(Math.ceil(LONG / part.length)).slice(0, LONG);

/** Texts of 100,000 characters: ordinary ones, and those that make careless patterns slow. */
const TEXTS: Readonly<Record<string, string>> = {
  prose: of("The restore of branch main stops at 40 % and says nothing. We tried it twice, since 14:50. "),
  log: of('2026-07-06 13:02:11.482 UTC [4182] ERROR:  connection to server at "10.0.3.7" failed: timeout\n'),
  json: of('{"level":"info","token":"expired","request":"0f8fad5b-d9cb-469f-a165-70867728950e"},'),
  "one letter": of("a"),
  schemes: of("a://b:"),
  dots: of("a.b."),
  "half tokens": of("eyJaaaaaaaaaaaa."),
  "half keys": of("-----BEGIN PRIVATE KEY-----"),
  names: of("password"),
  "names and signs": of("password="),
  quotes: of('password="'),
  bearers: of("bearer "),
  base64: of("QUJD/+"),
  "SQL passwords": of("password '"),
  "SQL words": of("password \n"),
  "mysql commands": of("mysql -"),
  "mysql words": of("mysql a "),
  ports: of("a:5432:b:c:"),
  "pgpass words": of("pgpass a:1:b:c "),
  cookies: of("cookie: a=b;"),
  "cookie pairs": of("cookie: " + "sid=abcdefgh1;".repeat(400) + "\n"),
  signatures: of("&sig="),
  tables: of("| user | password |\n|---|---|\n| ana | x1y2z3 |\n"),
  cells: of("|password"),
  "wide rows": of("password" + "|a".repeat(900) + "\n"),
  markup: of("<password>"),
  "names and values": of("name: password\n"),
  "names and lines": of("password\n\n"),
  "unseen letters": of("pass\u00adword=hunter22 "),
  "tight tokens": of("password-"),
  stars: of("password**"),
  spaces: of("password" + " ".repeat(3000)),
  logins: of("login a\n"),
  dollars: of("$2b$12$"),
  secrets: of("postgres://app:hunter22@db/main\n"),
};

const median = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0;

for (const [name, text] of Object.entries(TEXTS)) {
  const time = (input: string) =>
    median(
      Array.from({ length: 7 }, () => {
        const start = performance.now();
        masked(input);
        return performance.now() - start;
      }),
    );
  const [quarter, whole] = [time(text.slice(0, LONG / 4)), time(text)];
  process.stdout.write(
    `${name.padEnd(16)} ${whole.toFixed(2).padStart(8)} ms for 100,000 characters, ${(whole / quarter).toFixed(1)} times a quarter of them\n`,
  );
}
const subject = "Restore of branch main stops at 40 % since noon on ep-7";
const start = performance.now();
for (let i = 0; i < 5_000; i += 1) masked(subject + i);
process.stdout.write(`a subject        ${((performance.now() - start) / 5).toFixed(1).padStart(8)} us\n`);
