import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { does, opens, seesTicket } from "./support/around.ts";
import { enterPortal, joinDesk } from "./support/doors.ts";
import { openStage, type Stage } from "./support/stage.ts";
import { fact } from "./support/team.ts";

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

const LOWERED = { to: "3", grounds: ["S3.d"], reason: "Staging is not a production project." };

describe("splitting", () => {
  test("makes a later message a ticket of its own, files and all, read by both sides there", async () => {
    const number = await opens(customer, stage, "Restores are slow since Monday");
    await customer.goto(`${stage.desk}/portal/tickets/${number}`);
    await customer.getByLabel("Your reply").fill("Something else: the invoice is wrong.");
    const choosing = customer.waitForEvent("filechooser");
    await customer
      .getByRole("button", { name: /Attach/ })
      .first()
      .click();
    const buffer = Buffer.from("invoice 118: 12 instead of 10\n");
    await (await choosing).setFiles([{ name: "invoice.txt", mimeType: "text/plain", buffer }]);
    await customer.getByRole("button", { name: "Take out invoice.txt" }).waitFor();
    await customer.getByRole("button", { name: "Send reply" }).click();
    await customer.getByRole("list", { name: "1 file" }).waitFor();

    await seesTicket(agent, stage, number);
    const split = agent.getByRole("button", { name: "Make it a ticket of its own" });
    expect(await split.count()).toBe(1);
    await split.click();
    const dialog = agent.getByRole("dialog", { name: "Make this message a ticket of its own" });
    await dialog.getByText("Something else: the invoice is wrong.").waitFor();
    await dialog.getByText(/Its clock counts from when the message came/).waitFor();
    await dialog.getByText(/1 file goes along/).waitFor();
    await dialog.getByLabel("Kind of the new ticket").selectOption("billing");
    await dialog.getByRole("button", { name: "Make the ticket" }).click();
    const done = agent.getByRole("status").filter({ hasText: "This message is ticket" });
    const opened = Number(await done.getByRole("link").innerText());
    await fact(agent, "Links")
      .getByRole("link", { name: String(opened) })
      .waitFor();
    expect(await agent.getByRole("list", { name: "1 file" }).count()).toBe(0);
    await agent.reload();
    await agent.getByText(`This message is ticket ${opened} now.`).waitFor();
    expect(await split.count()).toBe(0);
    await seesTicket(agent, stage, opened);
    await agent.getByRole("list", { name: "1 file" }).getByText("invoice.txt").waitFor();
    await customer.goto(`${stage.desk}/portal/tickets/${opened}`);
    await customer.getByRole("list", { name: "1 file" }).getByText("invoice.txt").waitFor();
  });
});

describe("hiding a ticket until a time", () => {
  test("takes it out of the queue, never past a warning, and shows it again at once", async () => {
    const number = await opens(customer, stage, "The dashboard loads slowly");
    await seesTicket(agent, stage, number);
    await agent.keyboard.press("h");
    const dialog = agent.getByRole("dialog", { name: `Hide ${number} from the queue` });
    await dialog.getByRole("radio", { name: "another time" }).check();
    await dialog.getByText("Choose a time first.").waitFor();
    const far = new Date(Date.now() + 300 * 86_400_000).toISOString().slice(0, 16);
    await dialog
      .getByRole("textbox", { name: "Hide until" })
      .or(dialog.getByLabel("Hide until"))
      .last()
      .fill(far);
    await dialog.getByRole("button", { name: "Hide it" }).click();
    await dialog.getByText("A warning of this ticket comes before that.").waitFor();
    await agent.keyboard.press("Escape");
    // What has been answered has no warning to come.
    const reply = { text: "It is the cache. Is it better now?" };
    await does(agent, stage, { method: "POST", path: `/v1/desk/tickets/${number}/replies`, data: reply });
    await seesTicket(agent, stage, number);
    await agent.keyboard.press("h");
    await dialog.getByRole("radio", { name: /for an hour/ }).check();
    await dialog.getByRole("button", { name: "Hide it" }).click();
    await fact(agent, "In the queue")
      .getByText(/hidden until/)
      .waitFor();
    await agent.goto(`${stage.desk}/desk/queue/hidden`);
    await agent.getByRole("row").filter({ hasText: "The dashboard loads slowly" }).getByRole("link").click();
    await fact(agent, "In the queue").getByRole("button", { name: "Show it now" }).click();
    await fact(agent, "In the queue").getByText("shown as usual").waitFor();
  });
});

describe("a message on a ticket that has ended", () => {
  test("says before it is sent what it does, and opens the ticket again only where something is asked for", async () => {
    const number = await opens(customer, stage, "The export is empty");
    await customer.goto(`${stage.desk}/portal/tickets/${number}`);
    await customer.getByRole("button", { name: "Solved it myself" }).click();
    await customer.getByRole("dialog").getByRole("button", { name: "End the ticket" }).click();
    await customer.getByText("The ticket has ended.").first().waitFor();
    await seesTicket(agent, stage, number);
    await agent.keyboard.press("r");
    const composer = agent.getByRole("form", { name: "Reply to Ana Ruiz" });
    await composer.getByText(/This ticket has ended and stays so/).waitFor();
    await composer.getByRole("textbox").first().fill("Glad to hear it, thank you.");
    await composer.getByRole("button", { name: /Send to customer/ }).click();
    await composer.waitFor({ state: "detached" });
    await agent.keyboard.press("r");
    await composer.getByRole("textbox").first().fill("One thing, please:");
    await composer.getByRole("textbox").last().fill("The export's log");
    await composer.getByRole("textbox").last().press("Enter");
    await composer.getByText(/Sending this opens the ticket again/).waitFor();
    await composer.getByRole("button", { name: /Send to customer/ }).click();
    await agent.getByText("Mira opened the ticket again, because something is still needed").waitFor();
  });
});

describe("a lead is asked for", () => {
  test("stands above the conversation with the wish, until a lead has seen to it", async () => {
    const number = await opens(customer, stage, "Orders of the shop fail");
    await customer.goto(`${stage.desk}/portal/tickets/${number}`);
    await customer.getByRole("button", { name: "It got worse" }).click();
    await customer.getByRole("dialog").getByLabel("How bad is it now?").selectOption({ index: 0 });
    await customer.getByRole("dialog").getByLabel("What got worse?").fill("Now no order goes through.");
    await customer.getByRole("dialog").getByLabel("I do not know yet").check();
    await customer.getByRole("dialog").getByRole("button", { name: "Tell a lead" }).click();
    await agent.goto(`${stage.desk}/desk/queue/asked`);
    await agent.getByRole("row").filter({ hasText: "Orders of the shop fail" }).getByRole("link").click();
    const panel = agent.getByRole("region", { name: "Ana Ruiz says that it got worse and asks for a lead" });
    await panel.getByText("Now no order goes through.").waitFor();
    await panel.getByRole("button", { name: "I have seen to it" }).click();
    await panel.waitFor({ state: "detached" });
    await agent.getByText("Mira saw to it as a lead").waitFor();
  });
});

describe("looks at the customer's data", () => {
  test("are written down first, with a reason both sides read, as far as the customer allows it", async () => {
    const number = await opens(customer, stage, "One query became slow");
    await seesTicket(agent, stage, number);
    await fact(agent, "Their data")
      .getByText(/We may not look at the data/)
      .waitFor();
    await customer.goto(`${stage.desk}/portal/tickets/${number}`);
    await customer.getByRole("button", { name: /Let the team look/ }).click();
    await customer.getByRole("dialog").getByRole("checkbox").first().check();
    await customer.getByRole("dialog").getByRole("button", { name: /Allow/ }).click();
    await customer.getByText(/The team may look at/).waitFor();
    await seesTicket(agent, stage, number);
    await fact(agent, "Their data").getByText("allowed by Ana Ruiz").waitFor();
    await fact(agent, "Their data").getByRole("button", { name: "Write down a look" }).click();
    const dialog = agent.getByRole("dialog", { name: "Write down a look" });
    await dialog.getByText("Write the reason first.").waitFor();
    await dialog.getByLabel("Reason, the customer reads it").fill("To read the plan of the slow query.");
    await dialog.getByRole("button", { name: "Write down a look" }).click();
    await agent.getByText(/Mira looked at the data of/).waitFor();
    await customer.reload();
    await customer.getByText(/Mira looked at the data of/).waitFor();
    await customer.getByText("To read the plan of the slow query.").waitFor();
  });
});

describe("P083 beside an open objection", () => {
  test("the severity is not assessed, and it says where to go; a secret in the reason is recognised", async () => {
    const number = await opens(customer, stage, "Imports into staging stop");
    const path = `/v1/desk/tickets/${number}/severity`;
    await does(agent, stage, { method: "POST", path, data: LOWERED });
    await seesTicket(agent, stage, number);
    await agent.keyboard.press("s");
    const dialog = agent.getByRole("dialog", { name: `Assess the severity of ${number}` });
    await dialog
      .getByLabel("Reason, the customer reads it")
      .fill("It says postgres://ana:hunter2hunter2@db.example/x");
    await dialog.getByRole("button", { name: "Mask it" }).click();
    expect(await dialog.getByLabel("Reason, the customer reads it").inputValue()).not.toContain("hunter2");
    await agent.keyboard.press("Escape");
    const objection = { reason: "Orders depend on it.", wants: "2" };
    await does(customer, stage, { method: "POST", path: `/v1/tickets/${number}/objection`, data: objection });
    await seesTicket(agent, stage, number);
    await agent.getByText(/Whoever decides the objection ends it there/).waitFor();
    expect(await agent.getByRole("button", { name: "Severity", exact: true }).isDisabled()).toBe(true);
    await agent.keyboard.press("s");
    expect(await dialog.count()).toBe(0);
  });
});
