import type { FrameLocator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let agent: Page;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  expect(await stage.stop()).toBe(0);
});

async function signInToConsole(name: string): Promise<Page> {
  const page = await stage.visit();
  await page.goto(`${stage.console}/`);
  await page.getByRole("button", { name }).click();
  await page.getByRole("heading", { name: "Projects" }).waitFor();
  return page;
}

/** The row of a ticket in the queue; other rows may name it as the one they come after. */
const rowOf = (page: Page, number: string) =>
  page.getByRole("row").filter({ has: page.locator(`a[data-row="${number}"]`) });

const dialogOf = (page: Page): FrameLocator => page.frameLocator("iframe");

async function openFromMenu(page: Page): Promise<FrameLocator> {
  await page.getByRole("button", { name: "Help" }).click();
  await page.locator("[popover]:popover-open").getByText("Support").click();
  const dialog = dialogOf(page);
  await dialog.getByRole("heading", { name: "Create Support Ticket" }).waitFor();
  return dialog;
}

describe("one ticket, end to end", () => {
  const words = "Branch main cannot be restored, 40 % is the end";
  let customer: Page;
  let number = "";

  test("P003 P004 P005 P039 a customer opens a ticket from the vendor's console and reads what to expect", async () => {
    customer = await signInToConsole("Ana Ruiz");
    const dialog = await openFromMenu(customer);
    await dialog.getByLabel("What happened?").fill(`${words}\n\nTwice since this morning.`);
    await dialog.getByRole("radio", { name: /High/ }).check();
    await dialog
      .getByText(/We will reply/)
      .first()
      .waitFor();
    await dialog.getByText("Commitment: 2 business days, Severity 2, Enterprise Standard.").waitFor();
    await dialog.getByRole("button", { name: "Why this time?" }).click();
    await dialog
      .getByRole("table")
      .getByText(/business day|open/)
      .first()
      .waitFor();
    await dialog.getByRole("button", { name: "Send ticket" }).click();
    const sent = dialog.getByRole("heading", { name: /Ticket \d+ is with us/ });
    await sent.waitFor();
    number = /\d+/.exec(await sent.innerText())?.[0] ?? "";
    expect(Number(number)).toBeGreaterThan(1_000);
    await dialog.getByText("You hear from us here and at ana@nordwind.example.").waitFor();
  });

  test("P032 P064 the first agent joins by invitation and sees it in the queue, with due and reason", async () => {
    agent = await stage.visit();
    await agent.goto(stage.invite);
    await agent.getByLabel("Your name").fill("Mira");
    await agent.getByLabel("E-mail").fill("mira@acme-db.example");
    await agent.getByLabel("Choose a password").fill("a sentence of my own");
    await agent.getByRole("button", { name: "Join" }).click();
    const row = rowOf(agent, number);
    await row.waitFor();
    await row.getByText(/^due (?!after)/).waitFor();
    await row.getByText("2 High").waitFor();
    await row.getByText("Enterprise Standard").waitFor();
    await row
      .getByText("16 h left")
      .or(row.getByText(/h \d+ min left/))
      .waitFor();
    const why = await row.getByText(/after .*#\d+$/).innerText();
    await row.getByRole("link").click();
    await agent.getByText(`Place in the queue: ${why}`).waitFor();
  });

  test("on a narrow screen the due and its zone stand above the conversation", async () => {
    await agent.setViewportSize({ width: 320, height: 700 });
    const due = agent.getByRole("region", { name: "Due" });
    await due.getByText(/^due \w{3} \d+ \w{3}, \d\d:\d\d \(.+, Berlin\)$/).waitFor();
    await agent.getByRole("button", { name: "Conversation", pressed: true }).waitFor();
    expect((await due.boundingBox())?.y).toBeLessThan(700);
    await agent.setViewportSize({ width: 1280, height: 800 });
  });

  test("P067 the agent answers and the clock stops; a note stops none and stays inside", async () => {
    await agent.goto(`${stage.desk}/desk/tickets/${number}`);
    await agent.getByRole("heading", { name: new RegExp(words) }).waitFor();
    await agent.getByRole("button", { name: /Internal note/ }).click();
    await agent.getByRole("textbox", { name: /note/i }).fill("CANARY-note, for us only");
    await agent.getByRole("button", { name: "Save note" }).click();
    await agent.getByText("CANARY-note, for us only").waitFor();
    await agent.getByText(/^due/).first().waitFor();
    await agent.getByRole("button", { name: /Reply to Ana Ruiz/ }).click();
    await agent
      .getByRole("textbox", { name: /Reply to/ })
      .fill("First thing: the pages are copied again now.");
    await agent.getByRole("button", { name: "Send to customer" }).click();
    await agent.getByText("First thing: the pages are copied again now.").waitFor();
    await agent.getByText(/kept/).first().waitFor();
  });

  test("the Support item counts the unread answer, and the customer reads it in the console", async () => {
    await customer.getByText("1 unread answer").first().waitFor();
    const dialog = dialogOf(customer);
    await dialog.getByRole("button", { name: "Open ticket" }).click();
    await dialog.getByText("First thing: the pages are copied again now.").waitFor();
    await dialog
      .getByText(/Promise kept/)
      .first()
      .waitFor();
    expect(await dialog.locator("body").innerText()).not.toContain("CANARY-note");
  });

  test("an answer is told by mail, with a way back to it", async () => {
    const page = await stage.visit();
    await expect
      .poll(
        async () => {
          await page.goto(`${stage.desk}/demo/mail`);
          return page.locator("main").innerText();
        },
        { timeout: 30_000 },
      )
      .toContain(`Answer to ticket ${number}`);
    const text = await page.locator("main").innerText();
    expect(text).toContain("First thing: the pages are copied again now.");
    expect(text).not.toContain("CANARY-note");
  });

  test("P080 P082 a change of severity shows old and new due first and is explained to the customer", async () => {
    await agent.goto(`${stage.desk}/desk/tickets/${number}`);
    await agent.getByRole("button", { name: /^Severity/ }).click();
    const dialog = agent.getByRole("dialog");
    await dialog.getByRole("radio", { name: /Normal/ }).check();
    await dialog.getByRole("checkbox", { name: /workaround/i }).check();
    await dialog.getByRole("textbox").first().fill("Staging is not a production project, and a copy works.");
    await dialog.getByRole("button", { name: "Change severity" }).click();
    await agent.getByText("Staging is not a production project, and a copy works.").first().waitFor();
    await dialogOf(customer)
      .getByRole("button", { name: /, show$/ })
      .click();
    await dialogOf(customer)
      .getByText(/staging is not a production project/i)
      .first()
      .waitFor();
  });

  test("P050 P051 it ends with an outcome and a message, and the customer's word opens it again", async () => {
    await agent.goto(`${stage.desk}/desk/tickets/${number}`);
    await agent.getByRole("button", { name: /^End/ }).click();
    const dialog = agent.getByRole("dialog");
    await dialog.getByRole("radio", { name: /workaround/i }).check();
    await dialog.getByRole("textbox").last().fill("Restore into a new branch; that works until the fix.");
    await dialog.getByRole("button", { name: /End/ }).last().click();
    const frame = dialogOf(customer);
    await frame.getByRole("button", { name: /, show$/ }).click();
    await frame.getByText("Restore into a new branch; that works until the fix.").first().waitFor();
    await frame.getByLabel("Your reply").fill("It stopped again.");
    await frame.getByRole("button", { name: "Send reply" }).click();
    await agent.goto(`${stage.desk}/desk/queue/all`);
    await rowOf(agent, number).waitFor();
  });
});

describe("doors", () => {
  test("P006 P033 the sidebar, the help menu and the direct address open one dialog, also after a sign-in", async () => {
    const page = await signInToConsole("Lars Holm");
    await page.getByRole("navigation").getByText("Support").first().click();
    await dialogOf(page).getByRole("heading", { name: "Create Support Ticket" }).waitFor();
    const fresh = await stage.visit();
    await fresh.goto(`${stage.console}/projects?modal=support`);
    await fresh.getByRole("button", { name: "Lars Holm" }).click();
    await dialogOf(fresh).getByRole("heading", { name: "Create Support Ticket" }).waitFor();
  });

  test("P019 P031 P045 on the Free plan there is no form but the reason and the doors that are open", async () => {
    const page = await signInToConsole("Sam Carter");
    await page.goto(`${stage.console}/projects?modal=support`);
    const dialog = dialogOf(page);
    await dialog
      .getByText(/paid plan/)
      .first()
      .waitFor();
    await dialog
      .getByRole("link", { name: /community|Discord/i })
      .first()
      .waitFor();
    expect(await dialog.getByLabel("What happened?").count()).toBe(0);
  });

  test("P040 a plan change in the console opens and closes the form at once", async () => {
    const page = await signInToConsole("Sam Carter");
    await page.getByRole("combobox").selectOption({ label: "Launch" });
    await page.goto(`${stage.console}/projects?modal=support`);
    await dialogOf(page).getByLabel("What happened?").waitFor();
    await dialogOf(page)
      .getByText(/usually/i)
      .first()
      .waitFor();
  });

  test("P089 Critical asks for the business impact, and a draft outlives a reload", async () => {
    const page = await signInToConsole("Ingrid Solberg");
    await page.goto(`${stage.console}/projects?modal=support`);
    let dialog = dialogOf(page);
    await dialog.getByLabel("What happened?").fill("Payments are down");
    expect(await dialog.getByLabel("What does it cost your business now?").count()).toBe(0);
    await dialog.getByRole("radio", { name: /Critical/ }).check();
    await dialog.getByLabel("What does it cost your business now?").fill("300 orders an hour");
    await dialog.getByText("Draft kept").first().waitFor();
    await page.reload();
    dialog = dialogOf(page);
    await expect
      .poll(() => dialog.getByLabel("What happened?").inputValue(), { timeout: 30_000 })
      .toBe("Payments are down");
    expect(await dialog.getByLabel("What does it cost your business now?").inputValue()).toBe(
      "300 orders an hour",
    );
  });

  test("the portal opens with a one-time link and shows the conversation", async () => {
    const link = /http:\S+\/portal\/enter\S+/.exec(stage.said())?.[0] ?? "";
    const page = await stage.visit();
    await page.goto(link);
    await page.getByText("Restore of branch main stops at 40 %").first().click();
    await page.getByRole("heading", { name: /Restore of branch main/ }).waitFor();
    const again = await stage.visit();
    await again.goto(link);
    await again
      .getByText(/used already|older than an hour/)
      .first()
      .waitFor();
  });

  test("P001 P002 the support page needs no JavaScript and shows version, tables and dates", async () => {
    const page = await stage.visit({ javaScriptEnabled: false });
    await page.goto(`${stage.desk}/support`);
    const text = await page.locator("main").innerText();
    expect(text).toContain("2024-09-02");
    expect(text).toMatch(/Independence Day/);
    expect(await page.getByRole("table").count()).toBeGreaterThanOrEqual(3);
  });
});
