import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { createTroth, type Troth, TrothError } from "@troth/sdk";

const DEFAULT_URL = "http://localhost:3000";

/** The desk that a command talks to, with the key from the environment. */
export type DeskDoor = { readonly desk: Troth; readonly url: string };

/** Opens the door with TROTH_API_KEY; a sentence where there is none. */
export function openDoor(given: string | undefined): DeskDoor | string {
  const key = process.env["TROTH_API_KEY"];
  if (!key) return "Put the API key into TROTH_API_KEY; it needs the scope «policy».";
  const url = given ?? process.env["TROTH_URL"] ?? DEFAULT_URL;
  return { desk: createTroth({ baseUrl: url.replace(/\/+$/, ""), token: () => key }), url };
}

/** What went wrong at the door, in one line; anything else is thrown on. */
export function troubleOf(error: unknown, { url }: DeskDoor): string {
  if (!(error instanceof TrothError)) throw error;
  return error.problem === null ? `The desk at ${url} could not be reached. Is it running?` : error.message;
}

/** The words after a command, or what is wrong with them. */
export function wordsOf<T extends ParseArgsOptionsConfig>(argv: readonly string[], options: T) {
  try {
    return parseArgs({ args: [...argv], options, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

export function tell(to: NodeJS.WriteStream, text: string, exitCode: number): number {
  to.write(text);
  return exitCode;
}
