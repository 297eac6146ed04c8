import { describe, expect, test } from "vitest";
import { NEVER, type SourceState } from "../source.ts";
import { after, refreshed } from "../testing/round-for-tests.ts";
import { fetchFor, type Reply, serveSite } from "../testing/site-for-tests.ts";
import { type GithubSettings, github } from "./github.ts";

type Issue = Record<string, unknown> & { readonly number: number };
const person = { login: "ada", type: "User" };
const bot = { login: "stale[bot]", type: "Bot" };
const issue = (number: number, hour: number, more = {}): Issue => ({
  number,
  title: `Issue ${number}`,
  body: `Body of ${number}`,
  html_url: `https://github.com/o/r/issues/${number}`,
  updated_at: `2026-11-20T${String(hour).padStart(2, "0")}:00:00Z`,
  comments: 0,
  state_reason: null,
  user: person,
  ...more,
});
const json = (value: unknown, headers = {}): Reply => ({
  headers: { "content-type": "application/json", ...headers },
  body: JSON.stringify(value),
});

/** GitHub as far as this source speaks to it, two to a page. */
async function fakeGithub() {
  const state = {
    issues: [] as Issue[],
    comments: {} as Record<number, object[]>,
    releases: [] as object[],
    discussions: [] as object[],
    remaining: 1_000,
  };
  const site = await serveSite(({ url = "", method }) => {
    if (state.remaining <= 0) return { status: 403, headers: { "x-ratelimit-remaining": "0" } };
    state.remaining -= 1;
    const limit = { "x-ratelimit-remaining": String(state.remaining) };
    if (method === "POST")
      return json(
        { data: { repository: { discussions: { pageInfo: {}, nodes: state.discussions } } } },
        limit,
      );
    const { pathname, searchParams } = new URL(url, "http://x");
    const comments = /\/issues\/(\d+)\/comments$/.exec(pathname);
    if (comments) return json(state.comments[Number(comments[1])] ?? [], limit);
    if (pathname.endsWith("/releases")) return json(state.releases, limit);
    const since = searchParams.get("since") ?? "";
    const page = Number(searchParams.get("page") ?? 1);
    const all = state.issues
      .filter(({ updated_at: at }) => String(at) >= since)
      .toSorted((one, other) => String(one["updated_at"]).localeCompare(String(other["updated_at"])));
    searchParams.set("page", String(page + 1));
    const link = `<${site.origin}${pathname}?${searchParams.toString()}>; rel="next", <${site.origin}/x>; rel="last"`;
    return json(all.slice(page * 2 - 2, page * 2), { ...limit, ...(all.length > page * 2 ? { link } : {}) });
  });
  const fetch = fetchFor([site]);
  const look = (before: SourceState = NEVER, hours = 0, more: Partial<GithubSettings> = {}) => {
    site.asked.length = 0;
    return refreshed(github({ repository: "o/r", api: site.origin, ...more }), before, {
      fetch,
      now: after(hours),
    });
  };
  return { ...site, state, look };
}

describe("a repository on GitHub", () => {
  test("gives its issues with their comments; pull requests, what was closed as not planned and what machines say are left out", async () => {
    const { state, look } = await fakeGithub();
    state.issues = [
      issue(1, 1, { comments: 2, body: "# Why\n\nIt breaks, see [docs](../docs/x.md)" }),
      issue(2, 2, { pull_request: { url: "x" } }),
      issue(3, 3, { state_reason: "not_planned" }),
      issue(4, 4, { user: bot }),
      issue(5, 5, { state_reason: "completed" }),
      issue(6, 6, { title: "<script>alert(1)</script>", body: null }),
    ];
    state.comments[1] = [
      { body: "Set `x` to 2.", html_url: "https://github.com/o/r/issues/1#issuecomment-7", user: person },
      { body: "This is stale.", html_url: "https://github.com/o/r/issues/1#issuecomment-8", user: bot },
    ];
    const { put, steps, end } = await look();
    expect(put).toEqual(["issues/1", "issues/5", "issues/6"]);
    expect(steps[0]).toMatchObject({
      page: {
        title: "Issue 1",
        sections: [
          {
            heading: "Why",
            anchor: null,
            blocks: [{ text: "It breaks, see docs" }],
          },
          { heading: "", anchor: "issuecomment-7", blocks: [{ text: "Set x to 2." }] },
        ],
        links: [{ text: "docs", to: "https://github.com/o/r/docs/x.md" }],
      },
      known: { address: "https://github.com/o/r/issues/1", changedAt: Date.UTC(2026, 10, 20, 1) },
    });
    expect(JSON.stringify(steps)).not.toContain("ada");
    expect(end.outcome).toBe("whole");
  });

  test("is asked within the day for what is new alone, and once a day for all of it", async () => {
    const { state, look, asked } = await fakeGithub();
    state.issues = [1, 2, 3, 4].map((at) => issue(at, at));
    const first = await look();
    state.issues = [issue(1, 9, { state_reason: "not_planned" }), issue(2, 8, { body: "New" }), issue(4, 4)];
    const news = await look(first.state, 1);
    expect([news.put, news.gone, news.end.outcome]).toEqual([["issues/2"], ["issues/1"], "news"]);
    expect(news.end.currentAt).toBe(after(1));
    expect(asked[0]).toContain("since=2026-11-20T04%3A00%3A00Z");
    const whole = await look(news.state, 24);
    expect([whole.put, whole.gone, whole.end.outcome]).toEqual([[], ["issues/3"], "whole"]);
    expect(asked.some((one) => one.includes("since="))).toBe(false);
  });

  test("does not ask again for the comments of what did not change", async () => {
    const { state, look, asked } = await fakeGithub();
    state.issues = [issue(1, 1, { comments: 1 })];
    const first = await look();
    expect(asked.filter((one) => one.includes("/comments"))).toHaveLength(1);
    expect((await look(first.state, 24)).steps).toHaveLength(1);
    expect(asked.filter((one) => one.includes("/comments"))).toHaveLength(0);
  });

  test("that asks for a pause gets one, and nothing is lost of what was known or read", async () => {
    const { state, look, asked } = await fakeGithub();
    state.issues = [1, 2, 3, 4, 5, 6].map((at) => issue(at, at));
    const first = await look();
    state.issues = [7, 8, 9, 10, 11].map((at) => issue(at, at));
    state.remaining = 2;
    const { put, gone, notes, end } = await look(first.state, 24);
    expect([put, gone, end.outcome]).toEqual([["issues/10", "issues/7", "issues/8", "issues/9"], [], "part"]);
    expect(notes).toEqual(["rate-limit o/r issues", "rate-limit o/r releases"]);
    expect(asked).toHaveLength(2);
  });

  test("gives its releases, drafts left out", async () => {
    const { state, look } = await fakeGithub();
    state.releases = [
      {
        tag_name: "v1",
        name: "One",
        body: "## Fixed\n\n- a",
        html_url: "https://github.com/o/r/releases/tag/v1",
        draft: false,
      },
      {
        tag_name: "v2",
        name: null,
        body: "",
        html_url: "https://github.com/o/r/releases/tag/v2",
        draft: true,
      },
    ];
    const { put, steps } = await look();
    expect(put).toEqual(["releases/v1"]);
    expect(steps[0]).toMatchObject({
      page: { title: "One", sections: [{ heading: "Fixed", anchor: null }] },
    });
  });

  test("gives its discussions where there is a token, the answer first; the token goes nowhere else", async () => {
    const { state, look, headers } = await fakeGithub();
    const said = (id: string, more = {}) => ({
      id,
      body: `Words of ${id}`,
      url: `https://github.com/o/r/discussions/9#discussioncomment-${id}`,
      author: { __typename: "User", login: "ada" },
      ...more,
    });
    state.discussions = [
      {
        ...said("q", {
          number: 9,
          title: "How?",
          url: "https://github.com/o/r/discussions/9",
          updatedAt: "2026-11-20T00:00:00Z",
        }),
        answer: { id: "b" },
        comments: {
          nodes: [
            said("a"),
            said("b"),
            said("c", { isMinimized: true }),
            said("d", { author: { __typename: "Bot" } }),
          ],
        },
      },
    ];
    expect((await look()).put).toEqual([]);
    const { steps } = await look(NEVER, 0, { token: "secret" });
    expect(steps[0]).toMatchObject({
      page: {
        id: "discussions/9",
        title: "How?",
        sections: ["q", "b", "a"].map((id) => ({ blocks: [{ text: `Words of ${id}` }] })),
      },
    });
    expect(headers.at(-1)?.authorization).toBe("Bearer secret");
    expect(JSON.stringify(steps)).not.toContain("secret");
  });
});

describe("what is not as it should be", () => {
  test.each(["../x", "o/r/x", "o", "o/..", "-", "o/r?x=1", "https://github.com/o/r"])(
    "the name «%s» is refused",
    async (repository) => {
      const { look, asked } = await fakeGithub();
      expect((await look(NEVER, 0, { repository })).notes).toEqual([`refused ${repository}`]);
      expect(asked).toEqual([]);
    },
  );

  test.each([
    ["no JSON", { body: "<html>" }, "unreadable"],
    ["no list", { body: "{}" }, "unreadable"],
    ["an error", { status: 500 }, "not-reached"],
    ["gone, or hidden from this token", { status: 404 }, "not-reached"],
    ["a way inside", { status: 301, headers: { location: "http://10.0.0.1/" } }, "elsewhere"],
    [
      "a next page elsewhere",
      { headers: { link: '<http://10.0.0.1/>; rel="next"' }, body: "[]" },
      "elsewhere",
    ],
    ["a next page that is the same", null, null],
  ])("%s keeps all that was known", async (_, reply, code) => {
    const good = await fakeGithub();
    good.state.issues = [1, 2, 3].map((at) => issue(at, at));
    const first = await good.look();
    const site = await serveSite(
      ({ url = "" }) => reply ?? { headers: { link: `<${site.origin}${url}>; rel="next"` }, body: "[]" },
    );
    const source = github({ repository: "o/r", api: site.origin, parts: ["issues"] });
    const { gone, end, notes } = await refreshed(source, first.state, {
      fetch: fetchFor([site]),
      now: after(24),
    });
    expect(gone).toEqual([]);
    expect(end.outcome).toBe(code === null ? "suspicious" : "part");
    expect(notes).toEqual([code === null ? "most-is-gone 3/3" : `${code} o/r issues`]);
  });
});
