import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { beginDraft } from "./support/policy.ts";
import { expectReadable } from "./support/readable.ts";
import { openStage, type Stage } from "./support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.stop();
});

test("the public page reads well for everybody", async () => {
  const page = await stage.visit();
  await page.goto(`${stage.desk}/support`);
  await expectReadable(page);
});

test("the console and the ticket dialog read well for everybody", async () => {
  const page = await stage.visit();
  await page.goto(`${stage.console}/`);
  await expectReadable(page);
  await page.getByRole("button", { name: "Ana Ruiz" }).click();
  await page.getByRole("heading", { name: "Projects" }).waitFor();
  await page.goto(`${stage.console}/projects?modal=support`);
  await page.frameLocator("iframe").getByLabel("What happened?").waitFor();
  await expectReadable(page);
});

test("the portal reads well for everybody", async () => {
  const page = await stage.visit();
  await page.goto(/http:\S+\/portal\/enter\S+/.exec(stage.said())?.[0] ?? "");
  await page.getByText("Restore of branch main stops at 40 %").first().waitFor();
  await expectReadable(page);
  await page.getByText("Restore of branch main stops at 40 %").first().click();
  await page.getByLabel("Your reply").waitFor();
  await expectReadable(page);
});

test("the desk reads well for everybody, and works by keys alone", async () => {
  const page = await stage.visit();
  await page.goto(stage.invite);
  await expectReadable(page);
  await page.getByLabel("Your name").fill("Mira");
  await page.getByLabel("E-mail").fill("mira@acme-db.example");
  await page.getByLabel("Choose a password").fill("a sentence of my own");
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByRole("row").nth(1).waitFor();
  await expectReadable(page);
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /Internal note/ }).waitFor();
  await expectReadable(page);
  await page.getByRole("complementary", { name: "Facts" }).waitFor();
  await page.keyboard.press("r");
  await page.getByRole("textbox", { name: /Reply/ }).waitFor();
  await expectReadable(page);
  // A narrow screen shows one pane at a time, and the composer closed with its own.
  await page.keyboard.press("r");
  await page.getByRole("textbox", { name: /Reply/ }).press("Escape");
  await expect.poll(() => held(page)).toMatch(/^Reply to/);
  await page.keyboard.press("s");
  await expect.poll(() => held(page)).toContain("1 Critical");
  await page.keyboard.press("Escape");
  expect(await page.evaluate("document.documentElement.scrollHeight - innerHeight")).toBe(0);
});

/** What has the focus, as it is called. */
async function held(page: Page): Promise<string> {
  const name = await page.evaluate(
    "(document.activeElement.labels?.[0] ?? document.activeElement).textContent",
  );
  return String(name);
}

test("the calendars read well for everybody, all 365 days of them", async () => {
  const page = await stage.visit();
  await page.goto(`${stage.desk}/desk/sign-in?next=/desk/calendars`);
  await page.getByLabel("E-mail").fill("mira@acme-db.example");
  await page.getByRole("textbox", { name: "Password" }).fill("a sentence of my own");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("grid").waitFor();
  await expectReadable(page);
});

describe("the policy pages", () => {
  let page: Page;
  beforeAll(async () => {
    page = await stage.visit();
    await page.goto(`${stage.desk}/desk/sign-in?next=/desk/policy`);
    await page.getByLabel("E-mail").fill("mira@acme-db.example");
    await page.getByRole("textbox", { name: "Password" }).fill("a sentence of my own");
    await page.getByRole("button", { name: "Sign in" }).click();
    await page.getByRole("table", { name: "Versions" }).waitFor();
  });

  test("read well for everybody: drafts and versions", async () => {
    await expectReadable(page);
    await beginDraft(page, stage, "For everybody");
  });

  test.each(["Page", "Targets", "As account", "Changes"])(
    "read well for everybody: the editor beside the part %s of the preview",
    async (name) => {
      await page.getByRole("tab", { name, exact: true }).click();
      await expectReadable(page);
    },
  );
});

test("the public year of a calendar reads well for everybody", async () => {
  const page = await stage.visit();
  await page.goto(`${stage.desk}/support/calendars/normal-business-hours`);
  await expectReadable(page);
});
