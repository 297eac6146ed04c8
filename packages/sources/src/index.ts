export type { AddressRule } from "./address-rule.ts";
export { checksumsOf, READER } from "./checksum.ts";
export { type FeedSettings, feed } from "./feed/feed.ts";
export type { Allowed } from "./fetch/addresses.ts";
export type { Resolve, Resolved } from "./fetch/connect.ts";
export {
  type Answer,
  type Ask,
  type Fetch,
  type FetchSettings,
  type SafeFetch,
  safeFetch,
} from "./fetch/safe-fetch.ts";
export { Unfetched, type Why } from "./fetch/unfetched.ts";
export { type FolderSettings, folder } from "./folder/folder.ts";
export { type GitSettings, git } from "./git/git.ts";
export { type GithubSettings, github, type Part } from "./github/github.ts";
export { type Given, given } from "./given/given.ts";
export type { PageHead } from "./html/page-head.ts";
export { type HtmlPage, readHtml } from "./html/read-html.ts";
export {
  type Change,
  type End,
  type Figures,
  type Instant,
  type Known,
  NEVER,
  type Note,
  type NoteCode,
  type Round,
  type Source,
  type SourceState,
  stateAfter,
} from "./source.ts";
export { type WebsiteSettings, website } from "./website/website.ts";
