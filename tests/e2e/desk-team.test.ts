import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { does, opens, seesTicket } from "./support/around.ts";
import { enterPortal, joinDesk } from "./support/doors.ts";
import { openStage, type Stage } from "./support/stage.ts";
import { fact, joins, takes } from "./support/team.ts";

let stage: Stage;
let customer: Page;
let mira: Page;
let jonas: Page;
beforeAll(async () => {
  stage = await openStage();
  customer = await enterPortal(stage);
  mira = await joinDesk(stage);
  jonas = await joins(stage, mira, { name: "Jonas", role: "lead" });
});
afterAll(async () => {
  expect(await stage.stop()).toBe(0);
});

const menuOf = (page: Page, name: string) => page.getByRole("button", { name: `Profile: ${name}` });

/** A ticket assessed by Mira, to which Ana objects. */
async function objected(description: string): Promise<number> {
  const number = await opens(customer, stage, description);
  const data = { to: "3", grounds: ["S3.d"], reason: "Staging is not a production project." };
  await does(mira, stage, { method: "POST", path: `/v1/desk/tickets/${number}/severity`, data });
  const objection = { reason: "Orders depend on it.", wants: "2" };
  await does(customer, stage, { method: "POST", path: `/v1/tickets/${number}/objection`, data: objection });
  return number;
}

describe("handing over", () => {
  test("the end of a shift lists what is mine and what comes next, and the note meets the next one", async () => {
    const number = await opens(customer, stage, "The replica lags behind");
    await seesTicket(mira, stage, number);
    await takes(mira, "Mira");
    const by = new Date(Date.now() + 86_400_000).toISOString();
    await does(mira, stage, { method: "PUT", path: `/v1/desk/tickets/${number}/word`, data: { by } });
    await menuOf(mira, "Mira").click();
    await mira.getByRole("menuitem", { name: "End of my shift" }).click();
    await mira.getByRole("heading", { name: "End of my shift", level: 1 }).waitFor();
    const row = mira.getByRole("row").filter({ hasText: "The replica lags behind" });
    await row.getByText(/next word by/).waitFor();
    await row.getByRole("button", { name: `Hand over ${number}` }).click();
    const dialog = mira.getByRole("dialog", { name: `Hand over ${number}` });
    await dialog.getByLabel("Give this ticket to").selectOption({ label: "Jonas" });
    await dialog.getByLabel("Note for the next one").fill("Ask for the log of the replica first.");
    await dialog.getByRole("button", { name: "Hand over" }).click();
    await row.waitFor({ state: "detached" });
    await seesTicket(jonas, stage, number);
    const panel = jonas.getByRole("region", { name: "Handed over by Mira to Jonas" });
    await panel.getByText("Ask for the log of the replica first.").waitFor();
    await customer.goto(`${stage.desk}/portal/tickets/${number}`);
    await customer.getByRole("heading", { level: 1 }).waitFor();
    expect(await customer.getByText("Ask for the log").count()).toBe(0);
  });
});

describe("a hand-over from the list of a shift", () => {
  test("stops where a colleague took the ticket meanwhile, and keeps the note", async () => {
    const number = await opens(customer, stage, "The pooler drops connections");
    await seesTicket(mira, stage, number);
    await takes(mira, "Mira");
    await mira.goto(`${stage.desk}/desk/shift`);
    await mira.getByRole("button", { name: `Hand over ${number}` }).click();
    const dialog = mira.getByRole("dialog", { name: `Hand over ${number}` });
    await dialog.getByLabel("Note for the next one").fill("Look at the pooler's log.");
    const { agents } = await (await jonas.request.get(`${stage.desk}/v1/desk/agents`)).json();
    const assignee = agents.find((one: { readonly isMe: boolean }) => one.isMe).id;
    const path = `/v1/desk/tickets/${number}/assignee`;
    await does(jonas, stage, { method: "PUT", path, data: { assignee } });
    await dialog.getByRole("button", { name: "Hand over" }).click();
    await dialog.getByText(/Jonas took it/).waitFor();
    expect(await dialog.getByLabel("Note for the next one").inputValue()).toBe("Look at the pooler's log.");
    await mira.keyboard.press("Escape");
  });
});

describe("who is away", () => {
  test("gives back what waits for us, says until when, and comes back", async () => {
    const number = await opens(customer, stage, "Branches take minutes to appear");
    await seesTicket(jonas, stage, number);
    await takes(jonas, "Jonas");
    await menuOf(jonas, "Jonas").click();
    await jonas.getByRole("menuitem", { name: "I am away until" }).click();
    const dialog = jonas.getByRole("dialog", { name: "I am away until" });
    await dialog.getByText("Choose a time first.").waitFor();
    await dialog.getByRole("button", { name: "Tomorrow, 9:00" }).click();
    await dialog.getByRole("button", { name: "Be away" }).click();
    await dialog
      .getByRole("status")
      .getByText(/You are away\. \d+ tickets? went back/)
      .waitFor();
    await dialog.getByRole("button", { name: "Close" }).last().click();
    await seesTicket(mira, stage, number);
    await mira.getByRole("button", { name: "Assign: With nobody" }).waitFor();
    await mira.getByText("The ticket went back to the queue, because its agent is away").waitFor();
    await menuOf(jonas, "Jonas").click();
    await jonas.getByRole("menuitem", { name: "I am away until" }).click();
    await dialog.getByRole("button", { name: "I am back" }).click();
    await dialog.getByText("You are back.").waitFor();
    await jonas.keyboard.press("Escape");
  });
});

describe("P083 the list of objections", () => {
  test("says that one came while it is looked at, and shows it when asked", async () => {
    await mira.goto(`${stage.desk}/desk/queue/all`);
    await mira.getByRole("link", { name: "Objections" }).click();
    await mira.getByRole("heading", { name: "Objections", level: 1 }).waitFor();
    const row = mira.getByRole("row").filter({ hasText: "Exports of staging fail" });
    const number = await objected("Exports of staging fail");
    await mira.getByRole("button", { name: /^1 change, show/ }).click();
    await row.waitFor();
    const end = { to: "3", reason: "Staging serves no customers." };
    const path = `/v1/desk/tickets/${number}/disagreement/end`;
    await does(jonas, stage, { method: "POST", path, data: end });
    await mira.getByRole("button", { name: /^1 change, show/ }).click();
    await row.waitFor({ state: "detached" });
  });
});

describe("P123 the list of cases", () => {
  test("shows what was reported meanwhile, by itself", async () => {
    const number = await opens(customer, stage, "You answer like fools");
    await mira.goto(`${stage.desk}/desk/conduct`);
    await mira.getByRole("heading", { name: "Conduct", level: 1 }).waitFor();
    await seesTicket(jonas, stage, number);
    await jonas.getByRole("button", { name: "Report what Ana Ruiz wrote" }).first().click();
    await jonas.getByLabel("What is wrong with it?").fill("It calls us fools.");
    await jonas.getByRole("button", { name: "Report it" }).click();
    await jonas.getByText(/Reported, as case/).waitFor();
    await mira
      .getByRole("link", { name: /^Case \d+/ })
      .first()
      .waitFor();
  });
});

describe("an agent who is deactivated", () => {
  test("hands on tickets, objections and words; each is shown where it stands", async () => {
    const lea = await joins(stage, mira, { name: "Lea", role: "lead" });
    const number = await objected("Staging restores stop");
    await seesTicket(lea, stage, number);
    await takes(lea, "Lea");
    const panel = (page: Page) => page.getByRole("region", { name: "Ana Ruiz objects to the severity" });
    await panel(lea)
      .getByText(/(Jonas|Lea) decides it/)
      .waitFor();
    if ((await panel(lea).getByRole("button", { name: "Take it" }).count()) > 0)
      await panel(lea).getByRole("button", { name: "Take it" }).click();
    await panel(lea).getByText("Lea decides it").waitFor();
    await lea.keyboard.press("p");
    const word = lea.getByRole("dialog", { name: `Promise a next word on ${number}` });
    await word.getByRole("button", { name: "Tomorrow, 12:00" }).click();
    await word.getByRole("button", { name: "Promise it" }).click();
    await fact(lea, "Next word")
      .getByText(/promised by Lea/)
      .waitFor();

    await menuOf(mira, "Mira").click();
    await mira.getByRole("menuitem", { name: "Agents" }).click();
    const dialog = mira.getByRole("dialog", { name: "Agents" });
    await dialog.getByText("Another admin can deactivate you.").waitFor();
    await dialog.getByRole("button", { name: "Deactivate Lea" }).click();
    await dialog.getByText("Back to the queue: 1 open ticket.").waitFor();
    await dialog.getByText(/Objections they decide go to another lead/).waitFor();
    await dialog.getByRole("button", { name: "Deactivate Lea" }).click();
    await dialog.getByText("Lea is deactivated. 1 ticket went back to the queue.").waitFor();
    await mira.keyboard.press("Escape");

    await seesTicket(mira, stage, number);
    await panel(mira).getByText("Jonas decides it").waitFor();
    await fact(mira, "Next word")
      .getByText(/the team's promise/)
      .waitFor();
    await takes(mira, "Mira");
    await fact(mira, "Next word")
      .getByText(/promised by Mira/)
      .waitFor();
    await customer.goto(`${stage.desk}/portal/tickets/${number}`);
    await customer.getByText(/by .*, Mira's promise/).waitFor();
    await lea.goto(`${stage.desk}/desk/queue/all`);
    await lea.getByRole("button", { name: "Sign in" }).waitFor();
  });
});
