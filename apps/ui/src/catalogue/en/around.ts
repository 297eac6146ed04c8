import type { ReactNode } from "react";
import { rich } from "../rich.ts";

/** What happened around the conversation of a ticket, as its timeline tells both sides. */
export const around = {
  somebody: "Somebody",
  handedBack: {
    away: "The ticket went back to the queue, because its agent is away",
    deactivated: "The ticket went back to the queue, because its agent left the desk",
  },
  followerAdded: (by: string, who: string) => `${by} added ${who} to the ticket`,
  followerJoined: (who: string) => `${who} follows the ticket`,
  followerRemoved: (by: string, who: string) => `${by} took ${who} off the ticket`,
  followerLeft: (who: string) => `${who} no longer follows the ticket`,
  restricted: (by: string) =>
    `${by} restricted the ticket: only its people, owners and admins of the organisation can read it`,
  unrestricted: (by: string) => `${by} opened the ticket to the whole organisation again`,
  objected: (by: string, severity: ReactNode) => rich`${by} objected to ${severity}`,
  objectedWanting: (by: string, severity: ReactNode, wants: ReactNode) =>
    rich`${by} objected to ${severity} and thinks ${wants} is right`,
  ownsObjection: (owner: string) => `The objection is with ${owner}, who decides on it`,
  objectionHandedOn: (owner: string) =>
    owner === ""
      ? "Who decided the objection left the desk; a lead will take it"
      : `Who decided the objection left the desk; ${owner} decides on it now`,
  adviceLapsed: (leads: string) => `${leads} left the desk before giving advice on the objection`,
  tookObjection: (by: string) => `${by} took the objection, to decide on it`,
  gaveObjection: (by: string, owner: string) => `${by} gave the objection to ${owner}, to decide on it`,
  askedAdvice: (by: string, leads: string) => `${by} asked ${leads} for advice on the objection`,
  advised: (by: string) => `${by} gave advice on the objection`,
  upheld: (by: string, severity: ReactNode) => rich`${by} decided on the objection: it stays ${severity}`,
  changed: (by: string, severity: ReactNode) => rich`${by} decided on the objection: it is ${severity} now`,
  objectionTakenBack: (by: string) => `${by} took the objection back`,
  worsened: (by: string) => `${by} says that it got worse and asks for a lead`,
  worsenedTo: (by: string, from: ReactNode, to: ReactNode) =>
    rich`${by} says that it got worse and asks for a lead; in their eyes it is ${to} instead of ${from}`,
  leadAnswered: (by: string) => `${by} saw to it as a lead`,
  wordGiven: (by: string, when: ReactNode) => rich`${by} promised the next word by ${when}`,
  wordMoved: (by: string, from: ReactNode, to: ReactNode) =>
    rich`${by} moved the promise of the next word from ${from} to ${to}`,
  wordWithdrawn: (by: string) => `${by} took the promise of a next word back`,
  wordHandedTo: (who: string, isAway: boolean) =>
    `Who promised the next word ${isAway ? "is away" : "left the desk"}; the promise stands, and ${who} keeps it`,
  wordIsTeams: (isAway: boolean) =>
    `Who promised the next word ${isAway ? "is away" : "left the desk"}; the promise stands, and the team keeps it`,
  wordReminded: (when: ReactNode) => rich`Reminder: the next word is promised by ${when}`,
  wordKept: (when: ReactNode) => rich`The next word, promised by ${when}, came in time`,
  wordMissed: (when: ReactNode) => rich`The next word, promised by ${when}, did not come in time`,
  askedFor: (by: string) => `${by} asked for what is missing`,
  remindedNth: (nth: string) => `Reminder ${nth}: we wait for an answer`,
  remindedClosing: (nth: string, when: ReactNode) =>
    rich`Reminder ${nth}: we wait for an answer; without one the ticket closes ${when}`,
  reopened: (by: string) => `${by} opened the ticket again, because something is still needed`,
  closedSilent: (since: ReactNode) => rich`The ticket closed, because no answer came since ${since}`,
  closedWithWindow: (since: ReactNode) =>
    rich`The ticket closed: it ended on ${since}, and the time to open it again is over`,
  videoAsked: (by: string) => `${by} asked for a video chat`,
  videoGranted: (by: string, when: ReactNode, minutes: string) =>
    rich`${by} set the video chat for ${when}, ${minutes} min`,
  videoDeclined: (by: string) => `${by} declined the video chat`,
  videoCancelled: (by: string) => `${by} cancelled the video chat`,
  linked: {
    related: (by: string, to: string) => `${by} linked the ticket with ${to}`,
    "duplicate-of": (by: string, to: string) => `${by} marked the ticket as a duplicate of ${to}`,
    "has-duplicate": (by: string, to: string) => `${by} marked ${to} as a duplicate of this ticket`,
    "follow-up-of": (by: string, to: string) => `${by} wrote on; this ticket follows up on ${to}`,
    "has-follow-up": (by: string, to: string) => `${by} wrote on; ${to} follows up on this ticket`,
    "split-from": (by: string, to: string) => `${by} made this ticket of a message on ${to}`,
    "has-split-off": (by: string, to: string) => `${by} linked the ticket with ${to}, made of a message here`,
    "caused-by": (by: string, to: string) => `${by} noted that ${to} is the cause of this ticket`,
    "cause-of": (by: string, to: string) => `${by} noted that this ticket is the cause of ${to}`,
  },
  unlinked: (by: string, to: string) => `${by} removed the link to ${to}`,
  consentGiven: (by: string, projects: string, until: ReactNode) =>
    rich`${by} lets the support team look at the data of ${projects} until ${until}`,
  consentWithdrawn: (by: string) => `${by} took back that the support team may look at data`,
  consentUsed: (by: string, project: string) => `${by} looked at the data of ${project}`,
  ratedGood: (by: string) => `${by} says that this helped`,
  ratedBad: (by: string) => `${by} says that this did not help`,
  hidden: (by: string, until: ReactNode) => rich`${by} hid the ticket from the queue until ${until}`,
  shownAgain: "The ticket is back in the queue",
  shownBy: (by: string) => `${by} put the ticket back into the queue`,
  merged: (by: string, into: string) => `${by} merged the ticket; it goes on in ${into}`,
  absorbed: (by: string, number: string) => `${by} merged ticket ${number} into this one`,
  broughtFrom: (number: string) => `Came from ticket ${number} when the two were merged.`,
  causeAsked: (by: string) => `${by} asked for the root cause`,
  causeDeclined: (by: string) => `${by} declined to write down the root cause`,
  causePublished: (nth: string) => `The root cause was published, version ${nth}`,
  causePublishedOf: (nth: string, incident: string) =>
    `The root cause of incident ${incident} was published, version ${nth}`,
  splitOff: (by: string, into: string) => `${by} made a message here a ticket of its own: ${into}`,
  /** What a person wrote with it, by what it is. */
  written: {
    reason: (text: string) => `Reason: ${text}`,
    note: (text: string) => `Note for the next one: ${text}`,
    advice: (text: string) => `Advice: ${text}`,
    about: (text: string) => `About: ${text}`,
    items: (text: string) => `Asked for: ${text}`,
    remark: (text: string) => `Remark: ${text}`,
  },
};
