import { instantOf } from "../html/page-head.ts";
import { type Api, type Item, isMap, mapIn, mapsIn, textIn } from "./api.ts";
import { isBot, type Said, type Thread } from "./thread.ts";

/** What a list of GitHub's names: a thread, whose texts may have to be asked for, or one that is not to be shown. */
export type Listed =
  | {
      readonly kind: "thread";
      readonly thread: Thread;
      readonly more: (() => Promise<readonly Said[]>) | null;
    }
  | { readonly kind: "hidden"; readonly id: string };

/** Closed without an answer that helps anybody. */
const HIDDEN_REASONS = new Set(["not_planned", "duplicate", "DUPLICATE", "OUTDATED"]);

/** Issues, the longest unchanged first, so that one can go on from where one was stopped. */
export async function* issuesOf(api: Api, path: string, since: string | null): AsyncGenerator<Listed> {
  const after = since === null ? "" : `&since=${encodeURIComponent(since)}`;
  for await (const page of api.pages(
    `${path}/issues?state=all&sort=updated&direction=asc&per_page=100${after}`,
  ))
    for (const issue of page) if (!isMap(issue["pull_request"])) yield issueOf(api, path, issue);
}

function issueOf(api: Api, path: string, issue: Item): Listed {
  const number = Number(issue["number"]);
  const id = `issues/${number}`;
  if (isBot(issue) || HIDDEN_REASONS.has(textIn(issue["state_reason"]))) return { kind: "hidden", id };
  const comments = Number(issue["comments"]) || 0;
  const commentsOf = async (): Promise<readonly Said[]> => {
    for await (const page of api.pages(`${path}/issues/${number}/comments?per_page=100`))
      return page.filter((one) => !isBot(one)).map(saidIn);
    return [];
  };
  const said = saidIn(issue);
  const changed = textIn(issue["updated_at"]);
  const thread = {
    id,
    title: textIn(issue["title"]),
    address: said.address,
    fingerprint: `${changed} ${comments}`,
    changedAt: instantOf(changed),
    texts: [said],
  };
  return { kind: "thread", thread, more: comments > 0 ? commentsOf : null };
}

const saidIn = (item: Item): Said => ({
  body: textIn(item["body"]),
  address: textIn(item["html_url"] ?? item["url"]),
});

/** Releases that are out. */
export async function* releasesOf(api: Api, path: string): AsyncGenerator<Listed> {
  for await (const page of api.pages(`${path}/releases?per_page=100`))
    for (const release of page) {
      const tag = textIn(release["tag_name"]);
      if (release["draft"] === true || tag === "") continue;
      const said = saidIn(release);
      const changedAt =
        instantOf(textIn(release["updated_at"])) ?? instantOf(textIn(release["published_at"]));
      const title = textIn(release["name"]) || tag;
      const fingerprint = `${changedAt} ${title} ${said.body.length}`;
      const thread = {
        id: `releases/${tag}`,
        title,
        address: said.address,
        fingerprint,
        changedAt,
        texts: [said],
      };
      yield { kind: "thread", thread, more: null };
    }
}

const DISCUSSIONS = `query($owner: String!, $name: String!, $after: String) {
  repository(owner: $owner, name: $name) {
    discussions(first: 50, after: $after, orderBy: {field: UPDATED_AT, direction: DESC}) {
      pageInfo { hasNextPage endCursor }
      nodes {
        number title body url updatedAt stateReason author { __typename login }
        answer { id }
        comments(first: 50) { nodes { id body url isMinimized author { __typename login } } }
      }
    }
  }
}`;

/** Discussions, the last changed first, down to those that were seen already. */
export async function* discussionsOf(
  api: Api,
  repository: string,
  since: string | null,
): AsyncGenerator<Listed> {
  const [owner = "", name = ""] = repository.split("/");
  for (let after: string | null = null; ; ) {
    const data: Item = await api.query(DISCUSSIONS, { owner, name, after });
    const list = mapIn(mapIn(data["repository"])["discussions"]);
    for (const one of mapsIn(list["nodes"])) {
      if (since !== null && textIn(one["updatedAt"]) < since) return;
      yield discussionOf(one);
    }
    const { hasNextPage, endCursor } = mapIn(list["pageInfo"]);
    if (hasNextPage !== true || typeof endCursor !== "string" || endCursor === after) return;
    after = endCursor;
  }
}

function discussionOf(one: Item): Listed {
  const id = `discussions/${Number(one["number"])}`;
  if (isBot(one) || HIDDEN_REASONS.has(textIn(one["stateReason"]))) return { kind: "hidden", id };
  const answer = mapIn(one["answer"])["id"];
  const comments = mapsIn(mapIn(one["comments"])["nodes"]).filter(
    (said) => !isBot(said) && said["isMinimized"] !== true,
  );
  // What was marked as the answer comes right after the question.
  const inOrder = comments.toSorted((a, b) => Number(b["id"] === answer) - Number(a["id"] === answer));
  const thread = {
    id,
    title: textIn(one["title"]),
    address: textIn(one["url"]),
    fingerprint: `${textIn(one["updatedAt"])} ${String(answer !== undefined)} ${comments.length}`,
    changedAt: instantOf(textIn(one["updatedAt"])),
    texts: [one, ...inOrder].map(saidIn),
  };
  return { kind: "thread", thread, more: null };
}
