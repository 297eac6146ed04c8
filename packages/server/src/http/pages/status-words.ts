import type { IncidentState } from "@troth/core";
import type { PageLocale } from "./page-locale.ts";

/** The status page and the feed in the reader's language; what an update says is the vendor's own words. */
export type StatusWords = {
  readonly title: (name: string) => string;
  readonly allWell: string;
  readonly openCount: (count: number) => string;
  readonly asOf: (time: string) => string;
  readonly states: Readonly<Record<IncidentState, string>>;
  readonly everywhere: string;
  readonly since: (time: string) => string;
  readonly nextBy: (time: string) => string;
  readonly nextWasDue: (time: string) => string;
  readonly ended: string;
  readonly noneEnded: string;
  /** Leads to the root cause that the vendor published for everybody. */
  readonly cause: (time: string) => string;
  readonly span: (from: string, to: string) => string;
  readonly feeds: string;
  readonly atom: string;
  readonly json: string;
  readonly policy: string;
  readonly follow: string;
};

export const STATUS_WORDS: Readonly<Record<PageLocale, StatusWords>> = {
  en: {
    title: (name) => `${name} status`,
    allWell: "No incident is open.",
    openCount: (count) => (count === 1 ? "One incident is open." : `${count} incidents are open.`),
    asOf: (time) => `As of ${time}.`,
    states: {
      investigating: "Investigating",
      identified: "Identified",
      monitoring: "Monitoring",
      resolved: "Resolved",
    },
    everywhere: "all regions",
    since: (time) => `since ${time}`,
    nextBy: (time) => `Next update by ${time}.`,
    nextWasDue: (time) => `The next update was promised by ${time} and is late.`,
    ended: "The last 30 days",
    noneEnded: "No incident ended in the last 30 days.",
    cause: (time) => `Root cause, published ${time}`,
    span: (from, to) => `${from} to ${to}`,
    feeds: "Follow along",
    atom: "Atom feed",
    json: "JSON",
    policy: "Support policy",
    follow: "Customers can follow an incident by mail in the portal",
  },
  de: {
    title: (name) => `Status von ${name}`,
    allWell: "Keine Störung ist offen.",
    openCount: (count) => (count === 1 ? "Eine Störung ist offen." : `${count} Störungen sind offen.`),
    asOf: (time) => `Stand: ${time}.`,
    states: {
      investigating: "Wird untersucht",
      identified: "Ursache gefunden",
      monitoring: "Wird beobachtet",
      resolved: "Behoben",
    },
    everywhere: "alle Regionen",
    since: (time) => `seit ${time}`,
    nextBy: (time) => `Nächste Mitteilung bis ${time}.`,
    nextWasDue: (time) => `Die nächste Mitteilung war bis ${time} zugesagt und ist überfällig.`,
    ended: "Die letzten 30 Tage",
    noneEnded: "In den letzten 30 Tagen endete keine Störung.",
    cause: (time) => `Ursache, veröffentlicht ${time}`,
    span: (from, to) => `${from} bis ${to}`,
    feeds: "Auf dem Laufenden bleiben",
    atom: "Atom-Feed",
    json: "JSON",
    policy: "Support-Richtlinie",
    follow: "Kunden können einer Störung im Portal per Mail folgen",
  },
};
