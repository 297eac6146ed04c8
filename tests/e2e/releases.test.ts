import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { joinDesk } from "./support/doors.ts";
import { expectReadable } from "./support/readable.ts";
import { openStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let agent: Page;

beforeAll(async () => {
  stage = await openStage();
  agent = await joinDesk(stage);
});
afterAll(async () => {
  await stage.stop();
});

const NAME = "2026-12.1";

describe("P051 a fix in a release, from its name to the word that it is out", () => {
  test("a ticket ends with it, and the dialog says what the name makes", async () => {
    await agent
      .getByRole("row")
      .filter({ hasText: "Restore of branch main" })
      .getByRole("link")
      .first()
      .click();
    await agent.getByRole("button", { name: /^End/ }).click();
    const dialog = agent.getByRole("dialog");
    await dialog.getByRole("radio", { name: /named release/ }).check();
    await dialog.getByLabel("Which release has the fix?").fill(NAME);
    await dialog.getByText(/A new release: it is kept under Releases/).waitFor();
    await dialog.getByLabel("Message to the customer").fill("The fix comes with the next release.");
    await dialog.getByRole("button", { name: "End ticket" }).click();
    await dialog.waitFor({ state: "hidden" });
  });

  test("marked out with who is told and what they read above the button, for good", async () => {
    await agent.keyboard.press("g");
    await agent.keyboard.press("r");
    await agent.getByRole("heading", { name: "Releases", level: 1 }).waitFor();
    await agent.getByText("1 ticket of 1 organisation waits for it").waitFor();
    await expectReadable(agent);
    await agent.getByRole("link", { name: NAME }).click();
    const told = agent.getByRole("region", { name: "Who is told" });
    await told.getByText(/each ticket says so, and its people get one mail/).waitFor();
    await told.getByText(`Release ${NAME} is out, with the fix`).waitFor();
    await agent.getByLabel("Note").fill("Restores over 1 TB too.");
    await told.getByText("Restores over 1 TB too.").waitFor();
    await expectReadable(agent);
    await agent.getByRole("button", { name: "It is out: tell them" }).click();
    await agent.getByText(/^This release is out\./).waitFor();
    await expect.poll(() => agent.getByRole("button", { name: "It is out: tell them" }).count()).toBe(0);
    await agent.getByText("No ticket waits for it.").waitFor();
    const mails = await stage.visit();
    const read = async () => {
      await mails.goto(`${stage.desk}/demo/mail`);
      return mails.locator("main").innerText();
    };
    await expect.poll(read, { timeout: 30_000 }).toContain(`Release ${NAME} is out`);
  });

  test("the customer reads it on the ticket", async () => {
    const page = await stage.visit();
    await page.goto(/http:\S+\/portal\/enter\S+/.exec(stage.said())?.[0] ?? "");
    await page.getByRole("link", { name: /Restore of branch main/ }).click();
    await page.getByText(`Release ${NAME} is out, and those who wait for it were told`).waitFor();
    await expectReadable(page);
  });
});
