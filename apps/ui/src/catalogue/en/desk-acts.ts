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
    wish: "Note as a wish",
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
  wordStands: (by: ReactNode, agent: string) =>
    agent === "" ? rich`by ${by}, the team's promise` : rich`by ${by}, promised by ${agent}`,
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
  mergePeopleStay: (names: string, survivor: number) =>
    `${survivor} is shown to few: not read by ${names}, whose ticket ends here.`,
  mergeBringsPeople: (names: string, survivor: number) => `Let ${names} read all of ${survivor}`,
  mergeShownToFew: (survivor: number) => `${survivor} is shown to few. Ask its people first.`,
  /** What stands on the one and goes on in the other. */
  mergeBrings: {
    disagreement: (survivor: number) => `The open objection is decided on ${survivor}.`,
    lead: (survivor: number) => `A lead is asked for on ${survivor}.`,
    word: (survivor: number) => `The promised next word is kept on ${survivor}.`,
    video: (survivor: number) => `The video chat stands on ${survivor}.`,
    consent: (survivor: number) => `The consent to look at data holds on ${survivor}.`,
  },
  /** What stands on both and can stand only once. */
  mergeOnBoth: {
    disagreement: "Both have an open objection. Decide one of them first.",
    video: "Both have a video chat. Decline or cancel one first.",
    word: "A next word is promised on both. Keep one or take it back first.",
    consent:
      "On both the customer lets us look at data, and only they can end that. Ask an owner or admin of theirs to end it on one, or wait until it ends by itself.",
  },
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
  splitFiles: (count: number) =>
    `${counted("en", count, "file goes", "files go")} along: whoever reads the new ticket reads ${count === 1 ? "it" : "them"}, and nobody else.`,
  splitIt: "Make the ticket",
  splitSaid: "The message is a ticket of its own now.",
  splitDone: (number: ReactNode) => rich`This message is ticket ${number} now.`,

  // what waits for a word of ours
  handedOver: (by: string, to: string) => `Handed over by ${by} to ${to}`,
  leadAsked: (by: string) => `${by} says that it got worse and asks for a lead`,
  leadSeen: "I have seen to it",
  leadSeenSaid: "On record: you have seen to it.",
  leadsOnly: "Leads and admins answer this.",
  wants: (severity: ReactNode) => rich`they think ${severity} is right`,

  // an objection
  disagreements: "Objections",
  noDisagreements: "Nobody objects to a severity. An objection appears here with its age and who decides it.",
  disagreementsCaption: "Open objections, the oldest first",
  age: "Age",
  owner: "Decided by",
  leftToUs: "left to us",
  since: (when: ReactNode) => rich`since ${when}`,
  objectionOf: (by: string) => `${by} objects to the severity`,
  objectsTo: "Objects to",
  thinksRight: "thinks right",
  openSince: (when: ReactNode, age: string) => rich`Open since ${when}, for ${age}; the clock runs on.`,
  noOwner: "Nobody decides it yet.",
  decidedBy: (name: string) => `${name} decides it.`,
  takeDecision: "Take it",
  giveDecision: "Give it to",
  ownerSaid: "It is on record who decides.",
  askLead: "Ask a lead",
  askLeadText: "They say what they think; you decide. The customer does not read it.",
  askWhom: "Whom, at most two",
  askThem: "Ask",
  leadFirst: "Choose a lead first.",
  noLeads: "There is no other lead to ask.",
  leadAskedSaid: "The lead was asked.",
  advise: "Give advice",
  adviceLabel: "What you think",
  adviceHint: "Only the desk reads it.",
  adviceFirst: "Write what you think first.",
  advisedSaid: "Advice given.",
  adviceList: "Advice of leads",
  noAdviceYet: "asked, not answered yet",
  decide: "Decide",
  decideTitle: (by: string) => `Decide the objection of ${by}`,
  decision: "Decision",
  staysAt: "It stays",
  becomes: "It becomes",
  decideReasonHint: "required; it stands on the ticket for both sides",
  decisionFirst: "Choose a decision first.",
  groundFirst: "Choose a ground or a factor first.",
  uphold: "Uphold the severity",
  changeIt: "Change the severity",
  upheldEffect: (by: string) => `Severity and due stay as they are; ${by} reads the reason.`,
  upheldSaid: "Severity upheld.",
  changedSaid: "Severity changed.",

  // video chat
  videoAsked: (by: string) => `${by} asks for a video chat`,
  videoGranted: "A video chat is set",
  minutesLong: (count: number) => counted("en", count, "minute", "minutes"),
  grant: "Grant",
  grantTitle: "Grant the video chat",
  grantText: (name: string) =>
    `${name} and you get an invitation by mail; it is on the ticket as well. Who has the ticket is told.`,
  calendarFile: "Add to your calendar",
  move: "Move",
  moveTitle: "Move the video chat",
  startsAt: "Starts",
  minutes: "Minutes",
  minutesFirst: "Say how long, from 5 to 240 minutes.",
  room: "Where to meet",
  roomOwn: "Left empty, the desk makes a room.",
  roomHint: "The address of the meeting, beginning with https://",
  roomFirst: "Write where to meet first.",
  grantedSaid: "Video chat set. The invitation is on its way.",
  decline: "Decline",
  declineTitle: "Decline the video chat",
  declinedSaid: "Video chat declined.",
  cancelVideo: "Cancel the chat",
  cancelledSaid: "Video chat cancelled.",

  // what we need of the customer
  weNeed: "We need from the customer",
  weNeedHint: "Listed for them one by one; reminders name what is missing.",
  otherItem: "Something else",
  addItem: "Add",
  addItemNamed: (item: string) => `Add: ${item}`,
  itemAdded: (item: string) => `${item} added.`,
  removeItem: (item: string) => `Remove: ${item}`,
  /** Fields of the usual policies by id, as one asks for them. */
  asked: {
    project: "the project",
    branch: "the branch",
    endpoint: "the endpoint",
    time: "when it happened",
    error: "the error, in full",
    invoice: "the invoice number",
  },

  // handing over, shift, away
  handOverNote: "Hand over with a note",
  handOver: "Hand over",
  handOverNumber: (number: number) => `Hand over ${number}`,
  handOverTitle: (number: number) => `Hand over ${number}`,
  noteForNext: "Note for the next one",
  noteForNextHint: "optional; only the desk reads it",
  handedOverSaid: "Ticket handed over.",
  theyAreAway: (name: string, until: string) => `${name} is away until ${until}.`,
  shift: "End of my shift",
  shiftText: (count: number) =>
    `${counted("en", count, "open ticket is", "open tickets are")} with you. Hand over what cannot wait for you.`,
  shiftEmpty: "No open ticket is with you.",
  comesNext: "What comes next",
  wordShort: (by: ReactNode) => rich`next word by ${by}`,
  askedShort: (since: ReactNode) => rich`we wait since ${since}`,
  awayTitle: "I am away until",
  awayText:
    "What waits for us on your tickets goes back to the queue now, and what customers answer meanwhile when it comes.",
  awayUntil: "Away until",
  tomorrowMorning: "Tomorrow, 9:00",
  goAway: "Be away",
  youAreAway: (until: ReactNode) => rich`You are away until ${until}.`,
  iAmBack: "I am back",
  backSaid: "You are back.",
  gaveBack: (count: number) =>
    count === 0
      ? "You are away. No ticket had to go back to the queue."
      : `You are away. ${counted("en", count, "ticket", "tickets")} went back to the queue.`,
  agents: "Agents",
  awayShort: (until: ReactNode) => rich`away until ${until}`,
  notYourself: "Another admin can deactivate you.",
  deactivate: "Deactivate",
  deactivateName: (name: string) => `Deactivate ${name}`,
  deactivated: (name: string, count: number) =>
    `${name} is deactivated. ${counted("en", count, "ticket", "tickets")} went back to the queue.`,
  signInEnds: (name: string) => `The sign-in of ${name} ends at once.`,
  ticketsReturn: (count: number) =>
    count === 0
      ? "No open ticket is with them."
      : `Back to the queue: ${counted("en", count, "open ticket", "open tickets")}.`,
  dutiesGoOn:
    "Objections they decide go to another lead. Next words they promised stand, as the promise of the team or of whoever has the ticket.",
  recordStays: "What they wrote and did stays on record.",
};
