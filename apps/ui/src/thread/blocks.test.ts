import { describe, expect, test } from "vitest";
import { blocksOf } from "./blocks.ts";

test("code between fences stands apart from the text around it", () => {
  expect(blocksOf("It fails:\n```sql\nselect 1;\n```\nWhy?")).toEqual([
    { kind: "text", text: "It fails:" },
    { kind: "code", text: "select 1;" },
    { kind: "text", text: "Why?" },
  ]);
});

test("a fence closes with its own sign, as long or longer", () => {
  expect(blocksOf("~~~\n```\n~~\n~~~~\nend")).toEqual([
    { kind: "code", text: "```\n~~" },
    { kind: "text", text: "end" },
  ]);
});

test("text without fences stays whole, with its blank lines and indents", () => {
  const text = "First\n\n  ERROR: x\n\nlast";
  expect(blocksOf(text)).toEqual([{ kind: "text", text }]);
});

test("an open fence runs to the end, and nothing else is lost", () => {
  expect(blocksOf("a\n```\nb")).toEqual([
    { kind: "text", text: "a" },
    { kind: "code", text: "b" },
  ]);
});

test("what looks like markup stays text", () => {
  expect(blocksOf("<img src=x onerror=alert(1)>")).toEqual([
    { kind: "text", text: "<img src=x onerror=alert(1)>" },
  ]);
});

/** Logs and stack traces as people paste them, without fences. */
const LOGS: Readonly<Record<string, string>> = {
  "a server's log":
    "2026-07-06 13:02:11.482 UTC [4182] ERROR:  connection refused\n2026-07-06 13:02:12 UTC [4182] LOG:  retry",
  "an error of the database with its details":
    'ERROR:  relation "users" does not exist\nLINE 1: select * from users;\n                      ^',
  "a trace of JavaScript":
    "TypeError: x is not a function\n    at run (/app/a.js:1:2)\n    at node:internal/main:3:4",
  "a trace of Python":
    'Traceback (most recent call last):\n  File "a.py", line 3, in <module>\n    connect()\npsycopg2.OperationalError: timeout',
  "a trace of Java":
    "java.lang.IllegalStateException: closed\n\tat com.acme.Db.open(Db.java:7)\nCaused by: java.net.SocketException: reset\n\t... 12 more",
  "lines of JSON": '{"level":"error","msg":"timeout"}\n{"level":"info","msg":"retry"}',
  "levels in brackets": "[INFO] started\n[ERROR] stopped\n    because of x",
};

describe("shown as code without fences", () => {
  test.for(Object.entries(LOGS))("%s", ([, log]) => {
    expect(blocksOf(`We saw this:\n\n${log}\n\nAny idea?`)).toEqual([
      { kind: "text", text: "We saw this:" },
      { kind: "code", text: log },
      { kind: "text", text: "Any idea?" },
    ]);
  });

  test.for([
    "At 12:30 it stopped.\nAt 12:40 it went on.",
    "ERROR: connection refused\n\nis all we see.",
    "- first\n  - second\n- third",
    "Information: see below\nErrors happen.",
    "I get an Error\nand another one",
  ])("running text is not: %s", (text) => {
    expect(blocksOf(text).map(({ kind }) => kind)).toEqual(["text"]);
  });
});
