import { parseArgs } from "node:util";
import { type Instant, nearest, type PolicyFiles } from "@troth/policy";

export type CommandResult = {
  readonly stdout: string;
  readonly stderr: string;
  readonly exitCode: 0 | 1 | 2;
};

/** What a command needs from outside; tests hand in their own. Readers answer null for what is not there. */
export type Surroundings = {
  /** The text files of a folder and its subfolders, by path relative to it. */
  readFolder(path: string): PolicyFiles | null;
  readFile(path: string): string | null;
  readonly now: Instant;
};

/** One command of `troth`: `argv` is what stands behind its name. */
export type Command = {
  readonly name: string;
  readonly summary: string;
  /** Usage, options and examples. */
  readonly help: string;
  run(argv: readonly string[], surroundings: Surroundings): CommandResult;
};

export type Options = Readonly<Record<string, "text" | "flag">>;

export type Arguments = {
  readonly positionals: readonly string[];
  text(option: string): string | null;
  has(option: string): boolean;
};

/** Wrong use of a command: exit code 2, with a sentence that says how it is meant. */
export class WrongUse extends Error {}

export const success = (stdout: string, stderr = ""): CommandResult => ({ stdout, stderr, exitCode: 0 });

export const refusal = (stderr: string, stdout = ""): CommandResult => ({ stdout, stderr, exitCode: 1 });

/** JSON as the command line prints it. */
export const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

function parse(argv: readonly string[], options: Options): Arguments {
  const known = Object.fromEntries(
    Object.entries({ ...options, help: "flag" as const, json: "flag" as const }).map(([name, kind]) => [
      name,
      { type: kind === "flag" ? ("boolean" as const) : ("string" as const) },
    ]),
  );
  const { values, positionals, tokens } = parseArgs({
    args: [...argv],
    options: known,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const kind = Object.hasOwn(known, token.name) ? known[token.name]?.type : undefined;
    if (kind === undefined) {
      const near = nearest(token.name, Object.keys(known));
      throw new WrongUse(
        `There is no option ${token.rawName}.${near === null ? "" : ` Did you mean --${near}?`}`,
      );
    }
    if (kind === "string" && token.value === undefined) throw new WrongUse(`--${token.name} needs a value.`);
    if (kind === "boolean" && token.value !== undefined)
      throw new WrongUse(`--${token.name} takes no value.`);
  }
  return {
    positionals,
    text: (option) => {
      const value = values[option];
      return typeof value === "string" ? value : null;
    },
    has: (option) => values[option] === true,
  };
}

/** Builds a command: parses what follows its name, answers `--help`, and turns wrong use into exit code 2. */
export function command(
  about: Pick<Command, "name" | "summary" | "help"> & { readonly options: Options },
  run: (given: Arguments, surroundings: Surroundings) => CommandResult,
): Command {
  return {
    name: about.name,
    summary: about.summary,
    help: about.help,
    run(argv, surroundings) {
      try {
        const given = parse(argv, about.options);
        if (given.has("help")) return success(about.help);
        return run(given, surroundings);
      } catch (error) {
        if (!(error instanceof WrongUse)) throw error;
        const hint = `See: troth ${about.name} --help`;
        return { stdout: "", stderr: `${error.message}\n${hint}\n`, exitCode: 2 };
      }
    },
  };
}

/** The one folder a command is given. */
export function folderOf(given: Arguments): string {
  const [folder, ...more] = given.positionals;
  if (folder === undefined) throw new WrongUse("Name the policy folder.");
  if (more.length > 0) throw new WrongUse(`One folder at a time; “${more[0]}” is too much.`);
  return folder;
}

/** The folders of a command that takes several. */
export function foldersOf(given: Arguments): readonly string[] {
  if (given.positionals.length === 0) throw new WrongUse("Name the policy folder.");
  return given.positionals;
}

/** The value of an option that must be given. */
export function needed(given: Arguments, option: string): string {
  const value = given.text(option);
  if (value === null || value === "") throw new WrongUse(`--${option} is missing.`);
  return value;
}
