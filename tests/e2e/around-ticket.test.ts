import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { does, opens, seesTicket } from "./support/around.ts";
import { enterPortal, joinDesk } from "./support/doors.ts";
import { openStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let customer: Page;
let agent: Page;
beforeAll(async () => {
  stage = await openStage();
  customer = await enterPortal(stage);
  agent = await joinDesk(stage);
});
afterAll(async () => {
  expect(await stage.stop()).toBe(0);
});

const fact = (page: Page, name: string) =>
  page
    .getByRole("complementary", { name: "Facts" })
    .locator("div")
    .filter({ has: page.getByRole("term").filter({ hasText: new RegExp(`^${name}$`) }) })
    .last();

describe("an agent's own word", () => {
  test("is promised by key, with the customer's time beside it, and kept by a reply", async () => {
    const number = await opens(customer, stage, "The restore of payments hangs");
    await seesTicket(agent, stage, number);
    await agent.keyboard.press("p");
    const dialog = agent.getByRole("dialog", { name: `Promise a next word on ${number}` });
    const promise = dialog.getByRole("button", { name: "Promise it" });
    expect(await promise.isDisabled()).toBe(true);
    await dialog.getByText("Choose a time first.").waitFor();
    await dialog.getByLabel("Next word by").fill("2020-01-01T09:00");
    await dialog.getByText("That time has passed. Choose a later one.").waitFor();
    await dialog.getByRole("button", { name: "Tomorrow, 12:00" }).click();
    await dialog.getByLabel("What it is about").fill("the cause");
    await dialog.getByText(/^Next word by .*12:00 .*About: the cause$/).waitFor();
    await promise.click();
    await dialog.waitFor({ state: "detached" });
    await fact(agent, "Next word")
      .getByText(/promised by Mira/)
      .waitFor();

    await agent.keyboard.press("r");
    await agent.getByRole("textbox", { name: /Reply to/ }).fill("It was a bad disk.");
    await agent.keyboard.press("Control+Enter");
    await agent.getByText(/The next word, promised by .*, came in time/).waitFor();
    await fact(agent, "Next word").getByText("none promised").waitFor();
  });
});

describe("merging two tickets", () => {
  test("shows both and what will happen; what changed meanwhile is read again first", async () => {
    const source = await opens(customer, stage, "Restore stops at 60 %");
    const survivor = await opens(customer, stage, "Restore hangs for an hour");
    await seesTicket(agent, stage, source);
    await agent.keyboard.press("m");
    const dialog = agent.getByRole("dialog", { name: `Merge ${source} into another ticket` });
    const number = dialog.getByRole("textbox", { name: "Number of the ticket it goes on in" });
    await number.fill(String(source));
    await dialog.getByText("That is this ticket. Write the number of another one.").waitFor();
    await number.fill(String(survivor));
    await dialog.getByRole("region", { name: "Goes on in" }).getByText("Restore hangs for an hour").waitFor();
    await dialog.getByText(`${source} goes on in ${survivor}`).waitFor();
    await dialog.getByText(/The earlier promise counts: that of \d+, due /).waitFor();

    const data = { text: "It goes on now" };
    await does(customer, stage, { method: "POST", path: `/v1/tickets/${survivor}/messages`, data });
    const merge = dialog.getByRole("button", { name: `Merge into ${survivor}` });
    await merge.click();
    await dialog.getByRole("alert").getByText("Meanwhile Ana Ruiz wrote a message.").waitFor();
    expect(await merge.isDisabled()).toBe(true);
    await dialog.getByRole("button", { name: "Read it again" }).click();
    await merge.and(agent.locator(":enabled")).click();
    await dialog.waitFor({ state: "detached" });
    await fact(agent, "Links")
      .getByRole("link", { name: String(survivor) })
      .waitFor();
    await agent.getByText(new RegExp(`Mira merged the ticket; it goes on in ${survivor}`)).waitFor();
  });

  test("P088 names who would read one that is shown to few, and brings them only where the agent says so", async () => {
    const [source, survivor] = [
      await opens(customer, stage, "Logins fail for two of us"),
      await opens(customer, stage, "Somebody else is logged in as me"),
    ];
    const known = await (await customer.request.fetch(`${stage.desk}/v1/colleagues`)).json();
    const other = known.colleagues.find(({ isMe }: { isMe: boolean }) => !isMe);
    const data = { person: other.id };
    await does(customer, stage, { method: "POST", path: `/v1/tickets/${source}/followers`, data });
    await agent.request.fetch(`${stage.desk}/v1/desk/tickets/${survivor}/restricted`, {
      method: "PUT",
      headers: { "Idempotency-Key": crypto.randomUUID(), origin: stage.desk },
      data: { isRestricted: true },
    });
    await seesTicket(agent, stage, source);
    await agent.keyboard.press("m");
    const dialog = agent.getByRole("dialog", { name: `Merge ${source} into another ticket` });
    await dialog.getByRole("textbox").fill(String(survivor));
    await dialog.getByText(`${survivor} is shown to few: not read by ${other.name}`).waitFor();
    const bring = dialog.getByRole("checkbox", { name: `Let ${other.name} read all of ${survivor}` });
    expect(await bring.isChecked()).toBe(false);
    await bring.check();
    await dialog.getByText(`${other.name} will take part in ${survivor}.`).waitFor();
    await bring.uncheck();
    await dialog.getByRole("button", { name: `Merge into ${survivor}` }).click();
    await dialog.waitFor({ state: "detached" });
    const read = await agent.request.fetch(`${stage.desk}/v1/desk/tickets/${survivor}`);
    expect((await read.json()).proceedings.followers).toEqual([]);
  });
});

describe("P083 an objection to a severity", () => {
  test("stands above the conversation and in the list, and is upheld with a reason both sides read", async () => {
    const number = await opens(customer, stage, "Orders stand still on staging");
    const path = `/v1/desk/tickets/${number}/severity`;
    const lowered = { to: "3", grounds: ["S3.d"], reason: "Staging is not a production project." };
    await does(agent, stage, { method: "POST", path, data: lowered });
    const objection = { reason: "Orders depend on it.", wants: "2" };
    await does(customer, stage, { method: "POST", path: `/v1/tickets/${number}/objection`, data: objection });
    await agent.goto(`${stage.desk}/desk/queue/all`);
    await agent.getByRole("link", { name: "Objections" }).click();
    const row = agent.getByRole("row").filter({ hasText: "Orders stand still on staging" });
    await row.getByText("3 Normal").waitFor();
    await row.getByText("2 High").waitFor();
    await row.getByRole("link").click();
    const panel = agent.getByRole("region", { name: "Ana Ruiz objects to the severity" });
    await panel.getByText("Orders depend on it.").waitFor();
    await panel.getByText(/Nobody decides it yet/).waitFor();
    await panel.getByRole("button", { name: "Take it" }).click();
    await panel.getByText(/Mira decides it/).waitFor();
    await panel.getByRole("button", { name: "Decide" }).click();
    const dialog = agent.getByRole("dialog", { name: "Decide the objection of Ana Ruiz" });
    await dialog.getByText("Choose a decision first.").waitFor();
    await dialog.getByRole("radio", { name: /It becomes 2 High/ }).check();
    await dialog.getByText("Choose a ground or a factor first.").waitFor();
    await dialog.getByRole("heading", { name: "Reply due" }).waitFor();
    await dialog.getByRole("radio", { name: /It stays 3 Normal/ }).check();
    await dialog.getByText("Write the reason first.").waitFor();
    await dialog.getByLabel("Reason, the customer reads it").fill("Staging serves no customers.");
    await dialog.getByRole("button", { name: "Uphold the severity" }).click();
    await panel.waitFor({ state: "detached" });
    await agent.getByText(/Mira decided on the objection: it stays Normal/).waitFor();
  });
});

describe("P021 P023 a video chat", () => {
  test("is granted at a time with a room, shown in the customer's zone too", async () => {
    const number = await opens(customer, stage, "We would like to look at the plan together");
    const wish = { reason: "Tomorrow afternoon would suit." };
    await does(customer, stage, { method: "POST", path: `/v1/tickets/${number}/video`, data: wish });
    await seesTicket(agent, stage, number);
    const asked = agent.getByRole("region", { name: "Ana Ruiz asks for a video chat" });
    await asked.getByText(wish.reason).waitFor();
    await asked.getByRole("button", { name: "Decline" }).click();
    const refusal = agent.getByRole("dialog", { name: "Decline the video chat" });
    await refusal.getByText("Write the reason first.").waitFor();
    await agent.keyboard.press("Escape");
    await asked.getByRole("button", { name: "Grant" }).click();
    const dialog = agent.getByRole("dialog", { name: "Grant the video chat" });
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10);
    await dialog.getByLabel("Starts").fill(`${day}T15:00`);
    await dialog.getByText("Write where to meet first.").waitFor();
    await dialog.getByLabel("Where to meet").fill("https://meet.example/plan");
    await dialog.getByRole("button", { name: "Grant" }).click();
    const granted = agent.getByRole("region", { name: "A video chat is set" });
    await granted.getByText("30 minutes").waitFor();
    await granted.getByRole("link", { name: "https://meet.example/plan" }).waitFor();
    await granted.getByRole("button", { name: "Move" }).waitFor();
    const coming = agent.waitForEvent("download");
    await granted.getByRole("button", { name: "Add to your calendar" }).click();
    expect((await coming).suggestedFilename()).toBe(`ticket-${number}.ics`);
  });
});

describe("P126 what we need of the customer", () => {
  test("is listed item by item, goes with the reply only when it is their turn, and stands in the facts", async () => {
    const number = await opens(customer, stage, "The import stops");
    await seesTicket(agent, stage, number);
    await agent.keyboard.press("r");
    const composer = agent.getByRole("form", { name: /Reply to/ });
    const list = composer.getByRole("group", { name: "We need from the customer" });
    await composer.getByRole("checkbox", { name: /Still our turn/ }).check();
    await list.waitFor({ state: "detached" });
    await composer.getByRole("checkbox", { name: /Still our turn/ }).uncheck();
    await list.getByRole("button", { name: "Add: Since when" }).click();
    await list.getByLabel("Something else").fill("import log");
    await agent.keyboard.press("Enter");
    await list.getByRole("button", { name: "Remove: import log" }).waitFor();
    await composer.getByRole("textbox", { name: /Reply to/ }).fill("To go on we need two things.");
    await composer.getByRole("button", { name: /Send to customer/ }).click();
    const waiting = fact(agent, "We wait for");
    await waiting.getByText("Since when").waitFor();
    await waiting.getByText("import log").waitFor();
    await waiting.getByText("not reminded yet").waitFor();
  });
});
