import type { FrameLocator, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enterConsole, joinDesk } from "./support/doors.ts";
import { expectReadable } from "./support/readable.ts";
import { openStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let agent: Page;
let customer: Page;

beforeAll(async () => {
  stage = await openStage();
  agent = await joinDesk(stage);
  customer = await enterConsole(stage);
});
afterAll(async () => {
  await stage.stop();
});

const frame = (): FrameLocator => customer.frameLocator("iframe");
const known = (): Locator => frame().getByRole("region", { name: "Known incidents" });
const TITLE = "Some connections fail";

/** A time to come as the field of the browser writes it. */
function inHours(hours: number): string {
  const at = new Date(Date.now() + hours * 3_600_000);
  return `${at.toLocaleDateString("sv", { timeZone: "Europe/Berlin" })}T${at.toLocaleTimeString("sv", { timeZone: "Europe/Berlin" }).slice(0, 5)}`;
}

describe("an incident from its first word to its end", () => {
  test("P048 an agent declares it, sees before who is told, and the status page says it at once", async () => {
    await agent.goto(`${stage.desk}/desk/incidents`);
    await agent.getByText("No incident is open.").waitFor();
    await agent.getByRole("button", { name: "Declare an incident" }).click();
    const dialog = agent.getByRole("dialog", { name: "Declare an incident" });
    const send = dialog.getByRole("button", { name: "Declare it" });
    expect(await send.isDisabled()).toBe(true);
    await dialog.getByText("Say what does not work first.").waitFor();
    await dialog.getByLabel("What does not work").fill(TITLE);
    await dialog.getByLabel("Regions").fill("eu-1");
    await dialog.getByLabel("What is known").fill("Up to 1 in 5 new connections time out.");
    await dialog.getByLabel("Next update by").fill(inHours(2));
    await dialog
      .getByRole("region", { name: "Who is told" })
      .getByText(/organisations? with a project there, first\. Nobody gets a mail\./)
      .waitFor();
    await send.click();
    await agent.getByRole("heading", { name: `Incident 1: ${TITLE}` }).waitFor();
    const page = await stage.visit({ javaScriptEnabled: false });
    await page.goto(`${stage.desk}/status`);
    await page.getByRole("heading", { name: TITLE }).waitFor();
    await page.getByText("Up to 1 in 5 new connections time out.").waitFor();
  });

  test("P049 the customer's form shows it first, with another region chosen it does not, and the form stays open", async () => {
    await customer.goto(`${stage.console}/projects?modal=support`);
    await known().getByRole("heading", { name: TITLE }).waitFor();
    await known().getByText("Something else? Just go on below.").waitFor();
    await frame().getByLabel("What happened?").fill("Connections time out");
    const projects = frame().getByLabel("Project");
    const options = await projects.locator("option").allInnerTexts();
    const elsewhere = options.find((option) => /\(/.test(option) && !option.includes("eu-1"));
    if (elsewhere !== undefined) {
      await projects.selectOption({ label: elsewhere });
      await expect.poll(() => known().count()).toBe(0);
      await frame()
        .getByText(/^No incident is open in /)
        .waitFor();
    }
    const here = options.find((option) => option.includes("eu-1")) ?? "";
    await projects.selectOption({ label: here });
    await known().getByRole("heading", { name: TITLE }).waitFor();
  });

  test("it is followed in one press by keyboard, and the ticket being written joins it", async () => {
    const follow = known().getByRole("button", { name: "Follow it" });
    await follow.focus();
    await customer.keyboard.press("Enter");
    await known().getByRole("button", { name: "Stop following" }).waitFor();
    await known().getByLabel("My ticket is about this").check();
    await expectReadable(customer);
    await frame().getByRole("button", { name: "Send ticket" }).click();
    await frame().getByRole("button", { name: "Open ticket" }).click();
    await frame().getByRole("region", { name: "Incident" }).getByText(TITLE).waitFor();
  });

  test("the desk has a tab for it, the ticket names it, and an update is written with who hears it", async () => {
    await agent.goto(`${stage.desk}/desk/queue/all`);
    await agent.getByRole("link", { name: /^Incident eu-1 ?1$/ }).click();
    await agent
      .getByRole("row")
      .filter({ hasText: "Connections time out" })
      .getByRole("link")
      .first()
      .click();
    await agent.getByRole("link", { name: `Incident 1: ${TITLE}` }).click();
    await agent.getByText(/By mail: 1 person/).waitFor();
    await agent.getByLabel("What is known").fill("A bad route; rolling back.");
    await agent.getByLabel("State").selectOption("identified");
    await expectReadable(agent);
    await agent.getByRole("button", { name: "Post it" }).click();
    await agent.getByRole("region", { name: "Updates" }).getByText("A bad route; rolling back.").waitFor();
    // Live, without a press of the customer's.
    const mails = await stage.visit();
    await expect
      .poll(
        async () => {
          await mails.goto(`${stage.desk}/demo/mail`);
          return mails.locator("main").innerText();
        },
        { timeout: 30_000 },
      )
      .toContain(`Identified: ${TITLE}`);
  });

  test("when it ends, the customer is asked whether all is well, and the ticket stays open", async () => {
    await agent.getByLabel("What is known").fill("Steady since 17:20.");
    await agent.getByLabel("State").selectOption("resolved");
    await agent.getByText(/asked whether all is well; nothing closes by itself/).waitFor();
    await agent.getByRole("button", { name: "Post it" }).click();
    await agent.getByText("This incident has ended.").waitFor();
    const page = await stage.visit();
    await page.goto(/http:\S+\/portal\/enter\S+/.exec(stage.said())?.[0] ?? "");
    await page.getByRole("link", { name: "Connections time out" }).click();
    const note = page.getByRole("region", { name: "Incident" });
    await note.getByText(/Is all well on your side\?/).waitFor();
    await page
      .getByText(/you are waiting for us/i)
      .first()
      .waitFor();
    await expectReadable(page);
  });

  test("the status page and the desk's list read well for everybody", async () => {
    const page = await stage.visit();
    await page.goto(`${stage.desk}/status`);
    await page.getByText("No incident is open.").waitFor();
    await expectReadable(page);
    await agent.goto(`${stage.desk}/desk/incidents`);
    await agent.getByRole("link", { name: `Incident 1: ${TITLE}` }).waitFor();
    await expectReadable(agent);
  });
});
