import type { Ticket } from "../wire.ts";

const OPENED_AT = "2026-07-02T19:30:00.000Z";

/** Ana's ticket 4182 as she reads it before anyone answered, for tests. */
export function testTicket(): Ticket {
  return {
    number: 4182,
    subject: "Restore of branch main stops at 40 %",
    state: "open",
    category: { id: "issue", name: "Problem" },
    severity: { chosen: "2", chosenName: "High", assessed: null, current: "2", rank: 2, name: "High" },
    promise: null,
    requester: "Ana Ruiz",
    isMine: true,
    openedAt: OPENED_AT,
    changedAt: OPENED_AT,
    outcome: null,
    unread: false,
    intake: "console",
    policyVersion: "2024-09-02",
    place: { project: null, branch: null, endpoint: null, region: null },
    facts: [],
    businessImpact: null,
    assignee: null,
    incident: null,
    wishes: [],
    messages: [
      {
        id: "m1",
        at: OPENED_AT,
        author: { kind: "customer", name: "Ana Ruiz", isMe: true },
        text: "It stops at 40 %.",
        isErased: false,
        secrets: 0,
        attachments: [],
      },
    ],
    timeline: [],
    receipt: null,
    promises: [],
    proceedings: {
      isRestricted: false,
      followers: [],
      watchers: [],
      disagreement: null,
      leadAskedAt: null,
      video: null,
      word: null,
      wait: null,
      links: [],
      mergedInto: null,
      consent: null,
      rating: null,
      hiddenUntil: null,
      acts: [],
    },
    version: 1,
    proposal: null,
    notCovered: null,
    mayReply: true,
    attachmentLimits: { mostBytes: 25_000_000, mostFiles: 10, types: null, refused: ["exe"] },
  };
}
