import type { ReactNode } from "react";
import { counted } from "../plural.ts";
import { rich } from "../rich.ts";

/** Words of the desk for what stands around a ticket: people, own words, links, merges, hiding. */
export const deskActs = {
  more: "More",
  moreActs: {
    word: "Promise a next word",
    hide: "Hide until",
    link: "Link to another ticket",
    merge: "Merge into another ticket",
  },
  reasonFirst: "Write the reason first.",
  reasonCustomerReads: "Reason, the customer reads it",
  customerReads: "The customer reads",
  willHappen: "What will happen",

  // a time of one's own
  ownZone: (zone: string) => `Your time (${zone})`,
  forThem: (time: string) => `${time} for them`,
  timeFirst: "Choose a time first.",
  timePast: "That time has passed. Choose a later one.",
  inHours: (hours: number) => `In ${hours} h`,
  tomorrowNoon: "Tomorrow, 12:00",

  // next word
  nextWord: "Next word",
  noWord: "none promised",
  wordStands: (by: ReactNode, agent: string) => rich`by ${by}, promised by ${agent}`,
  about: (text: string) => `About: ${text}`,
  promiseWord: "Promise one",
  promiseOther: "Promise another time",
  takeWordBack: "Take it back",
  wordBack: "Promise taken back. The record keeps it.",
  wordTitle: (number: number) => `Promise a next word on ${number}`,
  wordText: (name: string) =>
    `${name} hears from you by then, whatever there is to say. You are reminded before; kept or missed, it stays on record.`,
  wordBy: "Next word by",
  wordAbout: "What it is about",
  wordAboutHint: "optional; the customer reads it",
  wordSees: (by: string, about: string) =>
    about === "" ? `Next word by ${by}.` : `Next word by ${by}. About: ${about}`,
  wordGive: "Promise it",
  wordGiven: "Next word promised.",

  // waiting
  waiting: "We wait for",
  waitAnswer: "an answer",
  waitSince: (since: ReactNode) => rich`since ${since}`,
  waitReminded: (count: number) =>
    count === 0 ? "not reminded yet" : `reminded ${counted("en", count, "time", "times")}`,
  waitNext: (at: ReactNode) => rich`, next reminder ${at}`,
  waitNeverCloses: "Silence does not close it.",
  waitCloses: (at: ReactNode) => rich`Without an answer it closes ${at}.`,

  // queue
  inQueue: "In the queue",
  notHidden: "shown as usual",
  hiddenUntil: (until: ReactNode) => rich`hidden until ${until}`,
  hideIt: "Hide until",
  showNow: "Show it now",
  shown: "The ticket is back in the queue.",
  hideTitle: (number: number) => `Hide ${number} from the queue`,
  hideText:
    "It comes back by itself at that time, or as soon as the customer writes. A warning is never hidden.",
  hideUntil: "Hide until",
  hideHour: (clock: string) => `for an hour, until ${clock}`,
  hideMorning: (time: string) => `tomorrow morning, ${time}`,
  hideOwn: "another time",
  hide: "Hide it",
  hidden: "The ticket is hidden until then.",

  // people
  takePart: "Taking part",
  noFollowers: "nobody beside the requester",
  watchers: (names: string) => `At the desk: ${names}`,
  noWatchers: "Nobody at the desk follows it.",
  follow: "Follow",
  unfollow: "Stop following",
  followed: "You follow this ticket.",
  unfollowed: "You no longer follow this ticket.",
  whoReads: "Who reads it",
  onlyItsPeople: "Only its people",
  restrictedText:
    "Only the requester, those taking part, and owners and admins of the organisation can read it.",
  openText: (organisation: string) => `Everybody at ${organisation} who may read its tickets can read it.`,
  restricted: "The ticket is restricted to its people.",
  unrestricted: "The ticket is open to its organisation again.",

  // links
  links: "Links",
  noLinks: "none",
  link: "Link",
  linkTitle: (number: number) => `Link ${number} to another ticket`,
  linkText: "The link stands on both tickets. Customers see it only where both are theirs.",
  linkRelation: "This ticket",
  otherNumber: "Number of the other ticket",
  numberFirst: "Write a ticket number first.",
  numberSame: "That is this ticket. Write the number of another one.",
  linked: "Tickets linked.",
  unlinked: "Link removed.",
  removeLink: "Remove",
  removeLinkTo: (number: number) => `Remove the link to ${number}`,
  mergedInto: "merged; goes on in",
  relations: {
    related: "is related to",
    "duplicate-of": "is a duplicate of",
    "has-duplicate": "has the duplicate",
    "follow-up-of": "follows up on",
    "has-follow-up": "is followed up by",
    "split-from": "was split from",
    "has-split-off": "gave rise to",
    "caused-by": "is caused by",
    "cause-of": "is the cause of",
  },

  // data of the customer
  data: "Their data",
  noConsent: "We may not look at the data of a project. The customer can allow it on the ticket.",
  consent: (projects: string, until: ReactNode) => rich`We may look at ${projects} until ${until}.`,
  consentBy: (name: string) => `allowed by ${name}`,
  lookDown: "Write down a look",
  lookText: "Write it down before you look. The customer sees who looked, when and why.",
  project: "Project",
  lookedDown: "The look is on record.",

  // rating
  rating: "Did it help?",
  ratedGood: "They say yes.",
  ratedBad: "They say no.",

  // merging
  merge: "Merge",
  mergeTitle: (number: number) => `Merge ${number} into another ticket`,
  mergeNumber: "Number of the ticket it goes on in",
  mergeNumberHint: "A ticket of the same organisation that has not ended",
  mergeReading: "Wait until the other ticket is here.",
  mergeThis: "This ticket",
  mergeOther: "Goes on in",
  mergeGoesOn: (source: number, survivor: number) =>
    `${source} goes on in ${survivor}: its messages are read there, and a reply there answers both.`,
  mergePromise: (number: number, due: string) => `The earlier promise counts: that of ${number}, due ${due}.`,
  mergeNoPromise: "Neither has a promise left to keep.",
  mergePeople: (names: string, survivor: number) => `${names} will take part in ${survivor}.`,
  mergeForeign: "They are of two organisations, so the desk will refuse this. Link them instead.",
  mergeInto: (survivor: number) => `Merge into ${survivor}`,
  merged: "Tickets merged.",
  readAgain: "Read it again",
  readAgainFirst: "Read the newer state first.",

  // splitting
  split: "Make it a ticket of its own",
  splitTitle: "Make this message a ticket of its own",
  splitCategory: "Kind of the new ticket",
  splitClock: (at: ReactNode) => rich`Its clock counts from when the message came, ${at}.`,
  splitTold: (name: string) => `${name} finds it among their tickets; both are linked.`,
  splitIt: "Make the ticket",
  splitSaid: "The message is a ticket of its own now.",
  splitDone: (number: ReactNode) => rich`This message is ticket ${number} now.`,
};
