import { counted } from "../plural.ts";

/** Files that people attach to what they write. */
export const files = {
  attach: "Attach files",
  limits: (count: number, size: string) =>
    `Up to ${counted("en", count, "file", "files")} of ${size} each; drop or paste them too.`,
  chosen: "Files to send along",
  remove: (name: string) => `Take out ${name}`,
  stop: (name: string) => `Stop sending ${name}`,
  retry: (name: string) => `Send ${name} again`,
  arriving: (name: string) => `${name} is on its way`,
  arrived: (name: string) => `${name} is here.`,
  notTaken: (name: string, why: string) => `${name} was not taken. ${why}`,
  lost: "The line broke before it was here. Send it again.",
  wait: "Some files are still on their way. Wait a moment, or take them out.",
  forgotten: "Uploads wait for a day, and this one is older. Take it out and attach it again.",
  doubtful:
    "The ending says one thing and the content another, so this is kept as plain bytes, without a preview.",
  tooLarge: (most: string, size: string) =>
    `A file may have ${most}; this one has ${size}. Send a part of it, or pack it.`,
  tooMany: (most: number) =>
    `${counted("en", most, "file goes", "files go")} with one message. Send this one in the next.`,
  endingRefused: (ending: string) => `Files that end in .${ending} are not taken.`,
  onlyEndings: (endings: string) => `Files are taken that end in ${endings}.`,
  ofMessage: (count: number) => counted("en", count, "file", "files"),
  save: "Save",
  picture: (name: string) => `Picture ${name}`,
  erased: "A file of somebody who was erased.",
  notRead: (name: string) => `${name} could not be fetched. Load the page again, then try once more.`,
  kinds: { picture: "picture", text: "text", archive: "archive", empty: "empty", other: "file" },
};
