import { createInterface } from "node:readline";
import { answerTicketScenario } from "@troth/core";
import { answerClockLine } from "./clock.ts";
import { surroundings } from "./disk.ts";
import type { Command } from "./policy/command.ts";
import { policyCommands } from "./policy/commands.ts";

const major = Number(process.versions.node.split(".")[0]);
if (major < 24) {
  process.stderr.write(
    `Troth needs Node 24 and this is ${process.versions.node}. Start it with npm start or npx troth.\n`,
  );
  process.exit(2);
}

const CLOCK_HELP = `troth clock: business time, JSON lines in, JSON lines out

  {"id":1,"schedule":{"tz":"America/New_York","hours":{"mon":[["09:00","17:00"]]}},"op":"add","from":"2026-03-02T15:00:00Z","amount":{"seconds":7200}}
  {"id":1,"result":"2026-03-02T17:00:00Z"}

Operations: add, between, isOpen, explain, ticket (a whole ticket's story).
Example: troth clock < requests.jsonl
`;

const [name = "", ...argv] = process.argv.slice(2);
process.exitCode = await run(name, argv);

/** Runs one command and gives its exit code: 0 done, 1 findings or refusals, 2 wrong use. */
async function run(command: string, args: readonly string[]): Promise<number> {
  const known = policyCommands.find((one) => one.name === command);
  if (known) return tell(known, args);
  switch (command) {
    case "clock":
      return clock(args);
    case "up":
      // Loaded when it is needed: the other commands start without the server.
      return (await import("./up.ts")).up(args);
    case "init":
      return tell((await import("./init.ts")).init, args);
    case "holidays":
      // Half a second of dates that no other command needs.
      return tell((await import("./holidays/holidays.ts")).holidays, args);
    case "kb":
      return tell((await import("./kb/eval.ts")).kb, args);
    case "publish":
      return (await import("./publish.ts")).publish(args);
    case "replay":
      return (await import("./replay.ts")).replay(args);
    case "":
      await print(process.stderr, help());
      return 2;
    case "help":
    case "--help":
    case "-h":
      await print(process.stdout, help());
      return 0;
    default:
      process.stderr.write(`There is no command ${command}. See: troth help\n`);
      return 2;
  }
}

async function tell(known: Command, args: readonly string[]): Promise<number> {
  const { stdout, stderr, exitCode } = known.run(args, surroundings());
  await print(process.stdout, stdout);
  await print(process.stderr, stderr);
  return exitCode;
}

async function clock(args: readonly string[]): Promise<number> {
  if (args.length > 0) {
    const isHelp = args[0] === "--help";
    await print(isHelp ? process.stdout : process.stderr, CLOCK_HELP);
    return isHelp ? 0 : 2;
  }
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() !== "") await print(process.stdout, `${answerClockLine(line, answerTicketScenario)}\n`);
  }
  return 0;
}

function print(to: NodeJS.WriteStream, text: string): Promise<void> {
  if (text === "") return Promise.resolve();
  return new Promise((resolve) => {
    to.write(text, () => resolve());
  });
}

function help(): string {
  const rows = [
    ["up", "runs everything; --demo fills it with a sample vendor"],
    ...policyCommands.map(({ name: command, summary }) => [command, summary]),
    ["init", "writes a small policy to begin with"],
    ["holidays", "prints a list of holidays to review and save"],
    ["clock", "business time: JSON lines in, JSON lines out"],
    ["kb", "scores the AI chat's replies on your own questions"],
    ["publish", "checks a policy folder and publishes it"],
    ["replay", "tells what past tickets would have had under a policy folder"],
  ];
  const lines = rows.map(([command = "", summary = ""]) => `  ${command.padEnd(10)} ${summary}`);
  return `Troth, the support desk that keeps its word.\n\n${lines.join("\n")}\n\nHelp on one: troth COMMAND --help\n`;
}
