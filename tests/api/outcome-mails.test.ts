import { beforeEach, describe, expect, test } from "vitest";
import { done, send } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { TestClock } from "../support/desk.ts";

const clock = new TestClock("2026-01-05T10:00:00Z");
const world = useCast({ clock });
beforeEach(() => clock.set(Date.parse("2026-03-02T15:00:00.000Z")));

const open = async (): Promise<number> => {
  const body = { category: "issue", description: "The pooler drops connections" };
  return (await done(world().cast.owner, "openTicket", { body })).number;
};
const EXCLUDED = {
  outcome: "out-of-scope",
  detail: "against-documentation",
  named: "Restore, step 2",
  message: "This is what we found, to take there.",
};
const end = (number: number, body: { outcome: string; message: string; detail?: string; named?: string }) =>
  done(world().cast.agent, "resolveTicket", { params: { number }, body });

/** The one mail to the owner whose subject holds all of these words. */
async function mailWith(...words: readonly string[]) {
  const found = async () =>
    (await world().mails()).filter(
      (mail) => mail.to === "owner@a.example" && words.every((word) => mail.subject.includes(word)),
    );
  await expect.poll(async () => (await found()).length).toBe(1);
  const [mail] = await found();
  return mail?.text ?? "";
}

describe("P050 P053 P126 the mail about an end", () => {
  test("says that it ended, as what, by which exclusion and clause, what it is about, and until when a reply reopens it", async () => {
    const number = await open();
    await end(number, EXCLUDED);
    const text = await mailWith(`Ticket ${number} has ended`, "Not covered by support");
    for (const part of [
      "Agent agent ended ticket",
      "Exclusion 1 of the support policy: Use of the product against its documentation.",
      "It is about: Restore, step 2.",
      "“Issue resolution”",
      "This is what we found, to take there.",
      "opens the ticket again until Mon, 16 Mar 2026",
      "What comes by mail is yours to choose in the portal.",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain("against-documentation");
    const all = (await world().mails()).filter(({ subject }) => subject.includes(String(number)));
    expect(all.map(({ subject }) => subject)).toHaveLength(1);
  });

  test("is German for who reads German", async () => {
    const { owner } = world().cast;
    const body = { mail: "all", locale: "de", zone: "Europe/Berlin" } as const;
    await done(owner, "putPreference", { body });
    const number = await open();
    await end(number, EXCLUDED);
    const text = await mailWith(`Ticket ${number} ist beendet`);
    expect(text).toContain("Ausschluss 1 der Support-Richtlinie");
    expect(text).toContain("Es geht um: Restore, step 2.");
    expect(text).toContain("öffnet das Ticket wieder, bis");
    await done(owner, "putPreference", { body: { ...body, locale: "en" } });
  });

  test("names the release of a fix and says that one hears of it; other ends have their name", async () => {
    const fixed = await open();
    await end(fixed, { outcome: "fix-in-release", detail: "v99.1", message: "Mended." });
    const text = await mailWith(`Ticket ${fixed} has ended`, "A change of the product in a named release");
    expect(text).toContain("It comes with release v99.1. You hear of it once that is out.");
    const answered = await open();
    await end(answered, { outcome: "answered", message: "Here it is." });
    expect(await mailWith(`Ticket ${answered} has ended`, "Answered")).toContain("Here it is.");
  });
});

test("P040 an answer that asks for something names it, item by item", async () => {
  const number = await open();
  const asksFor = ["The log of the import", "The time with zone"];
  const body = { text: "Please send us two things.", asksFor };
  await done(world().cast.agent, "replyAsAgent", { params: { number }, body });
  const text = await mailWith(`Answer to ticket ${number}`);
  expect(text).toContain("We need of you:\n- The log of the import\n- The time with zone");
  expect(text).toContain("What comes by mail is yours to choose in the portal.");
});

test("P126 the transcript says why a ticket ended and what was asked for", async () => {
  const { owner, agent } = world().cast;
  const number = await open();
  const params = { number };
  const body = { text: "Please send us two things.", asksFor: ["The log of the import", "The time"] };
  await done(agent, "replyAsAgent", { params, body });
  await end(number, EXCLUDED);
  for (const format of ["md", "html"]) {
    const { text } = await send(owner, "readTranscript", { params, query: { format } });
    expect(text).toContain("Exclusion 1: Use of the product against its documentation");
    expect(text).toContain("It is about: Restore, step 2");
    expect(text).toContain("Issue resolution");
    expect(text).toContain("The log of the import, The time");
    expect(text).not.toContain("against-documentation");
  }
  const german = await send(owner, "readTranscript", { params, query: { format: "md", locale: "de" } });
  expect(german.text).toContain("Ausschluss 1: Use of the product");
});

test("P053 the conversation tells an end in the policy's words, with what it is about, and names a release", async () => {
  const { owner } = world().cast;
  const endIn = async (number: number) =>
    (await done(owner, "readTicket", { params: { number } })).timeline.find(
      ({ kind }) => kind === "ticket.resolved",
    );
  const excluded = await open();
  await end(excluded, EXCLUDED);
  expect(await endIn(excluded)).toMatchObject({
    to: "Not covered by support",
    reason: "Use of the product against its documentation: Restore, step 2",
  });
  const fixed = await open();
  await end(fixed, { outcome: "fix-in-release", detail: "v99.2", message: "Mended." });
  expect(await endIn(fixed)).toMatchObject({ from: "v99.2", reason: null });
});
