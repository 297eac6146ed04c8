import type { Locale } from "../types.ts";
import { asWritten, type ChangeKind, type ChangeTopic, type Said, said } from "./change.ts";

export const TOPIC_WORDS: Readonly<Record<ChangeTopic, Said>> = {
  plans: said("Support plans", "Supportpläne"),
  channels: said("Ways to get help", "Wege zur Hilfe"),
  targets: said("Response times", "Reaktionszeiten"),
  hours: said("Hours and holidays", "Zeiten und Feiertage"),
  severities: said("Severity levels", "Schweregrade"),
  requests: said("Kinds of request", "Arten von Anfragen"),
  scope: said("What is covered", "Was abgedeckt ist"),
  rules: said("Rules", "Regeln"),
  page: said("Wording and links", "Wortlaut und Links"),
};

export const KIND_WORDS: Readonly<Record<ChangeKind, Said>> = {
  better: said("better", "besser"),
  worse: said("worse", "schlechter"),
  changed: said("changed", "geändert"),
  added: said("new", "neu"),
  removed: said("gone", "entfallen"),
};

const KEYS: Readonly<Record<string, Said>> = {
  access: said("access", "Zugang"),
  advice: said("advice", "Rat"),
  aliases: said("other names", "andere Namen"),
  approved: said("approved", "freigegeben"),
  asks: said("asked for", "gefragt wird nach"),
  asksBusinessImpact: said("business impact is asked for", "Auswirkung aufs Geschäft wird erfragt"),
  atMost: said("at most", "höchstens"),
  billing: said("Billing", "Abrechnung"),
  bindsAgents: said("binds the vendor's people as well", "gilt auch für die Leute des Anbieters"),
  categories: said("Kind of request", "Art der Anfrage"),
  category: said("kind of request", "Art der Anfrage"),
  changes: said("Changes to the policy", "Änderungen der Richtlinie"),
  channels: said("Channel", "Kanal"),
  conduct: said("Conduct", "Umgang"),
  decided: said("decided", "entschieden"),
  defaultSeverity: said("Severity where none is named", "Schweregrad ohne Angabe"),
  description: said("description", "Beschreibung"),
  door: said("way in", "Eingang"),
  doors: said("ways in", "Eingänge"),
  effective: said("in force", "in Kraft"),
  environment: said("environment", "Umgebung"),
  except: said("except", "außer"),
  exceptions: said("Exception", "Ausnahme"),
  exclusions: said("Not covered", "Nicht abgedeckt"),
  factors: said("What an assessment weighs", "Was eine Einstufung abwägt"),
  href: said("address", "Adresse"),
  isIssue: said("claims that the product fails", "behauptet einen Fehler des Produkts"),
  isOfficial: said("official channel", "offizieller Kanal"),
  isPaid: said("paid", "kostenpflichtig"),
  issue: said("What counts as an Issue", "Was als Fehler gilt"),
  kind: said("kind", "Art"),
  label: said("words", "Wortlaut"),
  liftedBy: said("lifted by", "aufgehoben durch"),
  link: said("link", "Link"),
  links: said("Link", "Link"),
  mayEndSupport: said("support may be ended over it", "Support kann deshalb enden"),
  mayFollowDispute: said("what may follow a dispute", "mögliche Folgen eines Streits"),
  name: said("name", "Name"),
  needs: said("needs", "braucht"),
  note: said("note", "Hinweis"),
  offers: said("What a refusal offers", "Was eine Absage anbietet"),
  outcomes: said("Outcome", "Ausgang"),
  plan: said("support plan", "Supportplan"),
  points: said("points", "Punkte"),
  pricing: said("Pricing plan", "Tarif"),
  product: said("product", "Produkt"),
  proposedAs: said("a match is proposed as", "ein Treffer gilt als"),
  queue: said("Order in which requests are taken", "Reihenfolge der Bearbeitung"),
  reopenDays: said("Days in which a reply reopens a ticket", "Tage, in denen eine Antwort neu öffnet"),
  responsibilities: said("Asked of customers", "Von Kunden erbeten"),
  roles: said("roles", "Rollen"),
  route: said("goes to", "geht an"),
  severities: said("Severity", "Schweregrad"),
  severityCaps: said("Highest severity", "Höchster Schweregrad"),
  summary: said("summary", "Kurzfassung"),
  supportEmail: said("Support address", "Support-Adresse"),
  terms: said("Terms", "Bedingungen"),
  text: said("text", "Text"),
  tiers: said("tier", "Stufe"),
  title: said("Title", "Titel"),
  vendor: said("Vendor", "Anbieter"),
  version: said("version", "Version"),
  warnsAt: said("a warning at", "Warnung bei"),
};

/** A field's name for people; one that is in no list is split into its words. */
export function keyWords(key: string): Said {
  const known = Object.hasOwn(KEYS, key) ? KEYS[key] : undefined;
  return (
    known ??
    asWritten(key.replaceAll(/([A-Z])/g, (letter) => ` ${letter.toLowerCase()}`).replaceAll(/[-_]+/g, " "))
  );
}

export const yesNo: Readonly<Record<Locale, readonly [no: string, yes: string]>> = {
  en: ["no", "yes"],
  de: ["nein", "ja"],
};
