import type { FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { joinDesk } from "./support/doors.ts";
import { openStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let agent: Page;
beforeAll(async () => {
  stage = await openStage();
  agent = await joinDesk(stage);
});
afterAll(async () => {
  expect(await stage.stop()).toBe(0);
});

async function dialogAt(width: number): Promise<{ page: Page; dialog: FrameLocator }> {
  const page = await stage.visit({ viewport: { width, height: 900 } });
  await page.goto(`${stage.console}/`);
  await page.getByRole("button", { name: "Ana Ruiz" }).click();
  await page.getByRole("heading", { name: "Projects" }).waitFor();
  await page.goto(`${stage.console}/projects?modal=support`);
  const dialog = page.frameLocator("iframe");
  await dialog.getByRole("heading", { name: "Create Support Ticket" }).waitFor();
  return { page, dialog };
}

describe("P079 a severity is proposed from facts", () => {
  let number = "";

  test("the form offers a few facts at 320 px, by keyboard, and says what the policy proposes and why", async () => {
    const { page, dialog } = await dialogAt(320);
    await dialog.getByLabel("What happened?").fill("No connection since 14:50");
    const facts = dialog.getByRole("button", { name: "A few facts, if you know them" });
    await facts.focus();
    await page.keyboard.press("Enter");
    expect(await facts.getAttribute("aria-expanded")).toBe("true");
    await dialog.getByLabel("Is it a production system?").selectOption("Yes");
    await dialog.getByLabel("Can the service be used?").selectOption("The service cannot be used at all");
    await dialog.getByLabel("Does essential work go on?").selectOption("No");
    await dialog.getByLabel("Is there a way around it?").selectOption("There is no way around it");
    const group = dialog.getByRole("group", { name: "A few facts, if you know them" });
    await group.getByText("1 Critical").waitFor();
    await group.getByText("A production system has failed so badly").waitFor();
    await group.getByText("There is no way around it (said in the form)").waitFor();
    const wide = await dialog.locator("body").evaluate((body) => body.scrollWidth - body.clientWidth);
    expect(wide).toBeLessThanOrEqual(0);
    expect(await dialog.getByRole("radio", { name: /Critical/ }).isChecked()).toBe(false);
    await group.getByRole("button", { name: "Use it" }).click();
    expect(await dialog.getByRole("radio", { name: /Critical/ }).isChecked()).toBe(true);
    await group.getByText("This is the severity you chose.").waitFor();
  });

  test("the facts are kept in the draft and go along, the customer's own choice stays", async () => {
    const { dialog } = await dialogAt(1_280);
    await dialog.getByLabel("Can the service be used?").waitFor();
    expect(await dialog.getByLabel("Is there a way around it?").inputValue()).toBe("none");
    await dialog.getByRole("radio", { name: /Normal/ }).check();
    await dialog.getByRole("button", { name: "Send ticket" }).click();
    const sent = dialog.getByRole("heading", { name: /Ticket \d+ is with us/ });
    number = /\d+/.exec(await sent.innerText())?.[0] ?? "";
    expect(Number(number)).toBeGreaterThan(1_000);
  });

  test("a question is asked for no facts", async () => {
    const { dialog } = await dialogAt(1_280);
    await dialog.getByLabel("Kind").selectOption("Question");
    await dialog
      .getByRole("button", { name: "A few facts, if you know them" })
      .waitFor({ state: "detached" });
  });

  test("the desk reads the proposal beside the choice; the dialog preselects nothing and takes it in one press", async () => {
    await agent.goto(`${stage.desk}/desk/tickets/${number}`);
    const line = agent.getByText(/Proposed from the facts of the opening:/).first();
    await line.waitFor();
    await agent.getByText("Ana Ruiz chose Normal.").waitFor();
    await agent.getByRole("button", { name: /^Severity/ }).click();
    const dialog = agent.getByRole("dialog");
    const offer = dialog.getByRole("region", { name: "What the policy's rules propose" });
    await offer.waitFor();
    expect(await dialog.getByRole("radio", { name: /Critical/ }).isChecked()).toBe(false);
    await offer.getByRole("button", { name: "Use it" }).click();
    expect(await dialog.getByRole("radio", { name: /Critical/ }).isChecked()).toBe(true);
    const ground = dialog.getByRole("checkbox", { name: /A production system has failed so badly/ });
    expect(await ground.isChecked()).toBe(true);
  });
});
