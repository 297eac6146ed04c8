/** What is told of a ticket beside answers, with its facts; texts are what a person wrote. */
export type News =
  | {
      readonly what: "severity";
      readonly from: string;
      readonly to: string;
      readonly reason: string | null;
      readonly dueFrom: string | null;
      readonly dueTo: string | null;
    }
  | { readonly what: "objection"; readonly by: string; readonly reason: string | null }
  | { readonly what: "advice-asked"; readonly by: string; readonly reason: string | null }
  | {
      readonly what: "objection-ended";
      readonly result: "upheld" | "changed" | "taken-back";
      readonly severity: string;
      readonly by: string;
      readonly reason: string | null;
    }
  | { readonly what: "worse"; readonly by: string; readonly to: string; readonly reason: string | null }
  | { readonly what: "word-reminded"; readonly by: string; readonly isTeams: boolean }
  | { readonly what: "word-missed"; readonly by: string }
  | {
      readonly what: "waiting";
      readonly since: string;
      readonly items: readonly string[];
      readonly closesAt: string | null;
    }
  | { readonly what: "closed"; readonly since: string; readonly items: readonly string[] }
  | {
      readonly what: "video-granted";
      readonly by: string;
      readonly startsAt: string;
      readonly minutes: number;
      readonly room: string | null;
    }
  | { readonly what: "video-declined"; readonly by: string; readonly reason: string | null }
  /** The same for the agents who meet the customer. */
  | {
      readonly what: "video-set";
      readonly by: string;
      readonly customer: string;
      readonly startsAt: string;
      readonly minutes: number;
      readonly room: string | null;
    }
  | { readonly what: "video-asked"; readonly by: string; readonly reason: string | null }
  | {
      readonly what: "video-cancelled";
      readonly by: string;
      readonly reason: string | null;
      /** False where only the wish was taken back. */
      readonly wasGranted: boolean;
    }
  | { readonly what: "added"; readonly by: string }
  | { readonly what: "merged"; readonly into: number }
  | { readonly what: "release-out"; readonly name: string; readonly note: string | null }
  | {
      readonly what: "wish";
      readonly state: "noted" | "planned" | "out" | "declined";
      readonly title: string;
      readonly release: string | null;
      readonly reason: string | null;
    }
  | { readonly what: "cause-asked"; readonly by: string }
  | { readonly what: "cause-declined"; readonly by: string; readonly reason: string | null }
  | {
      readonly what: "cause";
      /** 1 for the first version. */
      readonly nth: number;
      /** Title of the incident it is about; null where it is about the ticket alone. */
      readonly incident: string | null;
      readonly change: string | null;
    };

export type WishNews = Extract<News, { readonly what: "wish" }>;

/** Subject line and paragraphs of one piece of news; a paragraph that begins with `quote:` shows what a person wrote. */
export type NewsWords = { readonly subject: string; readonly paragraphs: readonly string[] };

export type NewsCatalogue = (news: News, ticket: string) => NewsWords;

/** A quoted text as a paragraph of its own; nothing where there is none. */
export function quoted(text: string | null): readonly string[] {
  return text === null || text === "" ? [] : [`quote:${text}`];
}

/** A list below its first words, one item a line. */
export function listed(words: string, items: readonly string[]): string {
  return [words, ...items.map((item) => `- ${item}`)].join("\n");
}
