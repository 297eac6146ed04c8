import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { does, enterPortal, opens, seesTicket } from "./support/around.ts";
import { joinDesk } from "./support/policy.ts";
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
    await dialog.getByRole("alert").getByText(`Ticket ${survivor} changed while you looked.`).waitFor();
    expect(await merge.isDisabled()).toBe(true);
    await dialog.getByRole("button", { name: "Read it again" }).click();
    await merge.and(agent.locator(":enabled")).click();
    await dialog.waitFor({ state: "detached" });
    await fact(agent, "Links")
      .getByRole("link", { name: String(survivor) })
      .waitFor();
    await agent.getByText(new RegExp(`Mira merged the ticket; it goes on in ${survivor}`)).waitFor();
  });
});
