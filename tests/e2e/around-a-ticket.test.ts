import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enterPortal, joinDesk } from "./support/doors.ts";
import { openStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let customer: Page;
let agent: Page;
beforeAll(async () => {
  stage = await openStage();
  customer = await enterPortal(stage, { viewport: { width: 1_280, height: 900 } });
  agent = await joinDesk(stage);
});
afterAll(async () => {
  expect(await stage.stop()).toBe(0);
});

async function open(description: string): Promise<string> {
  await customer.goto(`${stage.desk}/portal/new`);
  await customer.getByLabel("What happened?").fill(description);
  await customer.getByRole("button", { name: "Send ticket" }).click();
  const sent = customer.getByRole("heading", { name: /Ticket \d+ is with us/ });
  const number = /\d+/.exec(await sent.innerText())?.[0] ?? "";
  await customer.goto(`${stage.desk}/portal/tickets/${number}`);
  await customer.getByRole("heading", { name: new RegExp(number) }).waitFor();
  return number;
}

/** What an agent does by the API with the session of the browser, where the customer's side is what is looked at. */
async function atDesk(number: string, path: string, body: object, method = "POST"): Promise<void> {
  const answer = await agent.request.fetch(`${stage.desk}/v1/desk/tickets/${number}/${path}`, {
    method,
    data: body,
    headers: { "idempotency-key": crypto.randomUUID() },
  });
  if (!answer.ok()) throw new Error(`${path} answered ${answer.status()}: ${await answer.text()}`);
}

const dialog = () => customer.getByRole("dialog");
const facts = () => customer.getByRole("complementary", { name: "Facts" });

async function isAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(" ")}`)).toEqual([]);
}

describe("what a customer does around a ticket", () => {
  test("P083 objects to a severity, sees who decides, and takes it back", async () => {
    const number = await open("The nightly import is slower each day");
    expect(await facts().getByRole("button", { name: "Object" }).count()).toBe(0);
    const reason = "Slow queries are Normal by the policy's fifth example.";
    await atDesk(number, "severity", { to: "4", grounds: ["S4.3"], reason });
    await customer.reload();
    await facts().getByRole("button", { name: "Object" }).click();
    await dialog().getByRole("button", { name: "Send the objection" }).click();
    await dialog().getByText("Write something first.").waitFor();
    await dialog().getByLabel("What do you think is right?").selectOption({ index: 2 });
    await dialog().getByLabel("Why?").fill("Our reports come too late for the morning.");
    await isAccessible(customer);
    await customer.keyboard.press("Tab");
    await dialog().getByRole("button", { name: "Send the objection" }).click();
    await facts().getByText("You will get a decision with reasons.").waitFor();
    await facts().getByRole("button", { name: "Take it back" }).click();
    await facts().getByRole("button", { name: "Object" }).waitFor();
  });

  test("P080 says that it got worse: the severity rises at once and a lead is asked", async () => {
    await open("Queries on orders time out");
    await customer.getByRole("button", { name: "It got worse" }).click();
    await dialog().getByLabel("How bad is it now?").selectOption({ index: 1 });
    await dialog().getByLabel("What got worse?").fill("Now no order goes through.");
    await dialog().getByRole("button", { name: "Tell a lead" }).click();
    await customer.getByText("You asked for a lead").waitFor();
    await facts().getByText("2 High").waitFor();
  });

  test("P089 says so again when it gets worse than that, with what it costs; then reads why there is no more to say", async () => {
    await open("Payments are slow to book");
    const button = customer.getByRole("button", { name: "It got worse" });
    await button.click();
    await dialog().getByLabel("How bad is it now?").selectOption({ index: 1 });
    await dialog().getByLabel("What got worse?").fill("Now half of them fail.");
    await dialog().getByRole("button", { name: "Tell a lead" }).click();
    await facts().getByText("2 High").waitFor();
    await button.click();
    expect(await dialog().getByRole("option").count()).toBe(1);
    await dialog().getByLabel("What got worse?").fill("All of them fail.");
    await dialog().getByRole("button", { name: "Tell a lead" }).click();
    await dialog().getByText("Write one sentence, or tick").waitFor();
    await isAccessible(customer);
    await dialog().getByLabel("What does it cost your business now?").fill("Every order of today.");
    await dialog().getByRole("button", { name: "Tell a lead" }).click();
    await facts().getByText("1 Critical").waitFor();
    await facts().getByText("Every order of today.").waitFor();
    expect(await button.isDisabled()).toBe(true);
    await customer.getByText("A lead was asked for this already.").waitFor();
    await isAccessible(customer);
  });

  test("P126 reads what is needed of them, and the next word that an agent promised", async () => {
    const number = await open("The import stops at row 40,000");
    const by = new Date(Date.now() + 26 * 3_600_000).toISOString();
    const asksFor = ["the import log", "the time of the failure"];
    await atDesk(number, "replies", { text: "Two things, please.", asksFor });
    await atDesk(number, "word", { by, text: "the cause" }, "PUT");
    await customer.reload();
    await facts().getByText("the import log").waitFor();
    await facts().getByText("the time of the failure").waitFor();
    await facts()
      .getByText(/Mira's promise/)
      .waitFor();
    await isAccessible(customer);
  });

  test("P021 asks for a video chat and reads slot, room and invitation once it is granted", async () => {
    const number = await open("The failover plan needs a look together");
    await facts().getByRole("button", { name: "Ask for a video chat" }).click();
    await dialog().getByLabel("What about, and when?").fill("The plan; Tuesday after lunch.");
    await dialog().getByRole("button", { name: "Ask", exact: true }).click();
    await facts()
      .getByText(/A person decides and writes here/)
      .waitFor();
    const startsAt = new Date(Date.now() + 48 * 3_600_000).toISOString();
    await atDesk(number, "video", { startsAt, minutes: 30, room: "https://meet.example/abc" }, "PUT");
    await customer.reload();
    await facts()
      .getByText(/30 minutes/)
      .waitFor();
    expect(await facts().getByRole("link", { name: "Join here" }).getAttribute("href")).toBe(
      "https://meet.example/abc",
    );
    const download = customer.waitForEvent("download");
    await facts().getByRole("button", { name: "Add to your calendar" }).click();
    expect((await download).suggestedFilename()).toBe(`ticket-${number}.ics`);
  });

  test("adds a colleague, shows the ticket to few, and lets the team look for a time", async () => {
    await open("Somebody reads our tables");
    await facts().getByRole("button", { name: "Add a colleague" }).click();
    await dialog().getByLabel("Who?").selectOption({ index: 1 });
    await dialog().getByRole("button", { name: "Add", exact: true }).click();
    await facts()
      .getByRole("button", { name: /off this ticket/ })
      .waitFor();
    await facts().getByRole("button", { name: "Show it to few" }).click();
    await facts().getByText("Shown only to its people, owners and admins").waitFor();
    await facts().getByRole("button", { name: "Let the team look, for a time" }).click();
    await dialog().getByRole("checkbox").first().check();
    await dialog().getByRole("button", { name: "Allow it" }).click();
    await facts()
      .getByText(/The team may look at/)
      .waitFor();
    await facts().getByRole("button", { name: "End it now" }).click();
    await facts().getByText("Nobody of the support team may look at your data.").waitFor();
    await isAccessible(customer);
  });

  test("P051 solves it alone and says so; after an outcome of ours answers the one question", async () => {
    const number = await open("The pooler refuses us");
    await customer.getByRole("button", { name: "Solved it myself" }).click();
    await dialog()
      .getByLabel(/What was it/)
      .fill("Our own firewall.");
    await dialog().getByRole("button", { name: "End the ticket" }).click();
    await facts().getByText("Taken back by the customer").waitFor();
    expect(await customer.getByRole("heading", { name: "Did this help?" }).count()).toBe(0);
    await customer.getByLabel("Your reply").fill("It was not the firewall after all.");
    await customer.getByRole("button", { name: "Send reply" }).click();
    await customer.getByText("You are waiting for us").waitFor();
    await atDesk(number, "outcome", { outcome: "answered", message: "The pooler was full." });
    await customer.reload();
    await customer.getByRole("heading", { name: "Did this help?" }).waitFor();
    await customer.getByText(/^This ticket has ended\. A message opens it again until .+\.$/).waitFor();
    await customer.getByRole("button", { name: "No", exact: true }).click();
    await customer.getByLabel(/What was missing/).fill("A page on firewalls.");
    await customer.getByRole("button", { name: "Send", exact: true }).click();
    await customer.getByText("You said that this did not help.").waitFor();
    await isAccessible(customer);
  });

  test("is shown what a colleague or they themselves asked just now, while they write", async () => {
    await open("Branch restore hangs for payments");
    await customer.goto(`${stage.desk}/portal/new`);
    await customer.getByLabel("What happened?").fill("The restore of payments hangs again");
    const link = customer.getByRole("link", { name: /Read it ticket \d+/ });
    await link.first().waitFor();
    expect(await link.first().getAttribute("href")).toMatch(/\/portal\/tickets\/\d+$/);
    await customer.getByText("If not, just go on.").waitFor();
  });

  test("P128 is shown where a question is answered at once, and sends it all the same", async () => {
    await customer.goto(`${stage.desk}/portal/new`);
    await customer.getByLabel("Kind").selectOption("Question");
    await customer.getByText("The answer may be here at once.").waitFor();
    expect(await customer.getByRole("link", { name: "Ask the docs" }).getAttribute("href")).toMatch(
      /^https:/,
    );
    await customer.getByLabel("What happened?").fill("What does active time mean on the plan page?");
    await customer.getByRole("button", { name: "Send ticket" }).click();
    await customer.getByRole("heading", { name: /Ticket \d+ is with us/ }).waitFor();
  });

  test("P126 is asked for what helps, by kind of request, and a thin text is not in the way", async () => {
    await customer.goto(`${stage.desk}/portal/new`);
    await customer.getByLabel("Kind").selectOption("Billing");
    await customer.getByText(/before you dispute it/).waitFor();
    await customer.getByLabel(/Number of the invoice/).fill("118");
    await customer.getByLabel("Kind").selectOption("Problem");
    await customer.getByLabel(/Since when/).fill("14:50 yesterday");
    await customer.getByLabel(/Error message or request id/).fill("XX000");
    await customer.getByLabel("What happened?").fill("It is slow");
    await customer.getByText("What you did, what you saw and since when").waitFor();
    await customer.getByRole("button", { name: "Send ticket" }).click();
    const sent = customer.getByRole("heading", { name: /Ticket \d+ is with us/ });
    const number = /\d+/.exec(await sent.innerText())?.[0] ?? "";
    await customer.goto(`${stage.desk}/portal/tickets/${number}`);
    await facts().getByText("14:50 yesterday").waitFor();
  });

  test("chooses mails, language and zone, and what is wrong is said", async () => {
    await customer.goto(`${stage.desk}/portal/preferences`);
    await customer.getByLabel("Of those I opened").check();
    await customer.getByLabel("Time zone, here and in mails").fill("Atlantis/Lost");
    await customer.getByRole("button", { name: "Save" }).click();
    await customer
      .getByText(/is no time zone/)
      .first()
      .waitFor();
    await customer.getByLabel("Time zone, here and in mails").fill("Europe/Berlin");
    await customer.getByRole("button", { name: "Save" }).click();
    await customer.getByText("Saved.").first().waitFor();
    await isAccessible(customer);
  });

  test("reads the portal in the language and time zone chosen there, on any browser", async () => {
    await customer.goto(`${stage.desk}/portal/preferences`);
    await customer.getByLabel("Language, here and in mails").selectOption({ label: "Deutsch" });
    await customer.getByLabel("Time zone, here and in mails").fill("Asia/Kathmandu");
    await customer.getByRole("button", { name: "Save" }).click();
    await customer.getByRole("heading", { name: "Mails, Sprache und Zeit" }).waitFor();
    await customer.reload();
    await customer.getByRole("heading", { name: "Mails, Sprache und Zeit" }).waitFor();
    expect(await customer.locator("html").getAttribute("lang")).toBe("de");
    await customer.getByText("Jetzt ist es Asia/Kathmandu.").waitFor();
    await customer.getByLabel("Sprache, hier und in Mails").selectOption({ label: "English" });
    await customer.getByLabel("Zeitzone, hier und in Mails").fill("");
    await customer.getByRole("button", { name: "Speichern" }).click();
    await customer.getByRole("heading", { name: "Mails, language and time" }).waitFor();
  });

  test("works at 320 px, with nothing cut and no sideways scroll", async () => {
    const number = await open("Narrow as a phone");
    await customer.setViewportSize({ width: 320, height: 700 });
    for (const path of [`tickets/${number}`, "preferences", "new"]) {
      await customer.goto(`${stage.desk}/portal/${path}`);
      await customer.getByRole("heading", { level: 1 }).waitFor();
      const wide = await customer.locator("html").evaluate((page) => page.scrollWidth - page.clientWidth);
      expect({ path, wide }).toEqual({ path, wide: 0 });
    }
    await customer.setViewportSize({ width: 1_280, height: 900 });
  });
});
