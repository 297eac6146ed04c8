import type { ReactNode } from "react";
import { counted } from "../plural.ts";
import { rich } from "../rich.ts";

/** Words of incidents: in the form, in the portal and on the desk. */
export const incident = {
  states: {
    investigating: "Investigating",
    identified: "Identified",
    monitoring: "Monitoring",
    resolved: "Resolved",
  },
  everywhere: "all regions",

  // in the form and in the portal: status first
  knownFirst: "Known incidents",
  noneOpen: "No incident is open.",
  noneOpenIn: (region: string) => `No incident is open in ${region}.`,
  statusPage: "Status page",
  inPlaces: (places: string) => `Incident in ${places}`,
  since: (when: ReactNode) => rich`since ${when}`,
  said: (state: string, when: ReactNode) => rich`${state}, ${when}:`,
  saidFirst: (state: string) => `${state}:`,
  nextBy: (when: ReactNode) => rich`Next update by ${when}.`,
  nextWasDue: (when: ReactNode) => rich`The next update was promised by ${when} and is late.`,
  matches: (projects: string) => `It matches: ${projects}`,
  moreProjects: (count: number) => `and ${counted("en", count, "more project", "more projects")}`,
  follow: "Follow it",
  following: "You follow it: a mail for each update.",
  unfollow: "Stop following",
  attach: "My ticket is about this",
  attached: "The ticket will be part of this incident, and you hear of each update.",
  goOn: "Something else? Just go on below.",
  followed: "Now you follow this incident.",
  unfollowed: "You no longer follow this incident.",
  yours: "Incidents that touch you",

  // on a ticket
  part: "Incident",
  partOf: (title: ReactNode) => rich`This ticket is part of the incident “${title}”.`,
  endedAsk: (when: ReactNode) =>
    rich`It ended ${when}. Is all well on your side? If not, say so and this stays open.`,
  endedNow: (when: ReactNode) => rich`It ended ${when}.`,

  // the desk
  incidents: "Incidents",
  intro:
    "What does not work for many: everybody reads it on the status page, and customers it touches see it first in their form.",
  openNow: "Open now",
  noneNow: "No incident is open. When something breaks for many, say it here first.",
  endedLately: "Ended in the last 30 days",
  noneEnded: "None.",
  declare: "Declare an incident",
  title: "What does not work",
  titleHint: "A few words everybody understands, such as “Some connections fail”.",
  regions: "Regions",
  regionsHint: "As the directory names them, with commas between. Empty: everywhere.",
  knownRegions: (list: string) => `The directory has: ${list}.`,
  components: "Parts of the product",
  componentsHint: "With commas between; empty when it is not told apart.",
  state: "State",
  text: "What is known",
  textHint: "Everybody reads it. What fails, for whom, since when, what is done.",
  nextUpdate: "Next update by",
  nextUpdateHint: (zone: string) => `Your time (${zone}). Empty promises none.`,
  // the effect, before anything is said
  effect: "Who is told",
  effectDeclare: (organisations: string) =>
    `At once: the status page, its feed, and the form of ${organisations}, first. Nobody gets a mail.`,
  organisationsIn: (count: number) =>
    counted("en", count, "organisation with a project there", "organisations with a project there"),
  organisationsAll: "every organisation",
  effectUpdate: (people: number, followers: number, tickets: number) =>
    `At once: the status page, its feed, the form. By mail: ${counted("en", people, "person", "people")} (${counted("en", followers, "follower", "followers")}, ${counted("en", tickets, "linked open ticket", "linked open tickets")}), each once.`,
  effectEnd: (tickets: number) =>
    tickets === 0
      ? "It leaves the forms. Nothing closes by itself."
      : `It leaves the forms. The customers of ${counted("en", tickets, "linked open ticket", "linked open tickets")} are asked whether all is well; nothing closes by itself.`,
  theyRead: "They read",
  postUpdate: "Post an update",
  post: "Post it",
  declareNow: "Declare it",
  posting: "Posting.",
  posted: "Posted.",
  declared: "Declared.",
  writeTitle: "Say what does not work first.",
  writeText: "Write what is known first.",
  pastTime: "The next update is promised for later: choose a time to come.",
  updates: "Updates",
  updatesCount: (count: number) => counted("en", count, "update", "updates"),
  linked: "Linked tickets",
  noneLinked: "No ticket is linked. Link one from its own page.",
  numbered: (number: number) => `Incident ${number}`,
  numberedTitle: (number: number, title: string) => `Incident ${number}: ${title}`,
  reached: (followers: number, tickets: number) =>
    `${counted("en", followers, "follower", "followers")}, ${counted("en", tickets, "linked ticket", "linked tickets")}`,
  lateUpdate: "update is late",
  openIt: "Open",
  back: "All incidents",
  ended: "This incident has ended. If it came back, declare a new one.",
  overdueTell: "Customers were promised an update by then. Post one, even if nothing is new.",
  // linking
  link: "Part of an incident",
  linkTitle: (number: number) => `Incident of ticket ${number}`,
  linkNone: "None",
  linkSave: "Save",
  linkHint: "The customer sees the link and hears of each update. The ticket's clocks go on as they are.",
  linkNoneOpen: "No incident is open. Declare one under Incidents.",
  linkedSaid: "Saved.",
  linkChange: "Change",
  linkAdd: "Link an incident",
  noPart: "part of none",
  tab: (place: string) => `Incident ${place}`,
  tabTitle: (number: number, title: string) => `Tickets of incident ${number}, ${title}`,
  emptyTab: "No open ticket is part of this incident.",
  chooseIncident: "The incident",
};
