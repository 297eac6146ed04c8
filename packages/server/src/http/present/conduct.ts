import type {
  CaseEffect as CaseEffectWire,
  ConductCase,
  OwnCases as OwnCasesWire,
  WholeConductCase,
} from "@troth/contract";
import { endsSupport } from "@troth/core";
import type { z } from "zod";
import type { StoredCase, SupportEnd, Written } from "../../ports/conduct.ts";
import type { Vault } from "../../ports/vault.ts";
import type { CaseEffect, OwnCases, WholeCase } from "../../verbs/conduct/read-cases.ts";
import { openMessage, openText, personName } from "../../verbs/person/keys.ts";
import { wireInstant } from "./instant.ts";

const maybe = (at: number | null): string | null => (at === null ? null : wireInstant(at));

function opened(vault: Vault, text: Written | null): string | null {
  return text && openText(vault, text.by, text.sealed);
}

export function presentCase(vault: Vault, known: StoredCase): z.infer<typeof ConductCase> {
  const { number, state, channel, ticket, decision, scope, version } = known;
  const { reporter, concerned, reporterPerson, concernedPerson, organisationName } = known;
  return {
    number,
    state,
    channel,
    ticket,
    decision,
    scope,
    version,
    reporter: { kind: reporter.kind, name: personName(vault, reporterPerson), organisation: null },
    concerned: {
      kind: concerned.kind,
      name: personName(vault, concernedPerson),
      organisation: organisationName,
    },
    reportedAt: wireInstant(known.reportedAt),
    decidedAt: maybe(known.decidedAt),
    endsSupport: endsSupport(known),
  };
}

export function presentWholeCase(
  vault: Vault,
  { known, message }: WholeCase,
): z.infer<typeof WholeConductCase> {
  const decider = known.answer?.by ?? null;
  return {
    ...presentCase(vault, known),
    reason: opened(vault, known.reason),
    message: message && {
      at: wireInstant(message.at),
      text: openMessage(vault, message.author, message.body)?.text ?? "",
    },
    words: opened(vault, known.words),
    answer: opened(vault, known.answer),
    decidedBy: decider && personName(vault, decider),
    review: opened(vault, known.review),
    reinstatement: opened(vault, known.reinstatement),
  };
}

export function presentEffect({
  closes,
  stays,
  people,
  openTickets,
}: CaseEffect): z.infer<typeof CaseEffectWire> {
  return { closes: [...closes], stays: [...stays], people, openTickets };
}

/** What a reader reported and what was decided about them: never who reported it, nor what else was said. */
export function presentOwnCases(
  vault: Vault,
  { reports, decisions }: OwnCases,
): z.infer<typeof OwnCasesWire> {
  return {
    reports: reports.map((known) => ({
      number: known.number,
      ticket: known.ticket,
      reportedAt: wireInstant(known.reportedAt),
      isDecided: known.decision !== null,
      answer: opened(vault, known.answer),
    })),
    decisions: decisions.flatMap(({ known, mayAskReview }) =>
      known.decision === null || known.decidedAt === null
        ? []
        : [
            {
              number: known.number,
              ticket: known.ticket,
              decision: known.decision,
              scope: known.scope,
              decidedAt: wireInstant(known.decidedAt),
              words: opened(vault, known.words),
              endsSupport: endsSupport(known),
              review: opened(vault, known.review),
              mayAskReview,
              reinstatement: opened(vault, known.reinstatement),
            },
          ],
    ),
  };
}

export function presentSupportEnd(vault: Vault, end: SupportEnd) {
  return { case: end.case, scope: end.scope, at: wireInstant(end.at), words: opened(vault, end.words) };
}
