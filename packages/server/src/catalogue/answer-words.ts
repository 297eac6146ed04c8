/** What an answer says of the asker's own account. */
type AnswerWords = {
  readonly answerBy: (plan: string, severity: string | null, due: string) => string;
  readonly answerCommitted: (plan: string, severity: string | null, due: string) => string;
  readonly noTarget: (plan: string) => string;
  readonly signIn: string;
  readonly openTicket: string;
};

export const ANSWER_WORDS: Readonly<Record<"en" | "de", AnswerWords>> = {
  en: {
    answerBy: (plan, severity, due) =>
      `You are on ${plan}. For a ticket${severity === null ? "" : ` of severity ${severity}`} sent now, expect a first answer by ${due}.`,
    answerCommitted: (plan, severity, due) =>
      `You are on ${plan}. For a ticket${severity === null ? "" : ` of severity ${severity}`} sent now, we commit to a first answer by ${due}.`,
    noTarget: (plan) => `You are on ${plan}. You can open a ticket; no time is set for the first answer.`,
    signIn: "Sign in to support",
    openTicket: "Open a ticket",
  },
  de: {
    answerBy: (plan, severity, due) =>
      `Sie haben ${plan}. Auf ein jetzt gesendetes Ticket${severity === null ? "" : ` mit Schweregrad ${severity}`} können Sie bis ${due} eine erste Antwort erwarten.`,
    answerCommitted: (plan, severity, due) =>
      `Sie haben ${plan}. Auf ein jetzt gesendetes Ticket${severity === null ? "" : ` mit Schweregrad ${severity}`} sagen wir eine erste Antwort bis ${due} zu.`,
    noTarget: (plan) =>
      `Sie haben ${plan}. Sie können ein Ticket öffnen; für die erste Antwort ist keine Zeit festgelegt.`,
    signIn: "Beim Support anmelden",
    openTicket: "Ticket öffnen",
  },
};
