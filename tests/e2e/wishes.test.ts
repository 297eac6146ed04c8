import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { joinDesk } from "./support/doors.ts";
import { expectAccessible, expectReadable } from "./support/readable.ts";
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

async function openTicket(subject: string): Promise<void> {
  await agent.goto(`${stage.desk}/desk/queue/all`);
  await agent.getByRole("row").filter({ hasText: subject }).getByRole("link").first().click();
  await agent.getByRole("heading", { level: 1, name: new RegExp(subject) }).waitFor();
}

const TITLE = "Restore in steps";
const TEXT = "A restore that stopped goes on where it was.";
const RELEASE = "2026-12.1";

describe("a wish, from two customers' tickets to the word that it is out", () => {
  test("a ticket is noted as a new wish from its menu, with what its customer reads shown first", async () => {
    const list = await agent.context().newPage();
    await list.goto(`${stage.desk}/desk/wishes`);
    await list.getByRole("region", { name: "Wishes" }).waitFor();
    await openTicket("Restore of branch main");
    await agent.getByRole("button", { name: "More" }).click();
    await agent.getByRole("menuitem", { name: /^Note as a wish/ }).click();
    const dialog = agent.getByRole("dialog", { name: /^Note \d+ as a wish$/ });
    await dialog.getByText("Say what is wished for first.").waitFor();
    await dialog.getByLabel("What is wished for").fill(TITLE);
    await dialog.getByText("A new wish: it is kept under Wishes.").waitFor();
    await dialog.getByText("Write the sentence for customers first.").waitFor();
    await dialog.getByLabel("A sentence for customers").fill(TEXT);
    await dialog
      .getByRole("region", { name: "The customer reads on the ticket" })
      .getByText(`Noted as “${TITLE}”.`)
      .waitFor();
    await expectAccessible(agent);
    await dialog.getByRole("button", { name: "Note it" }).click();
    await dialog.waitFor({ state: "hidden" });
    await agent.getByRole("link", { name: TITLE }).waitFor();
    // Who looks at the list sees it come.
    await list.getByRole("link", { name: TITLE }).waitFor();
    await list.close();
    await agent
      .getByText(new RegExp(`noted the ticket as “${TITLE}”`))
      .first()
      .waitFor();
  });

  test("another customer's ticket is noted by key as the one that is found by typing, and may be taken off", async () => {
    await openTicket("Cannot create a branch");
    const dialog = agent.getByRole("dialog", { name: /^Note \d+ as a wish$/ });
    for (const isLast of [false, true]) {
      await agent.keyboard.press("f");
      await dialog.getByLabel("What is wished for").fill(TITLE.toLowerCase());
      await dialog.getByText(/This wish is known: 1 customer asked for it/).waitFor();
      await expect.poll(() => dialog.getByLabel("A sentence for customers").count()).toBe(0);
      await dialog.getByRole("button", { name: "Note it" }).click();
      await dialog.waitFor({ state: "hidden" });
      const off = agent.getByRole("button", { name: `Take it off “${TITLE}”` });
      await off.waitFor();
      if (isLast) continue;
      await off.click();
      await off.waitFor({ state: "hidden" });
      await agent.getByRole("heading", { level: 1 }).click();
    }
    await agent.getByRole("button", { name: "More" }).click();
    await agent.getByText(`It is noted as “${TITLE}” already. Take it off first.`).waitFor();
    await agent.keyboard.press("Escape");
  });

  test("planned for a release, with how many asked and what they read above the button", async () => {
    await agent.goto(`${stage.desk}/desk/queue/all`);
    await agent.getByRole("row").first().waitFor();
    await agent.keyboard.press("g");
    await agent.keyboard.press("w");
    await agent.getByRole("heading", { name: "Wishes", level: 1 }).waitFor();
    await agent.getByText("2 customers asked for it (2 tickets)").waitFor();
    await agent.getByRole("radio", { name: "declined" }).check();
    await agent.getByText("No wish fits.").waitFor();
    await agent.getByRole("radio", { name: "all" }).check();
    await agent.getByLabel("Find by title").fill("STEPS");
    await agent.getByText("2 customers asked for it (2 tickets)").waitFor();
    await expectReadable(agent);
    await agent.getByRole("link", { name: TITLE }).click();
    await agent.getByText("Choose what becomes of it first.").waitFor();
    await agent.getByRole("radio", { name: "It is planned for a release" }).check();
    await agent.getByLabel("Which release?").fill(RELEASE);
    await agent.getByText("A new release: it is kept under Releases.").waitFor();
    const told = agent.getByRole("region", { name: "Who is told" });
    await told.getByText(/^2 customers asked for it \(2 tickets\): each ticket says so/).waitFor();
    await told.getByText(`is planned for release ${RELEASE}`).waitFor();
    await expectReadable(agent);
    await agent.getByRole("button", { name: "Plan it and tell them" }).click();
    await agent.getByText(`planned for ${RELEASE}`, { exact: true }).waitFor();
    await agent
      .getByRole("region", { name: "History" })
      .getByText(/planned for release/)
      .waitFor();
  });

  test("out by itself with its release, which shows it before", async () => {
    await agent.keyboard.press("g");
    await agent.keyboard.press("r");
    await agent.getByRole("link", { name: RELEASE }).click();
    const told = agent.getByRole("region", { name: "Who is told" });
    await told.getByText(/A wish is planned for it and out with it/).waitFor();
    await told.getByRole("link", { name: TITLE }).waitFor();
    await expectReadable(agent);
    await agent.getByRole("button", { name: "It is out: tell them" }).click();
    await agent.getByText(/^This release is out\./).waitFor();
    const mails = await stage.visit();
    const read = async () => {
      await mails.goto(`${stage.desk}/demo/mail`);
      return mails.locator("main").innerText();
    };
    await expect.poll(read, { timeout: 30_000 }).toContain(`It is out: ${TITLE}`);
  });

  test("its customer reads it on the ticket, and nothing of who else asked", async () => {
    const page = await stage.visit({ locale: "de-DE" });
    await page.goto(/http:\S+\/portal\/enter\S+/.exec(stage.said())?.[0] ?? "");
    await page.getByRole("link", { name: /Restore of branch main/ }).click();
    const card = page.getByRole("region", { name: "Worum es in diesem Ticket geht" });
    await card.getByText(`Notiert als „${TITLE}“. Es ist mit Version ${RELEASE} da.`).waitFor();
    await card.getByText(TEXT).waitFor();
    await page.getByText(`„${TITLE}“ ist für Version ${RELEASE} geplant`).waitFor();
    await page.getByText(`„${TITLE}“ ist mit Version ${RELEASE} da`).first().waitFor();
    expect(await page.locator("main").innerText()).not.toMatch(/Cannot create a branch|haben darum gebeten/);
    await expectReadable(page);
  });
});
