import { readFile } from "node:fs/promises";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { joinDesk } from "./support/doors.ts";
import { beginDraft, factsInForce, publishDraft, writeFacts } from "./support/policy.ts";
import { openStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let customer: Page;
let agent: Page;
let number = "";

beforeAll(async () => {
  stage = await openStage();
  customer = await stage.visit();
  await customer.goto(/http:\S+\/portal\/enter\S+/.exec(stage.said())?.[0] ?? "");
  await customer.getByText("Restore of branch main stops at 40 %").first().click();
  await customer.getByRole("heading", { name: /Restore of branch main/ }).waitFor();
  number = /\d+$/.exec(customer.url())?.[0] ?? "";
  agent = await joinDesk(stage);
});
afterAll(async () => {
  expect(await stage.stop()).toBe(0);
});

type Row = readonly string[];

/** The open receipt of a screen, cell by cell. */
async function rowsOf(page: Page): Promise<Row[]> {
  const rows = page.getByRole("region", { name: "How this time comes about" }).locator("tbody tr");
  await rows.first().waitFor();
  return rows.evaluateAll((all) =>
    all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent ?? "")),
  );
}

/** What the rows of a receipt in business days count: the number behind each equals sign. */
function countedIn(rows: readonly Row[]): number {
  return rows.reduce((sum, [counts = ""]) => sum + Number(/= ([\d.]+)$/.exec(counts)?.[1] ?? 0), 0);
}

describe("a receipt", () => {
  let read: Row[] = [];

  test("P071 in the portal has rows that add up to the target", async () => {
    await customer.getByRole("button", { name: "Why this time?" }).click();
    read = await rowsOf(customer);
    expect(countedIn(read)).toBeCloseTo(2, 3);
    expect(read.at(-1)?.at(-1)).toBe("2.0000");
  });

  test("is kept as a file exactly as the API gives it, with the command that computes it again", async () => {
    const [file] = await Promise.all([
      customer.waitForEvent("download"),
      customer.getByRole("button", { name: "Download the receipt as JSON" }).press("Enter"),
    ]);
    expect(file.suggestedFilename()).toBe(`troth-receipt-${number}.json`);
    const text = await readFile(await file.path(), "utf8");
    const answer = await customer.request.get(`${stage.desk}/v1/tickets/${number}/receipt`);
    expect(text).toBe(await answer.text());
    await customer.getByRole("button", { name: "Check it yourself" }).click();
    await customer.getByText(`troth due DIR --receipt troth-receipt-${number}.json`).waitFor();
  });

  test("says the same in the desk", async () => {
    await agent.goto(`${stage.desk}/desk/tickets/${number}`);
    await agent.getByRole("heading", { name: /Restore of branch main/ }).waitFor();
    await agent.keyboard.press("w");
    expect(await rowsOf(agent)).toEqual(read);
    const [file] = await Promise.all([
      agent.waitForEvent("download"),
      agent.getByRole("button", { name: "Download the receipt as JSON" }).press("Enter"),
    ]);
    expect(JSON.parse(await readFile(await file.path(), "utf8"))).toMatchObject({
      promise: { metric: "first-response" },
    });
  });
});

describe("calendars", () => {
  const year = new Date().getFullYear();

  test("show a year of open hours and holidays by name, reached by the keyboard", async () => {
    await agent.keyboard.press("g");
    await agent.keyboard.press("c");
    const grid = agent.getByRole("grid", { name: `Normal Business Hours, ${year}, day by day` });
    await grid.getByText("Thanksgiving Day").waitFor();
    await grid.locator("[tabindex='0']").focus();
    await agent.keyboard.press("Home");
    expect(await focusedName(agent)).toMatch(/1 Jan.*: holiday, New Year's Day/);
    await agent.getByLabel("Year", { exact: true }).selectOption(String(year + 1));
    await agent.getByRole("grid", { name: `Normal Business Hours, ${year + 1}, day by day` }).waitFor();
  });

  test("P129 P130 other hours say which tickets move, are published, and move them in desk and portal", async () => {
    await agent.getByRole("link", { name: /Change hours or holidays/ }).click();
    await agent.getByRole("heading", { name: "Policy", exact: true }).waitFor();
    await beginDraft(agent, stage, "Earlier hours");
    const facts = await factsInForce(agent, stage);
    await writeFacts(
      agent,
      facts.replace('"09:00-17:00"', '"07:00-13:00"').replace(/^version: .*$/m, "version: earlier-hours"),
    );
    await agent.getByRole("tab", { name: "Open tickets" }).click();
    await agent.getByRole("button", { name: "What would change?" }).click();
    const row = agent
      .getByRole("row")
      .filter({ has: agent.getByRole("link", { name: number, exact: true }) });
    await row.waitFor();
    const [, due = ""] = /to (.*) \(/.exec(await row.innerText()) ?? [];
    expect(due).not.toBe("");

    await publishDraft(agent, "earlier-hours");
    const progress = agent.getByRole("region", { name: "Open tickets after the last publication" });
    await progress.getByText(/Version earlier-hours: done/).waitFor();
    await agent.goto(`${stage.desk}/desk/calendars`);
    await agent.getByText("Mon to Fri 07:00–13:00").waitFor();

    await agent.goto(`${stage.desk}/desk/tickets/${number}`);
    await toldMove(agent.getByRole("list", { name: "Promise history" }), due);
    await customer.reload();
    await toldMove(customer.getByRole("list", { name: "Promise history" }), due);
  });
});

async function toldMove(history: Locator, due: string): Promise<void> {
  await history.getByText(/The desk's hours changed/).waitFor();
  expect(await history.innerText()).toContain(`to ${due} (`);
}

function focusedName(page: Page): Promise<string> {
  return page.evaluate<string>("document.activeElement.getAttribute('aria-label')");
}
