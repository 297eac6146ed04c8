import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { NEVER } from "../source.ts";
import { refreshed } from "../testing/round-for-tests.ts";
import { type GitSettings, git } from "./git.ts";
import { gitAddress } from "./git-address.ts";

let root = "";
const work = (): string => join(root, "work");
const inWork = (...args: readonly string[]): string =>
  execFileSync(
    "git",
    ["-c", "user.name=A", "-c", "user.email=a@example.com", "-c", "init.defaultBranch=main", ...args],
    {
      cwd: work(),
      encoding: "utf8",
      env: { ...process.env, GIT_CONFIG_GLOBAL: "/dev/null", GIT_CONFIG_NOSYSTEM: "1" },
    },
  );
const write = (path: string, text: string): void => {
  mkdirSync(dirname(join(work(), path)), { recursive: true });
  writeFileSync(join(work(), path), text);
};
const commit = (): void => {
  inWork("add", "-A");
  inWork("commit", "-qm", "docs");
};
const source = (more: Partial<GitSettings> = {}) =>
  git({
    address: `file://${work()}`,
    mayUseFiles: true,
    store: join(root, "store"),
    under: "docs",
    addresses: { base: "https://github.com/o/r/blob/main/docs", names: "files" },
    ...more,
  });

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "troth-git-"));
  mkdirSync(work());
  inWork("init", "-q");
  write("docs/a.md", "# A\n\nWords");
  write("docs/deep/b.mdx", "# B");
  write("docs/c.md", "# C");
  write("README.md", "# Not below docs");
  commit();
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

describe("a git repository", () => {
  test("is read at its last state, what changed is put, what is no longer there is gone", async () => {
    const first = await refreshed(source(), NEVER);
    expect(first.put).toEqual(["a", "c", "deep/b"]);
    expect(first.state.pages.get("deep/b")).toMatchObject({
      address: "https://github.com/o/r/blob/main/docs/deep/b.mdx",
      changedAt: null,
    });
    expect((await refreshed(source(), first.state)).steps).toHaveLength(1);
    write("docs/a.md", "# A\n\nOther words");
    rmSync(join(work(), "docs/c.md"));
    write("docs/new.md", "# New");
    commit();
    const { put, gone, state, end } = await refreshed(source(), first.state);
    expect([put, gone]).toEqual([["a", "new"], ["c"]]);
    expect(state.pages.get("a")?.changedAt).toBeGreaterThan(0);
    expect(end.cursor).toBe(inWork("rev-parse", "HEAD").trim());
  });

  test("whose history was written anew is read all the same, and another branch too", async () => {
    const first = await refreshed(source(), NEVER);
    write("docs/a.md", "# A\n\nAnew");
    inWork("commit", "-qa", "--amend", "-m", "anew");
    inWork("branch", "other");
    expect((await refreshed(source(), first.state)).put).toEqual(["a"]);
    expect((await refreshed(source({ ref: "other" }), NEVER)).put).toHaveLength(3);
  });

  test("that cannot be reached keeps all that was known", async () => {
    const first = await refreshed(source(), NEVER);
    rmSync(work(), { recursive: true });
    const { gone, notes, end } = await refreshed(source(), first.state);
    expect([gone, notes, end.outcome]).toEqual([[], ["not-reached "], "part"]);
  });

  test("runs nothing: no hooks, no submodules, no links, no filters", async () => {
    const trap = `#!/bin/sh\ntouch ${root}/sprung\n`;
    for (const hook of ["post-checkout", "post-merge", "reference-transaction", "update"]) {
      mkdirSync(join(root, "store/hooks"), { recursive: true });
      writeFileSync(join(root, "store/hooks", hook), trap, { mode: 0o755 });
    }
    symlinkSync("/etc/passwd", join(work(), "docs/passwd.md"));
    symlinkSync("../README.md", join(work(), "docs/up.md"));
    write(".gitmodules", `[submodule "x"]\n\tpath = docs/x\n\turl = ext::sh -c touch% ${root}/sprung\n`);
    write(".gitattributes", "*.md filter=trap");
    write("docs/.hidden.md", "# Hidden");
    commit();
    const { put } = await refreshed(source(), NEVER);
    expect(put).toEqual(["a", "c", "deep/b"]);
    expect(existsSync(join(root, "sprung"))).toBe(false);
  });
});

describe("an address that is refused", () => {
  const reach = {
    allowed: [],
    mayUseFiles: false,
    resolve: async (name: string) => [
      { address: name.startsWith("inside") ? "10.0.0.1" : "8.8.8.8", family: 4 },
    ],
  };
  test.each([
    "--upload-pack=touch /tmp/x",
    "-oProxyCommand=touch",
    "ext::sh -c touch% /tmp/x",
    "file:///etc",
    "/etc",
    "../repo",
    "git://example.com/x",
    "http://example.com/x",
    "https://user:secret@example.com/x",
    "https://token@example.com/x",
    "https://inside.example/x",
    "https://127.0.0.1/x",
    "https://[::1]/x",
    "https://example.com:8443/x",
    "ssh://-oProxyCommand=touch/x",
    "ssh://git@inside.example/x",
    "git@inside.example:o/r",
    "git@example.com:x; touch /tmp/x",
    "git@-oProxyCommand:x",
    "https://example.com/x\n--upload-pack=y",
  ])("%s", async (address) => {
    await expect(gitAddress(address, reach)).rejects.toMatchObject({ why: "refused" });
  });

  test("unlike those of the web and of ssh, which are pinned to what was checked", async () => {
    expect(await gitAddress("https://example.com/o/r.git", reach)).toMatchObject({
      config: [["http.curloptResolve", "example.com:443:8.8.8.8"]],
    });
    const ssh = await gitAddress("git@example.com:o/r.git", reach);
    expect(ssh.sshCommand).toContain("-o HostKeyAlias=example.com -o HostName=8.8.8.8");
  });

  test.each(["-x", "a..b", "a b", "--upload-pack=x", "a:b"])("as is the ref %s", async (ref) => {
    expect((await refreshed(source({ ref }), NEVER)).notes).toEqual(["refused "]);
  });
});
