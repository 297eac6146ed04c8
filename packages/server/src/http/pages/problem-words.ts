import type { Problem } from "@troth/contract";
import type { PageLocale } from "./page-locale.ts";

type CodeWords = {
  readonly title: string;
  readonly means: string;
  /** What to do, for whoever reads the page and for whoever wrote the program that got the answer. */
  readonly next: string;
};

type ProblemWords = {
  readonly codes: Readonly<Record<Problem["code"], CodeWords>>;
  readonly noPage: string;
  readonly noVersion: string;
  readonly supportPage: string;
  readonly portal: string;
  readonly waysOn: string;
  readonly whatToDo: string;
  readonly requestId: string;
  readonly answeredAs: (code: string, status: number) => string;
};

const en: ProblemWords = {
  codes: {
    invalid: {
      title: "Something in the request is not as it must be",
      means:
        "The request could be read, and a part of it is missing, too long, or of another kind than needed.",
      next: "The answer names each field and what it needs. Correct those and send it again; nothing was changed.",
    },
    unauthenticated: {
      title: "Sign in first",
      means: "Nothing came along that says who asks, or it has expired.",
      next: "Sign in again. A program fetches a fresh token from your console, or checks its API key.",
    },
    forbidden: {
      title: "Not allowed",
      means: "We know who asks, and this is not theirs to do.",
      next: "Ask an administrator of the desk, or use a key that has the scope.",
    },
    refused: {
      title: "The support policy does not allow this",
      means:
        "A rule of the published support policy decided. The answer names the rule and its place on the support page.",
      next: "Use one of the ways that the answer offers, or read the rule on the support page.",
    },
    missing: {
      title: "Not found",
      means: "There is nothing here, or nothing that you may see. Both get this one answer.",
      next: "Check the address, or ask who sent you here.",
    },
    conflict: {
      title: "Changed in the meantime",
      means: "Somebody else changed this after you read it.",
      next: "Read it again, look at what changed, and send what you still want.",
    },
    limit: {
      title: "Too many requests",
      means: "There were more tries than are allowed in this time.",
      next: "Wait as long as the header Retry-After says, then try again.",
    },
    internal: {
      title: "Something went wrong on our side",
      means: "This is our fault, not yours. What was acknowledged before is safe.",
      next: "Try again in a moment, with the same Idempotency-Key. If it stays, tell us the request id.",
    },
  },
  noPage: "There is nothing at this address.",
  noVersion: "There is no such version of the support policy. The support page lists those there are.",
  supportPage: "Support page",
  portal: "Support portal: your tickets",
  waysOn: "Ways on",
  whatToDo: "What to do",
  requestId: "Request id",
  answeredAs: (code, status) => `Programs get it as ${code}, with status ${status}.`,
};

const de: ProblemWords = {
  codes: {
    invalid: {
      title: "Etwas an der Anfrage ist nicht, wie es sein muss",
      means: "Die Anfrage war lesbar, aber ein Teil fehlt, ist zu lang oder von anderer Art als nötig.",
      next: "Die Antwort nennt jedes Feld und was es braucht. Berichtigen Sie das und senden Sie erneut; geändert wurde nichts.",
    },
    unauthenticated: {
      title: "Bitte zuerst anmelden",
      means: "Es kam nichts mit, das sagt, wer fragt, oder es ist abgelaufen.",
      next: "Melden Sie sich neu an. Ein Programm holt ein frisches Token aus Ihrer Konsole oder prüft seinen API-Schlüssel.",
    },
    forbidden: {
      title: "Nicht erlaubt",
      means: "Wir wissen, wer fragt, und das steht dieser Person oder diesem Schlüssel nicht zu.",
      next: "Fragen Sie die Verwaltung des Support-Desks, oder nehmen Sie einen Schlüssel, der das darf.",
    },
    refused: {
      title: "Die Support-Regeln erlauben das nicht",
      means:
        "Eine veröffentlichte Support-Regel hat entschieden. Die Antwort nennt sie und ihre Stelle auf der Support-Seite.",
      next: "Nehmen Sie einen der Wege, die die Antwort nennt, oder lesen Sie die Regel auf der Support-Seite.",
    },
    missing: {
      title: "Nicht gefunden",
      means: "Hier ist nichts, oder nichts, das Sie sehen dürfen. Beides bekommt dieselbe Antwort.",
      next: "Prüfen Sie die Adresse, oder fragen Sie, wer Sie hergeschickt hat.",
    },
    conflict: {
      title: "Inzwischen geändert",
      means: "Jemand anderes hat das geändert, nachdem Sie es gelesen haben.",
      next: "Lesen Sie es neu, sehen Sie nach, was sich geändert hat, und senden Sie, was Sie noch wollen.",
    },
    limit: {
      title: "Zu viele Anfragen",
      means: "Das waren mehr Versuche, als in dieser Zeit erlaubt sind.",
      next: "Warten Sie so lange, wie der Header Retry-After sagt, und versuchen Sie es dann wieder.",
    },
    internal: {
      title: "Bei uns ist etwas schiefgegangen",
      means: "Das ist unser Fehler, nicht Ihrer. Was vorher bestätigt wurde, ist sicher.",
      next: "Versuchen Sie es gleich noch einmal, mit demselben Idempotency-Key. Bleibt es dabei, nennen Sie uns die Anfragenummer.",
    },
  },
  noPage: "Unter dieser Adresse gibt es nichts.",
  noVersion: "Diese Fassung der Support-Regeln gibt es nicht. Die Support-Seite nennt alle, die es gibt.",
  supportPage: "Support-Seite",
  portal: "Support-Portal: Ihre Tickets",
  waysOn: "So geht es weiter",
  whatToDo: "Was Sie tun können",
  requestId: "Anfragenummer",
  answeredAs: (code, status) => `Programme bekommen es als ${code}, mit dem Status ${status}.`,
};

/** What pages say of failed requests. A code of the contract without words does not compile. */
export const PROBLEM_WORDS: Readonly<Record<PageLocale, ProblemWords>> = { en, de };
