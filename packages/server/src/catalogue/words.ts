import type { News } from "./news.ts";

/** What each kind of mail is made from. */
export type MailFacts = {
  readonly invite: { readonly link: string; readonly workspace: string };
  readonly "portal-link": { readonly link: string; readonly workspace: string; readonly name: string };
  readonly answer: {
    readonly link: string;
    readonly workspace: string;
    readonly name: string;
    readonly number: string;
    readonly subject: string;
    readonly author: string;
    readonly text: string;
    /** What the customer is asked for, item by item. */
    readonly items: readonly string[];
    readonly reader: "requester" | "follower";
  };
  /** The answer that ended the ticket. */
  readonly ended: {
    readonly link: string;
    readonly workspace: string;
    readonly name: string;
    readonly number: string;
    readonly subject: string;
    readonly author: string;
    readonly text: string;
    readonly reader: "requester" | "follower";
  } & EndFacts;
  readonly news: {
    readonly link: string;
    readonly workspace: string;
    readonly name: string;
    readonly number: string;
    readonly subject: string;
    readonly news: News;
    /** Why the reader gets it. */
    readonly reader: "requester" | "follower" | "agent";
  };
  /** A ticket that is shown to few: the mail says that there is news, and nothing of it. */
  readonly "restricted-news": {
    readonly link: string;
    readonly workspace: string;
    readonly name: string;
    readonly number: string;
  };
  /** The answer comes later than was promised, for the policy or its hours changed. */
  readonly "promise-moved": {
    readonly link: string;
    readonly workspace: string;
    readonly name: string;
    readonly number: string;
    readonly subject: string;
    readonly dueFrom: string;
    /** Null when nothing is promised any more. */
    readonly dueTo: string | null;
  };
  /** News of an incident that somebody follows. */
  readonly "incident-update": {
    readonly link: string;
    readonly workspace: string;
    readonly name: string;
    readonly title: string;
    readonly state: "investigating" | "identified" | "monitoring" | "resolved";
    readonly text: string;
    readonly at: string;
    /** Null when no further update is promised. */
    readonly nextUpdateBy: string | null;
  };
  /** An incident ended, and the customer of a ticket in it is asked whether all is well. */
  readonly "incident-ended": {
    readonly link: string;
    readonly workspace: string;
    readonly name: string;
    readonly number: string;
    readonly subject: string;
    readonly title: string;
    readonly text: string;
    readonly at: string;
  };
  /** Words were reported, or a review was asked for; whoever decides is told, without the words. */
  readonly "conduct-reported": {
    readonly link: string;
    readonly workspace: string;
    readonly name: string;
    readonly number: string;
    readonly ticket: string;
  };
  /** The answer to whoever reported words. */
  readonly "conduct-answer": {
    readonly link: string;
    readonly workspace: string;
    readonly name: string;
    readonly number: string;
    readonly ticket: string;
    readonly text: string;
  };
  /** A decision, to whom it concerns. */
  readonly "conduct-decision": {
    readonly link: string;
    readonly workspace: string;
    readonly name: string;
    readonly number: string;
    readonly ticket: string;
    readonly text: string;
    readonly decision: "word" | "warning" | "end-support";
    readonly scope: "person" | "organisation" | null;
  };
  readonly "conduct-reinstated": {
    readonly link: string;
    readonly workspace: string;
    readonly name: string;
    readonly number: string;
    readonly ticket: string;
    readonly text: string;
  };
};

/** How a ticket ended: names and texts are the policy's. */
export type EndFacts = {
  readonly outcome: string;
  readonly exclusion: {
    readonly number: number;
    readonly text: string;
    /** What it is about, as the agent named it. */
    readonly named: string | null;
    readonly clause: string;
    readonly version: string;
  } | null;
  readonly release: string | null;
  /** Whether the release is yet to come. */
  readonly isAwaited: boolean;
  /** Title of the incident that it is part of. */
  readonly incident: string | null;
  readonly remark: string | null;
  /** Until when a reply opens the ticket again; null when none does any more. */
  readonly reopensUntil: string | null;
};

export type MailWords = {
  readonly subject: string;
  /** Paragraphs; one that begins with `quote:` shows what a person wrote. */
  readonly paragraphs: readonly string[];
  readonly action: string;
  readonly why: string;
};

export type MailCatalogue = { readonly [K in keyof MailFacts]: (facts: MailFacts[K]) => MailWords };
