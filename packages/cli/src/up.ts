import { join } from "node:path";
import { parseArgs } from "node:util";
import { compilePolicy, type PolicyFiles } from "@troth/policy";
import {
  applyVendor,
  type Config,
  DatabaseRefusal,
  type Desk,
  FilesRefusal,
  inviteAtStart,
  type Mount,
  openDesk,
  type PolicyAtStart,
  publishAtStart,
  readConfig,
} from "@troth/server";
import { type Demo, openDemo } from "./demo.ts";
import { readFolder } from "./disk.ts";
import { endingListsOf } from "./ending-lists.ts";
import { findingText } from "./policy/load.ts";

const ROOT = join(import.meta.dirname, "../../..");
const BUNDLED_POLICY = join(ROOT, "policies/neon-2024-09");
const VERSION = "0.1.0";

const HELP = `troth up: runs the desk

  troth up [--data DIR] [--port N] [--policy DIR] [--demo]

  --data DIR    folder of the embedded database, keys and caught mail (default .troth)
  --port N      port of everything (default 3000)
  --policy DIR  policy to publish at start when it is new (default: the bundled one)
  --demo        fills it with a sample vendor and its console

Settings come from the environment, too: DATABASE_URL, TROTH_URL, TROTH_KEY, TROTH_SMTP and others; see docs/operate/settings.md.
Example: troth up --demo --port 4000
`;

type Options = {
  readonly config: Config;
  /** Folder of the policy, and what is in it. */
  readonly policy: string;
  readonly files: PolicyFiles;
  readonly isDemo: boolean;
};

/** Runs the desk until it is told to stop. */
export async function up(argv: readonly string[]): Promise<number> {
  const options = optionsOf(argv);
  if (typeof options === "number") return options;
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const stopped = stopSignal();
  let desk: Desk | null = null;
  try {
    desk = await openDesk({
      config: options.config,
      version: VERSION,
      appsDir: join(ROOT, "apps"),
      demo: options.isDemo ? demoOf(options.config) : null,
      say,
    });
    await start(desk, options, say);
    await stopped;
    return 0;
  } catch (error) {
    process.stderr.write(`${lineOf(error, options.config)}\n`);
    return 1;
  } finally {
    await desk?.stop();
  }
}

function optionsOf(argv: readonly string[]): Options | number {
  let values: { data?: string; port?: string; policy?: string; demo?: boolean; help?: boolean };
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: {
        data: { type: "string" },
        port: { type: "string" },
        policy: { type: "string" },
        demo: { type: "boolean" },
        help: { type: "boolean" },
      },
    }));
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\nSee: troth up --help\n`);
    return 2;
  }
  if (values.help) {
    process.stdout.write(HELP);
    return 0;
  }
  const given = {
    ...process.env,
    ...(values.data === undefined ? {} : { TROTH_DATA: values.data }),
    ...(values.port === undefined ? {} : { PORT: values.port }),
  };
  const config = readConfig(given);
  if ("problems" in config) {
    process.stderr.write(
      `These settings are wrong:\n${config.problems.map((problem) => `  ${problem}\n`).join("")}`,
    );
    return 2;
  }
  const policy = values.policy ?? BUNDLED_POLICY;
  const files = readFolder(policy);
  if (files === null) {
    process.stderr.write(`There is no policy folder ${policy}. Name one with --policy DIR.\n`);
    return 2;
  }
  return { config, policy, files, isDemo: values.demo ?? false };
}

/** The demo's console is another origin on the same port, as a vendor's would be another site. */
function demoOf(config: Config): { name: string; embedders: string[] } {
  return { name: "Acme DB (demo)", embedders: [`http://127.0.0.1:${config.port}`] };
}

/** Another vendor's policy may not take all that the made-up customers write. */
async function fillDemo(demo: Demo, files: PolicyFiles, say: (line: string) => void): Promise<void> {
  const { runnable } = compilePolicy(files);
  const refused = runnable === null ? 0 : await demo.fill(runnable.policy);
  if (refused > 0) say(`${refused} of the demo's tickets are not there: this policy does not take them.`);
}

async function start(desk: Desk, options: Options, say: (line: string) => void): Promise<void> {
  if (options.isDemo && !desk.workspace.isDemo) {
    throw new DatabaseRefusal(
      "There is a real desk in this database, which a demo would fill with made-up customers: choose another folder with --data, or leave out --demo.",
    );
  }
  tellPolicy(await publishAtStart(desk, options.files), options.policy, say);
  for (const line of await endingListsOf(desk)) say(line);
  await applyVendor(desk, options.config.vendor);
  const demo = options.isDemo ? await openDemo(desk, options.config, ROOT) : null;
  const mounts: Mount[] = demo ? [demo.mount] : [];
  await desk.listen(mounts);
  if (demo) await fillDemo(demo, options.files, say);
  const invite = await inviteAtStart(desk);
  const rows = [
    ["Support page", `${desk.url}/support`],
    ...(demo ? [["Console (customer)", demo.consoleUrl] as const] : []),
    ["Portal (customer)", `${desk.url}/portal/`],
    ["Desk (agent)", invite === null ? `${desk.url}/desk/` : invite],
    ...(demo ? [["Caught mail", `${desk.url}/demo/mail`] as const] : []),
    ["API", `${desk.url}/openapi.json`],
  ];
  const what = options.isDemo ? "Troth runs, with a made-up vendor and made-up customers." : "Troth runs.";
  say(`\n${what}\n\n${rows.map(([label = "", url = ""]) => `  ${label.padEnd(19)} ${url}`).join("\n")}\n`);
  if (invite !== null)
    say(
      "  The desk's link works once, for one hour: it makes you an administrator with a password of your own.",
    );
  const portal = await demo?.portalLink();
  if (portal)
    say(`  One-time sign-in to the portal as ${portal.name}, for one hour:
  ${portal.url}`);
  say("  Stop with Ctrl-C.\n");
}

function tellPolicy(outcome: PolicyAtStart, folder: string, say: (line: string) => void): void {
  switch (outcome.kind) {
    case "unchanged":
      return;
    case "published":
      say(`Published support policy ${outcome.version}.`);
      return;
    case "outdated":
      say(
        `The policy in ${folder} is version ${outcome.version}; version ${outcome.inForce} was published since and stays in force.`,
      );
      return;
    case "version-taken":
      say(
        `The policy in ${folder} was not published: version ${outcome.version} is published already with other content. Give it a new version. Version ${outcome.inForce} stays in force.`,
      );
      return;
    case "refused": {
      const findings = outcome.findings.map(findingText).join("\n");
      if (outcome.inForce === null)
        throw new DatabaseRefusal(`The policy in ${folder} cannot be published:\n${findings}`);
      say(
        `${findings}\nThe policy in ${folder} was not published. Version ${outcome.inForce} stays in force.`,
      );
    }
  }
}

/** One Ctrl-C comes twice, from the terminal and again from npm; later than this, a second one is meant. */
const ECHO_MS = 2_000;

/** Resolves on the first Ctrl-C or request to end; a second one that is meant ends at once. */
function stopSignal(): Promise<void> {
  return new Promise((resolve) => {
    let askedAt: number | null = null;
    const ask = (): void => {
      if (askedAt !== null && performance.now() - askedAt > ECHO_MS) process.exit(130);
      askedAt ??= performance.now();
      resolve();
    };
    process.on("SIGINT", ask);
    process.on("SIGTERM", ask);
    process.on("SIGHUP", ask);
  });
}

/** One clear line for what an operator can mend; the whole story for what is our fault. */
function lineOf(error: unknown, config: Config): string {
  if (error instanceof DatabaseRefusal || error instanceof FilesRefusal) return error.message;
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  const port = error instanceof Error && "port" in error ? Number(error.port) : config.port;
  if (code === "EADDRINUSE")
    return `Port ${port} is in use: stop what listens there, or choose another with --port N.`;
  if (code === "EACCES")
    return `Port ${port} may not be opened by this user: choose one above 1023 with --port N.`;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
