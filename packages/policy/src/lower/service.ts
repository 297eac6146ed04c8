import type { LanguagesForm, VersionsForm } from "../grammar/service.ts";
import { nameFromId, type Source } from "../source/source.ts";
import type { FormRules, Language, Policy, VersionRules } from "../types.ts";
import type { ClauseLookup } from "./clauses.ts";
import { plain, stated } from "./plain.ts";

type Form = Source["form"];
type Values = readonly { readonly value: string }[] | undefined;

const all = (ids: Values): readonly string[] | null => ids?.map((one) => one.value) ?? null;

/** English names of the languages that published policies speak of; another is called by its code. */
const LANGUAGE_NAMES: ReadonlyMap<string, string> = new Map([
  ["ar", "Arabic"],
  ["bg", "Bulgarian"],
  ["ca", "Catalan"],
  ["cs", "Czech"],
  ["da", "Danish"],
  ["de", "German"],
  ["el", "Greek"],
  ["en", "English"],
  ["es", "Spanish"],
  ["et", "Estonian"],
  ["fa", "Persian"],
  ["fi", "Finnish"],
  ["fr", "French"],
  ["he", "Hebrew"],
  ["hi", "Hindi"],
  ["hr", "Croatian"],
  ["hu", "Hungarian"],
  ["id", "Indonesian"],
  ["it", "Italian"],
  ["ja", "Japanese"],
  ["ko", "Korean"],
  ["lt", "Lithuanian"],
  ["lv", "Latvian"],
  ["ms", "Malay"],
  ["nl", "Dutch"],
  ["no", "Norwegian"],
  ["pl", "Polish"],
  ["pt", "Portuguese"],
  ["pt-BR", "Brazilian Portuguese"],
  ["ro", "Romanian"],
  ["ru", "Russian"],
  ["sk", "Slovak"],
  ["sl", "Slovenian"],
  ["sr", "Serbian"],
  ["sv", "Swedish"],
  ["th", "Thai"],
  ["tr", "Turkish"],
  ["uk", "Ukrainian"],
  ["vi", "Vietnamese"],
  ["zh", "Chinese"],
  ["zh-CN", "Chinese (simplified)"],
  ["zh-TW", "Chinese (traditional)"],
]);

const languagesOf = (form: LanguagesForm): readonly Language[] =>
  form.map(({ id, value }) => ({
    id: id.value,
    name: value.name?.value ?? LANGUAGE_NAMES.get(id.value) ?? id.value,
    level: value.level?.value ?? "full",
    ...stated(
      "plans",
      value.plans?.map((one) => one.value),
    ),
    ...stated("calendar", value.calendar?.value),
    ...stated("urgent", urgentOf(value.urgent)),
    ...stated("note", value.note?.value),
  }));

function urgentOf(form: LanguagesForm[number]["value"]["urgent"]): Language["urgent"] {
  if (form === undefined) return undefined;
  return {
    severities: form.severities.map((one) => one.value),
    in: form.in?.value ?? null,
    calendar: form.calendar?.value ?? null,
  };
}

function formOf(form: NonNullable<Form["form"]>): FormRules {
  const files = form.attachments;
  return {
    fields: (form.fields ?? []).map(({ id, value }) => ({
      id: id.value,
      label: value.label.value,
      help: value.help?.value ?? null,
      isRequired: value.required?.value ?? false,
      kind: value.kind?.value ?? (value.choices === undefined ? "text" : "choice"),
      choices: all(value.choices) ?? [],
      categories: all(value.categories),
      severities: all(value.severities),
      products: all(value.products),
      plans: all(value.plans),
    })),
    attachments:
      files === undefined
        ? null
        : {
            mostBytes: files.atMost?.value ?? null,
            mostFiles: files.files?.value ?? null,
            types: all(files.types),
            refused: all(files.refused) ?? [],
          },
    consent: form.consent?.value ?? null,
    secrets: form.secrets?.value ?? null,
    first: all(form.first) ?? [],
  };
}

const versionsOf = (form: VersionsForm, clauses: ClauseLookup): readonly VersionRules[] =>
  form.map(({ id, value }) => ({
    id: id.value,
    name: value.name?.value ?? nameFromId(id.value),
    phases: (value.phases ?? []).map((phase) => ({
      id: phase.id.value,
      name: phase.value.name?.value ?? nameFromId(phase.id.value),
      ...phase.value.until.value,
      gives: phase.value.gives?.value ?? null,
    })),
    minimum: value.minimum?.value ?? null,
    hotfix: value.hotfix?.value ?? null,
    notice: value.notice?.value ?? null,
    notes: plain(value.notes ?? []),
    clause: clauses.at(value.clause?.value, "eligibility"),
  }));

function lifeCycleOf(form: NonNullable<Form["lifeCycle"]>, clauses: ClauseLookup): Policy["lifeCycle"] {
  const { closeAfter } = form;
  return {
    isOneIssuePerTicket: form.oneIssuePerTicket?.value ?? false,
    mayStaffOpen: form.staffMayOpen?.value ?? false,
    silence:
      closeAfter === undefined
        ? null
        : {
            closesMs: closeAfter.silence.value,
            noticeMs: closeAfter.notice?.value ?? null,
            attempts: closeAfter.attempts?.value ?? null,
          },
    closedWhen: plain(form.closedWhen ?? []),
    solvedWhen: plain(form.solvedWhen ?? []),
    notes: plain(form.notes ?? []),
    clause: clauses.at(form.clause?.value, "issue"),
  };
}

function escalationOf(form: NonNullable<Form["escalation"]>, clauses: ClauseLookup): Policy["escalation"] {
  const { paging } = form;
  return {
    marker: form.marker?.value ?? null,
    hasButton: form.button?.value ?? false,
    steps: (form.steps ?? []).map(({ id, value }) => ({
      id: id.value,
      text: value.text.value,
      link: value.link?.value ?? null,
      afterMs: value.after?.value ?? null,
    })),
    peerReview: form.peerReview?.value ?? null,
    paging:
      paging === undefined
        ? null
        : {
            severities: paging.severities.map((one) => one.value),
            acknowledgeMs: paging.acknowledge?.value ?? null,
            afterwards: paging.afterwards?.value ?? null,
          },
    clause: clauses.at(form.clause?.value, "severity"),
  };
}

const statusOf = (form: NonNullable<Form["status"]>): Policy["status"] => ({
  link: form.link?.value ?? null,
  isFirst: form.first?.value ?? false,
  needsNoTicket: form.noTicketNeeded?.value ?? false,
  updatesMs: form.updates?.value ?? null,
  notifies: form.notify?.value ?? null,
  note: form.note?.value ?? null,
});

const staffOf = (form: NonNullable<Form["staff"]>): Policy["staff"] =>
  form.map(({ id, value }) => ({
    id: id.value,
    text: value.text.value,
    plans: all(value.plans),
    products: all(value.products),
    link: value.link?.value ?? null,
  }));

const statementsOf = (form: NonNullable<Form["statements"]>, clauses: ClauseLookup): Policy["statements"] =>
  form.map(({ id, value }) => ({
    id: id.value,
    text: value.text.value,
    isOnForm: value.form?.value ?? false,
    clause: clauses.at(value.clause?.value, "responsibilities"),
  }));

type Service =
  | "escalation"
  | "form"
  | "languages"
  | "lifeCycle"
  | "staff"
  | "statements"
  | "status"
  | "versions";

/** How support is given: languages, form, versions, life of a ticket, escalation, staff, status, statements. */
export function lowerService({ form }: Source, clauses: ClauseLookup): Pick<Policy, Service> {
  const given = <T, U>(one: T | undefined, lower: (one: T) => U): U | undefined =>
    one === undefined ? undefined : lower(one);
  return {
    ...stated("languages", given(form.languages, languagesOf)),
    ...stated("form", given(form.form, formOf)),
    ...stated(
      "versions",
      given(form.versions, (one) => versionsOf(one, clauses)),
    ),
    ...stated(
      "lifeCycle",
      given(form.lifeCycle, (one) => lifeCycleOf(one, clauses)),
    ),
    ...stated(
      "escalation",
      given(form.escalation, (one) => escalationOf(one, clauses)),
    ),
    ...stated("staff", given(form.staff, staffOf)),
    ...stated("status", given(form.status, statusOf)),
    ...stated(
      "statements",
      given(form.statements, (one) => statementsOf(one, clauses)),
    ),
  };
}
