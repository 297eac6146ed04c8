import { spawn } from "node:child_process";
import type { GitAddress } from "./git-address.ts";

export class GitFailed extends Error {}

export type GitRun = {
  readonly store: string;
  readonly signal: AbortSignal;
  readonly address?: GitAddress;
  readonly token?: string;
  readonly input?: string;
  readonly mostBytes?: number;
};

const LONGEST_MS = 600_000;
const MOST_BYTES = 64 * 1_048_576;

/** Nothing of a repository runs here: no hooks, no submodules, no filters, no helpers, no other protocols. */
const CONFIG: ReadonlyArray<readonly [string, string]> = [
  ["core.hooksPath", "/dev/null"],
  ["core.fsmonitor", "false"],
  ["submodule.recurse", "false"],
  ["fetch.recurseSubmodules", "false"],
  ["protocol.allow", "never"],
  ["protocol.https.allow", "always"],
  ["protocol.ssh.allow", "always"],
  ["http.followRedirects", "false"],
  ["http.lowSpeedLimit", "1000"],
  ["http.lowSpeedTime", "30"],
  ["credential.helper", ""],
  ["transfer.fsckObjects", "true"],
  ["gc.auto", "0"],
];

/** Runs the machine's git with settings of ours alone; throws `GitFailed` without git's words, which may hold secrets. */
export function runGit(run: GitRun, ...args: readonly string[]): Promise<Buffer> {
  const { address, token, store, signal, input, mostBytes = MOST_BYTES } = run;
  const isFile = address?.address.startsWith("file:") === true;
  const config = [
    ...CONFIG,
    ...(isFile ? [["protocol.file.allow", "always"] as const] : []),
    ...(address?.config ?? []),
    ...(token === undefined
      ? []
      : [
          [
            "http.extraHeader",
            `Authorization: Basic ${Buffer.from(`x-access-token:${token}`).toString("base64")}`,
          ] as const,
        ]),
  ];
  const env = {
    PATH: process.env["PATH"] ?? "",
    HOME: store,
    LC_ALL: "C",
    GIT_CONFIG_NOSYSTEM: "1",
    GIT_CONFIG_GLOBAL: "/dev/null",
    GIT_TERMINAL_PROMPT: "0",
    GIT_ASKPASS: "/bin/false",
    GIT_NO_LAZY_FETCH: "1",
    GIT_DIR: store,
    ...(process.env["SSH_AUTH_SOCK"] === undefined ? {} : { SSH_AUTH_SOCK: process.env["SSH_AUTH_SOCK"] }),
    ...(address?.sshCommand ? { GIT_SSH_COMMAND: address.sshCommand } : {}),
    GIT_CONFIG_COUNT: String(config.length),
    ...Object.fromEntries(
      config.flatMap(([key, value], at) => [
        [`GIT_CONFIG_KEY_${at}`, key],
        [`GIT_CONFIG_VALUE_${at}`, value],
      ]),
    ),
  };
  return new Promise((resolve, reject) => {
    const git = spawn("git", args, {
      env,
      cwd: store,
      signal,
      timeout: LONGEST_MS,
      stdio: ["pipe", "pipe", "ignore"],
    });
    const chunks: Buffer[] = [];
    let bytes = 0;
    git.stdout.on("data", (chunk: Buffer) => {
      bytes += chunk.length;
      if (bytes > mostBytes) git.kill();
      else chunks.push(chunk);
    });
    git.once("error", (error) =>
      reject(signal.aborted ? error : new GitFailed("git did not run", { cause: error })),
    );
    git.once("close", (code) =>
      code === 0 && bytes <= mostBytes
        ? resolve(Buffer.concat(chunks))
        : reject(new GitFailed(`git ${args[0]} failed`)),
    );
    git.stdin.on("error", () => {});
    git.stdin.end(input ?? "");
  });
}
