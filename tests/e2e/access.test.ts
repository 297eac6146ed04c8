import { AxeBuilder } from "@axe-core/playwright";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { beginDraft } from "./support/policy.ts";
import { openStage, type Stage } from "./support/stage.ts";

let stage: Stage;
beforeAll(async () => {
  stage = await openStage();
});
afterAll(async () => {
  await stage.stop();
});

const PHONE = { width: 320, height: 640 };
const SCHEMES = ["light", "dark"] as const;

async function violationsOn(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `${id}: ${node.target.join(" ")} ${node.any[0]?.message ?? ""}`),
  );
}

function sidewaysPixels(page: Page): Promise<number> {
  return page.evaluate<number>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
}

async function check(page: Page): Promise<void> {
  for (const colorScheme of SCHEMES) {
    await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
    // Polled: colours fade into the other scheme for a moment.
    await expect
      .poll(() => violationsOn(page), { message: `${page.url()} ${colorScheme}`, timeout: 40_000 })
      .toEqual([]);
  }
  await page.setViewportSize(PHONE);
  await expect
    .poll(() => sidewaysPixels(page), { message: `${page.url()} at 320 px` })
    .toBeLessThanOrEqual(0);
}

test("the public page reads well for everybody", async () => {
  const page = await stage.visit();
  await page.goto(`${stage.desk}/support`);
  await check(page);
});

test("the console and the ticket dialog read well for everybody", async () => {
  const page = await stage.visit();
  await page.goto(`${stage.console}/`);
  await check(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("button", { name: "Ana Ruiz" }).click();
  await page.getByRole("heading", { name: "Projects" }).waitFor();
  await page.goto(`${stage.console}/projects?modal=support`);
  await page.frameLocator("iframe").getByLabel("What happened?").waitFor();
  await check(page);
});

test("the portal reads well for everybody", async () => {
  const page = await stage.visit();
  await page.goto(/http:\S+\/portal\/enter\S+/.exec(stage.said())?.[0] ?? "");
  await page.getByText("Restore of branch main stops at 40 %").first().waitFor();
  await check(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByText("Restore of branch main stops at 40 %").first().click();
  await page.getByLabel("Your reply").waitFor();
  await check(page);
});

test("the desk reads well for everybody, and works by keys alone", async () => {
  const page = await stage.visit();
  await page.goto(stage.invite);
  await check(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByLabel("Your name").fill("Mira");
  await page.getByLabel("E-mail").fill("mira@acme-db.example");
  await page.getByLabel("Choose a password").fill("a sentence of my own");
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByRole("row").nth(1).waitFor();
  await check(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.keyboard.press("j");
  await page.keyboard.press("Enter");
  await page.getByRole("button", { name: /Internal note/ }).waitFor();
  await check(page);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole("complementary", { name: "Facts" }).waitFor();
  await page.keyboard.press("r");
  await page.getByRole("textbox", { name: /Reply/ }).waitFor();
  await check(page);
});

test("the calendars read well for everybody, all 365 days of them", async () => {
  const page = await stage.visit();
  await page.goto(`${stage.desk}/desk/sign-in?next=/desk/calendars`);
  await page.getByLabel("E-mail").fill("mira@acme-db.example");
  await page.getByRole("textbox", { name: "Password" }).fill("a sentence of my own");
  await page.getByRole("button", { name: "Sign in" }).click();
  await page.getByRole("grid").waitFor();
  await check(page);
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
    await check(page);
    await page.setViewportSize({ width: 1280, height: 800 });
    await beginDraft(page, stage, "For everybody");
  });

  test.each(["Page", "Targets", "As account", "Changes"])(
    "read well for everybody: the editor beside the part %s of the preview",
    async (name) => {
      await page.setViewportSize({ width: 1280, height: 800 });
      await page.getByRole("tab", { name, exact: true }).click();
      await check(page);
    },
  );
});

test("the public year of a calendar reads well for everybody", async () => {
  const page = await stage.visit();
  await page.goto(`${stage.desk}/support/calendars/normal-business-hours`);
  await check(page);
});
