import { isAbsolute, join, relative, resolve, sep } from "node:path";
import {
  type AddressRule,
  feed,
  folder,
  git,
  github,
  type Part,
  type Source,
  safeFetch,
  website,
} from "@troth/sources";
import type { Readers } from "../../ports/readers.ts";

export type ReadersOptions = {
  /** Told to whoever is read: `Troth (+https://support.example.com)`. */
  readonly userAgent: string;
  /** Inside hosts that may be read, as `safeFetch` takes them. */
  readonly inside: readonly string[];
  /** The folders below which a source may lie on this machine. */
  readonly folders: readonly string[];
  /** A folder of ours for what readers keep. */
  readonly store: string;
};

/** The readers of `@troth/sources`, within what the operator allows. */
export function sourceReaders({ userAgent, inside, folders, store }: ReadersOptions): Readers & {
  stop(): Promise<void>;
} {
  const { fetch, close } = safeFetch({ userAgent, allowed: inside });
  const isAllowed = (path: string): boolean =>
    folders.some((one) => {
      const way = relative(resolve(one), resolve(path));
      return way.split(sep)[0] !== ".." && !isAbsolute(way);
    });
  return {
    fetch,
    refusal({ kind, settings }) {
      if (kind !== "folder" || isAllowed(textOf(settings, "folder"))) return null;
      return "This folder is not one that may be read here. Whoever runs the desk names those in TROTH_SOURCE_FOLDERS.";
    },
    open({ id, kind, settings }, secret) {
      const token = secret === null ? {} : { token: secret };
      switch (kind) {
        case "website":
          return website({ start: textOf(settings, "start"), ...given(settings, "sitemap") });
        case "feed":
          return feed({ address: textOf(settings, "address") });
        case "github":
          return github({
            repository: textOf(settings, "repository"),
            ...given(settings, "api"),
            ...(settings["parts"] === undefined ? {} : { parts: partsOf(settings["parts"]) }),
            ...token,
          });
        case "git":
          return git({
            address: textOf(settings, "address"),
            ...given(settings, "ref"),
            ...given(settings, "under"),
            addresses: addressesOf(settings),
            store: join(store, id),
            allowed: inside,
            ...token,
          });
        case "folder":
          return openFolder(textOf(settings, "folder"), addressesOf(settings));
        default:
          return null;
      }
    },
    stop: () => close(),
  };

  function openFolder(path: string, addresses: AddressRule): Source {
    if (!isAllowed(path)) throw new Error(`The folder ${path} may not be read here any more.`);
    return folder({ folder: resolve(path), addresses });
  }
}

type Settings = Readonly<Record<string, unknown>>;

function textOf(settings: Settings, name: string): string {
  const value = settings[name];
  return typeof value === "string" ? value : "";
}

function given<N extends string>(settings: Settings, name: N): { readonly [K in N]?: string } {
  const value = settings[name];
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- a computed key widens to string
  return (typeof value === "string" ? { [name]: value } : {}) as { readonly [K in N]?: string };
}

function addressesOf(settings: Settings): AddressRule {
  const { base, names } = { base: null, names: "pages", ...Object(settings["addresses"]) };
  return { base: typeof base === "string" ? base : null, names: names === "files" ? "files" : "pages" };
}

const PARTS: readonly Part[] = ["issues", "discussions", "releases"];

function partsOf(value: unknown): Part[] {
  return PARTS.filter((part) => Array.isArray(value) && value.includes(part));
}
