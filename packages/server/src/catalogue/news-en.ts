import { type NewsCatalogue, type NewsWords, quoted, type WishNews } from "./news.ts";

/** What happened, then what it means, then what a person wrote. `ticket` names the ticket in a sentence. */
export const newsEn: NewsCatalogue = (news, ticket) => {
  switch (news.what) {
    case "severity":
      return {
        subject: `The severity of ${ticket} is now ${news.to}`,
        paragraphs: [
          `We now treat ${ticket} as ${news.to} instead of ${news.from}, because:`,
          ...quoted(news.reason),
          news.dueTo === null
            ? "No time of answer is promised for it."
            : `Our reply is due before ${news.dueTo}${news.dueFrom === null || news.dueFrom === news.dueTo ? "" : ` instead of ${news.dueFrom}`}.`,
          "If you see it otherwise, object on the ticket; the clock runs on.",
        ],
      };
    case "objection":
      return {
        subject: `An objection waits for you: ${ticket}`,
        paragraphs: [
          `${news.by} objects to the severity of ${ticket}. You decide, with reasons.`,
          ...quoted(news.reason),
        ],
      };
    case "advice-asked":
      return {
        subject: `You are asked what you think: ${ticket}`,
        paragraphs: [
          `${news.by} asks for your view of an objection to the severity of ${ticket}.`,
          ...quoted(news.reason),
        ],
      };
    case "objection-ended":
      return {
        subject:
          news.result === "changed"
            ? `Your objection: ${ticket} is now ${news.severity}`
            : news.result === "upheld"
              ? `Your objection: ${ticket} stays ${news.severity}`
              : `The objection was taken back: ${ticket}`,
        paragraphs: [
          news.result === "changed"
            ? `${news.by} has decided: we now treat ${ticket} as ${news.severity}.`
            : news.result === "upheld"
              ? `${news.by} has decided: ${ticket} stays ${news.severity}. The reasons:`
              : `The customer took the objection on ${ticket} back.`,
          ...quoted(news.reason),
        ],
      };
    case "worse":
      return {
        subject: `It got worse, and a lead is asked for: ${ticket}`,
        paragraphs: [
          `${news.by} says that ${ticket} got worse and asks a lead to look at it, as ${news.to}:`,
          ...quoted(news.reason),
        ],
      };
    case "word-reminded":
      if (news.isTeams) {
        return {
          subject: `A word is promised by ${news.by}, and nobody keeps it yet: ${ticket}`,
          paragraphs: [
            `The customer of ${ticket} was promised the next word by ${news.by}, and who promised it is not there. Give the ticket to somebody, or write yourself.`,
          ],
        };
      }
      return {
        subject: `A word is promised by ${news.by}, and you keep it: ${ticket}`,
        paragraphs: [
          `The customer of ${ticket} was promised the next word by ${news.by}, and it is yours to keep. It is nearly time.`,
        ],
      };
    case "word-missed":
      return {
        subject: `A promised word is late: ${ticket}`,
        paragraphs: [
          `The next word on ${ticket} was promised by ${news.by}. The customer sees that it did not come.`,
        ],
      };
    case "waiting":
      return {
        subject: `We wait for your answer: ${ticket}`,
        paragraphs: [
          news.items.length === 0
            ? `We wrote to you on ${news.since} and need your answer to go on with ${ticket}.`
            : `To go on with ${ticket} we need of you, since ${news.since}: ${news.items.join(", ")}.`,
          news.closesAt === null
            ? "It stays open until you answer."
            : `Without an answer we close it on ${news.closesAt}; a reply opens it again.`,
        ],
      };
    case "closed":
      return {
        subject: `Closed without your answer: ${ticket}`,
        paragraphs: [
          news.items.length === 0
            ? `We asked you on ${news.since} and have not heard from you, so we closed ${ticket}.`
            : `We asked for ${news.items.join(", ")} on ${news.since} and have not heard from you, so we closed ${ticket}.`,
          "A reply opens it again.",
        ],
      };
    case "video-granted":
      return {
        subject: `Video chat on ${news.startsAt}: ${ticket}`,
        paragraphs: [
          `${news.by} will talk with you about ${ticket} on ${news.startsAt}, for ${news.minutes} minutes. The invitation for your calendar is attached.`,
          ...(news.room === null ? [] : [`Meet here: ${news.room}`]),
        ],
      };
    case "video-declined":
      return {
        subject: `No video chat this time: ${ticket}`,
        paragraphs: [`${news.by} declined the video chat on ${ticket}, because:`, ...quoted(news.reason)],
      };
    case "video-set":
      return {
        subject: `Video chat on ${news.startsAt}: ${ticket}`,
        paragraphs: [
          `${news.by} set the video chat with ${news.customer} about ${ticket} for ${news.startsAt}, ${news.minutes} minutes.`,
          ...(news.room === null ? [] : [`Meet here: ${news.room}`]),
        ],
      };
    case "video-asked":
      return {
        subject: `A video chat is asked for: ${ticket}`,
        paragraphs: [
          `${news.by} asks for a video chat on ${ticket}. Grant it with a time, or decline it with a reason.`,
          ...quoted(news.reason),
        ],
      };
    case "video-cancelled":
      if (!news.wasGranted) {
        return {
          subject: `No video chat is asked for any more: ${ticket}`,
          paragraphs: [`${news.by} took back the wish for a video chat on ${ticket}.`],
        };
      }
      return {
        subject: `The video chat is cancelled: ${ticket}`,
        paragraphs: [`${news.by} cancelled the video chat on ${ticket}.`, ...quoted(news.reason)],
      };
    case "added":
      return {
        subject: `You were added to ${ticket}`,
        paragraphs: [
          `${news.by} added you to ${ticket}: you can read and write there, and hear of each answer.`,
        ],
      };
    case "release-out":
      return {
        subject: `Release ${news.name} is out: ${ticket}`,
        paragraphs: [
          `Release ${news.name} is out, with the fix that ${ticket} waited for.`,
          "If it does not help on your side, reply and the ticket opens again.",
          ...quoted(news.note),
        ],
      };
    case "wish":
      return wishWords(news, ticket);
    case "cause-asked":
      return {
        subject: `The root cause is asked for: ${ticket}`,
        paragraphs: [
          `${news.by} asks for the root cause of what happened in ${ticket}. The ticket stays ended; the request stands under Documents until one is published.`,
        ],
      };
    case "cause-declined":
      return {
        subject: `There will be no document on the root cause: ${ticket}`,
        paragraphs: [
          `${news.by} decided not to write down the root cause of what happened in ${ticket}, because:`,
          ...quoted(news.reason),
          "If you see it otherwise, write on the ticket.",
        ],
      };
    case "cause": {
      const matter =
        news.incident === null ? ticket : `the incident “${news.incident}”, which ${ticket} was part of`;
      return news.nth === 1
        ? {
            subject: `The root cause is published: ${ticket}`,
            paragraphs: [
              `We have written down what happened in ${matter}: the impact, the cause and what we changed.`,
              "You can read it beside the conversation, print it and keep it. If something is missing, reply.",
            ],
          }
        : {
            subject: `The root cause, version ${news.nth}: ${ticket}`,
            paragraphs: [
              `There is a new version of the document about the root cause of ${matter}. The earlier ones stay readable. What changed:`,
              ...quoted(news.change),
            ],
          };
    }
    case "merged":
      return {
        subject: `${ticket} goes on as ticket ${news.into}`,
        paragraphs: [
          `${ticket} and ticket ${news.into} are about the same, so they go on together as ${news.into}. The earlier promise of the two counts.`,
        ],
      };
  }
};

/** What became of a wish that the ticket asks for. */
function wishWords({ state, title, release, reason }: WishNews, ticket: string): NewsWords {
  switch (state) {
    case "planned":
      return {
        subject: `Planned for release ${release}: ${title}`,
        paragraphs: [
          `“${title}”, which ${ticket} asks for, is planned for release ${release}.`,
          "You hear from us again when it is out, or if the plan changes.",
        ],
      };
    case "out":
      return {
        subject: `It is out: ${title}`,
        paragraphs: [
          release === null
            ? `“${title}”, which ${ticket} asks for, is out.`
            : `“${title}”, which ${ticket} asks for, is out with release ${release}.`,
          "If it is not what you meant, reply and the ticket opens again.",
        ],
      };
    case "declined":
      return {
        subject: `We decided against it: ${title}`,
        paragraphs: [
          `We decided against “${title}”, which ${ticket} asks for.`,
          "If you need it in a way that we did not see, reply and the ticket opens again. This is our reason:",
          ...quoted(reason),
        ],
      };
    case "noted":
      return {
        subject: `No longer planned: ${title}`,
        paragraphs: [
          `“${title}”, which ${ticket} asks for, is no longer planned for a release. It stays noted, and you hear from us when that changes.`,
          ...quoted(reason),
        ],
      };
  }
}
