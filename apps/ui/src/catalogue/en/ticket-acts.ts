import type { ReactNode } from "react";
import { counted } from "../plural.ts";
import { rich } from "../rich.ts";

/** Words of what a customer can do around a ticket, and of what stands there. */
export const ticketActs = {
  acts: "What you can do",
  cancel: "Cancel",
  sending: "Sending.",

  // solved, worse, the question after it
  solved: "Solved it myself",
  solvedTitle: "Solved it yourself?",
  solvedIntro: "The ticket ends and nobody works on it any more. A reply opens it again.",
  solvedText: "What was it? (helps the next one; may stay empty)",
  solvedSend: "End the ticket",
  solvedDone: "The ticket has ended.",
  worse: "It got worse",
  worseTitle: "It got worse",
  worseIntro: "A lead of the support team is told at once.",
  worseUnassessed:
    "Nobody has assessed this ticket yet, so the severity you name counts from now on and the reply time with it.",
  worseAssessed: "We have assessed the severity: a lead looks at it again, and the clock runs on meanwhile.",
  worseTo: "How bad is it now?",
  worseText: "What got worse?",
  worseSend: "Tell a lead",
  worseDone: "A lead was told.",
  leadAsked: (when: ReactNode) => rich`You asked for a lead ${when}. They will write here.`,
  ratingTitle: "Did this help?",
  ratingYes: "Yes",
  ratingNo: "No",
  ratingText: "What was missing? (may stay empty)",
  ratingSend: "Send",
  ratingThanks: (isGood: boolean): string =>
    isGood ? "You said that this helped. Thank you." : "You said that this did not help. The team reads why.",
  ratingChange: "Change",

  // objection
  object: "Object",
  objectTitle: "Object to the severity",
  objectIntro: "Somebody who did not assess it decides, with reasons. The clock runs on as it is until then.",
  objectWants: "What do you think is right?",
  objectWantsNone: "I leave that to you",
  objectText: "Why?",
  objectSend: "Send the objection",
  objectDone: "Your objection is with us.",
  objected: (owner: string | null, when: ReactNode) =>
    owner === null
      ? rich`Your objection of ${when} is with us; a lead will take it. You will get a decision with reasons.`
      : rich`Your objection of ${when} is with ${owner}. You will get a decision with reasons.`,
  objectedBy: (by: string, owner: string | null, when: ReactNode) =>
    rich`${by} objected ${when}; ${owner ?? "a lead"} decides, with reasons.`,
  takeObjectionBack: "Take it back",

  // words, waits
  nextWord: "Next word",
  nextWordBy: (by: ReactNode, agent: string) =>
    agent === "" ? rich`by ${by}, the team's promise` : rich`by ${by}, ${agent}'s promise`,
  waitingForYou: "Waiting for you",
  waitingNothing: "nothing",
  waitingAnswer: "your answer",
  waitingSince: (when: ReactNode) => rich`since ${when}`,
  waitingCloses: (when: ReactNode) => rich`Without it we close this ${when}; a reply opens it again.`,

  // people
  people: "People",
  addColleague: "Add a colleague",
  addTitle: "Add a colleague",
  addIntro: "They can read and write here, and are told of each answer.",
  addWho: "Who?",
  addChoose: "Choose",
  addSend: "Add",
  addNobody: "Everybody of your organisation is on this ticket already.",
  added: (name: string) => `${name} was added.`,
  remove: (name: string) => `Take ${name} off this ticket`,
  leave: "Leave this ticket",
  you: "you",
  tellColleagues: "Colleagues who should be on it",
  restricted: "Shown only to its people, owners and admins",
  unrestrict: "Show it to the organisation",
  restrict: "Show it to few",
  restrictHint: "Then only the people on it, owners and admins see it.",

  // video
  video: "Video chat",
  askVideo: "Ask for a video chat",
  videoTitle: "Ask for a video chat",
  videoIntro: "A person decides, case by case, and writes here. Say when it would suit you.",
  videoText: "What about, and when?",
  videoSend: "Ask",
  videoDone: "You asked for a video chat.",
  videoAsked: (when: ReactNode) => rich`Asked ${when}. A person decides and writes here.`,
  videoGranted: (when: ReactNode, minutes: number) => rich`${when}, ${minutes} minutes`,
  videoJoin: "Join here",
  videoFile: "Add to your calendar",
  videoCancel: "Cancel it",
  videoWithdraw: "Take it back",

  // consent
  consent: "Access to your data",
  consentNone: "Nobody of the support team may look at your data.",
  consentGiven: (projects: string, until: ReactNode) =>
    rich`The team may look at ${projects} until ${until}. Each look is written down here.`,
  consentByOwners: "An owner or admin of your organisation can let them.",
  consentGive: "Let the team look, for a time",
  consentTitle: "Let the team look at your data",
  consentIntro: "For this ticket only. Every look stands in the conversation, with who and why.",
  consentProjects: "Which projects?",
  consentHours: "For how long?",
  hours: (count: number) =>
    count % 24 === 0 ? counted("en", count / 24, "day", "days") : counted("en", count, "hour", "hours"),
  consentSend: "Allow it",
  consentEnd: "End it now",

  // links
  links: "Belongs to",
  relations: {
    related: (ticket: ReactNode) => rich`see also ${ticket}`,
    "duplicate-of": (ticket: ReactNode) => rich`the same as ${ticket}`,
    "has-duplicate": (ticket: ReactNode) => rich`${ticket} is the same`,
    "follow-up-of": (ticket: ReactNode) => rich`goes on from ${ticket}`,
    "has-follow-up": (ticket: ReactNode) => rich`goes on in ${ticket}`,
    "split-from": (ticket: ReactNode) => rich`was a message on ${ticket}`,
    "has-split-off": (ticket: ReactNode) => rich`a message became ${ticket}`,
    "caused-by": (ticket: ReactNode) => rich`caused by ${ticket}`,
    "cause-of": (ticket: ReactNode) => rich`the cause of ${ticket}`,
  },
  ticketNumber: (number: number) => `ticket ${number}`,
  mergedInto: (ticket: ReactNode) =>
    rich`This goes on in ${ticket}: the two are about the same. What you write here goes there.`,

  // before one sends
  selfHelpQuestion: "The answer may be here at once. If not, send the ticket all the same.",
  selfHelpThin:
    "What you did, what you saw and since when help us most. For a basic question the answer may be here at once.",
  similarTitle: "Does one of these ask the same?",
  similar: (who: string, when: ReactNode) => rich`${who} asked this ${when}`,
  similarMine: (when: ReactNode) => rich`you asked this ${when}`,
  similarRead: "Read it",
  similarGoOn: "If not, just go on.",

  // preferences
  preferences: "Mails, language and time",
  preferencesShort: "My settings",
  mails: "Which mails come?",
  mailsAll: "Of all tickets I take part in",
  mailsMine: "Of those I opened",
  mailsNone: "None: I look here myself",
  mailLocale: "Language, here and in mails",
  mailLocaleTicket: "Here as in the browser, in mails as the ticket was written",
  locales: { en: "English", de: "Deutsch" },
  mailZone: "Time zone, here and in mails",
  mailZoneHint: (zone: string) =>
    `Empty: here as in the browser, in mails as the ticket was written. Now it is ${zone}.`,
  save: "Save",
  saved: "Saved.",
};
