import { Ledger } from "../ledger.ts";
import type { Change, Round, Source, SourceState } from "../source.ts";
import { PoliteFetch } from "./polite.ts";
import { type Robots, robotsOf } from "./robots.ts";
import { idOfAddress, isWithin, isWorthFollowing, pageAddress } from "./scope.ts";
import { type Listing, listingOf } from "./sitemap.ts";
import { type Visit, visit } from "./visit.ts";

export type WebsiteSettings = {
  /** Where it starts; only what lies at or below it is read. */
  readonly start: string;
  /** Where the sitemap lies, if neither in `robots.txt` nor at `/sitemap.xml`. */
  readonly sitemap?: string;
  readonly mostPages?: number;
  /** Between two requests, unless `robots.txt` asks for more. */
  readonly delayMs?: number;
  readonly backoffMs?: number;
};

const MOST_PAGES = 10_000;
const DELAY_MS = 200;
const BACKOFF_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;
const LONGEST_DELAY_MS = 30_000;
const AT_ONCE = 2;
/** So many in a row, and the site is down. */
const MOST_FAILURES = 5;

/** A docs site: the pages its sitemap names, else those that its links lead to. */
export function website(settings: WebsiteSettings): Source {
  return { kind: "website", refresh: (before, round) => refresh(settings, before, round) };
}

async function* refresh(
  settings: WebsiteSettings,
  before: SourceState,
  round: Round,
): AsyncGenerator<Change> {
  const ledger = new Ledger(before, round);
  const asked = URL.parse(settings.start);
  const pace = { delayMs: settings.delayMs ?? DELAY_MS, backoffMs: settings.backoffMs ?? BACKOFF_MS };
  const politeAt = (delayMs: number): PoliteFetch =>
    new PoliteFetch(round.fetch, { ...pace, delayMs, longestWaitMs: LONGEST_WAIT_MS }, round.signal);
  const robots = asked === null ? null : await robotsOf(asked, politeAt(pace.delayMs));
  if (asked === null || robots === null) {
    yield* ledger.note("not-reached", asked === null ? settings.start : new URL("/robots.txt", asked).href);
    yield* ledger.end({ sight: "some", cursor: null });
    return;
  }
  const start = new URL(asked.pathname + asked.search, robots.home);
  const polite = politeAt(Math.max(pace.delayMs, Math.min(robots.delayMs ?? 0, LONGEST_DELAY_MS)));
  const listing = await listingFor(settings, { start, robots, polite });
  for (const address of listing.unread) yield* ledger.note("not-reached", address);
  if (listing.isDown && listing.addresses.size === 0) yield* ledger.end({ sight: "some", cursor: null });
  else yield* new Tour({ settings, ledger, start, robots, polite, listing }).walk();
}

type Scene = { readonly start: URL; readonly robots: Robots; readonly polite: PoliteFetch };

async function listingFor(settings: WebsiteSettings, { start, robots, polite }: Scene): Promise<Listing> {
  const named = settings.sitemap === undefined ? robots.sitemaps : [settings.sitemap];
  const guessed = named.length > 0 ? named : ["/sitemap.xml"];
  const first = guessed.flatMap((to) => URL.parse(to, start.href) ?? []);
  // A sitemap may lie elsewhere (sitemaps.org); what it names may not.
  const mayRead = (address: URL): boolean => address.host !== start.host || robots.mayVisit(address);
  const found = await listingOf(first, polite, { mayRead, isNamed: named.length > 0 });
  const within = [...found.addresses].filter(([to]) => isWithin(start, new URL(to)));
  return { ...found, addresses: new Map(within) };
}

type TourScene = Scene & {
  readonly settings: WebsiteSettings;
  readonly ledger: Ledger;
  readonly listing: Listing;
};

/** One walk over a site. */
class Tour {
  readonly #scene: TourScene;
  readonly #isCrawl: boolean;
  readonly #most: number;
  readonly #left: URL[] = [];
  readonly #seen = new Set<string>();
  /** Pages that would be known by another address; theirs count if that one turns out to be none. */
  readonly #elsewhere = new Map<string, Visit & { readonly kind: "page" }>();
  #failures = 0;
  #isWhole: boolean;

  constructor(scene: TourScene) {
    this.#scene = scene;
    this.#isCrawl = scene.listing.addresses.size === 0;
    this.#isWhole = scene.listing.isWhole;
    this.#most = scene.settings.mostPages ?? MOST_PAGES;
  }

  async *walk(): AsyncGenerator<Change> {
    const { ledger, listing, start } = this.#scene;
    const first = this.#isCrawl ? [start.href] : [...listing.addresses.keys()];
    for (const to of first) yield* this.#plan(to);
    const under = new Map<URL, Promise<readonly [URL, Visit]>>();
    while ((this.#left.length > 0 || under.size > 0) && this.#failures < MOST_FAILURES) {
      for (let next = this.#next(under.size); next !== undefined; next = this.#next(under.size)) {
        const address = next;
        under.set(address, this.#visit(address));
      }
      const [address, came] = await Promise.race(under.values());
      under.delete(address);
      yield* this.#take(address, came);
    }
    await Promise.allSettled(under.values());
    if (this.#failures >= MOST_FAILURES) this.#isWhole = false;
    for (const { finding } of this.#elsewhere.values()) yield* ledger.found(finding);
    yield* ledger.end({ sight: this.#isWhole ? "all" : "some", cursor: null });
  }

  async #visit(address: URL): Promise<readonly [URL, Visit]> {
    return [address, await visit(this.#scene, address)];
  }

  #next(under: number): URL | undefined {
    return under < AT_ONCE ? this.#left.shift() : undefined;
  }

  /** Puts an address on the way, once. */
  #plan(to: string): Change[] {
    const { ledger, robots, start } = this.#scene;
    const address = pageAddress(to);
    if (address === null || this.#seen.has(address.href) || !isWithin(start, address)) return [];
    this.#seen.add(address.href);
    // What robots may not visit is no page of ours, not even one that was.
    if (!robots.mayVisit(address)) return ledger.note("not-allowed", address.href);
    if (this.#seen.size > this.#most) {
      this.#isWhole = false;
      return ledger.note("limit", address.href);
    }
    this.#left.push(address);
    return [];
  }

  *#take(address: URL, came: Visit): Generator<Change> {
    const { ledger } = this.#scene;
    const id = idOfAddress(address);
    this.#failures = came.kind === "failed" && came.isDown ? this.#failures + 1 : 0;
    switch (came.kind) {
      case "failed":
        ledger.unseen(id);
        // Whatever only this page leads to did not come into sight either.
        if (this.#isCrawl) this.#isWhole = false;
        yield* ledger.note(came.code, address.href);
        break;
      case "none":
        ledger.gone(id);
        if (came.code !== null) yield* ledger.note(came.code, address.href);
        if (came.to !== null) yield* this.#plan(came.to);
        break;
      case "kept":
        ledger.kept(id);
        yield* this.#follow(came.leads);
        break;
      case "page":
        yield* this.#page(address, came);
    }
  }

  *#page(asked: URL, came: Visit & { readonly kind: "page" }): Generator<Change> {
    const { ledger, start } = this.#scene;
    const { finding, canonical } = came;
    yield* this.#follow(came.leads);
    const isOther = finding.address !== asked.href;
    // A redirect led to a page that has its own turn.
    if (isOther && this.#seen.has(finding.address)) return;
    this.#seen.add(finding.address);
    const known = canonical === null ? null : pageAddress(canonical);
    if (known !== null && idOfAddress(known) !== finding.page.id && isWithin(start, known)) {
      this.#elsewhere.set(known.href, came);
      yield* this.#plan(known.href);
      return;
    }
    this.#elsewhere.delete(finding.address);
    yield* ledger.found(finding);
  }

  *#follow(leads: readonly string[]): Generator<Change> {
    if (!this.#isCrawl) return;
    for (const to of leads) {
      const address = pageAddress(to);
      if (address !== null && isWorthFollowing(address)) yield* this.#plan(to);
    }
  }
}
