import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { does, opens, seesTicket } from "./support/around.ts";
import { enterPortal, joinDesk } from "./support/doors.ts";
import { expectAccessible, expectReadable } from "./support/readable.ts";
import { openStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let agent: Page;
let customer: Page;
let number = 0;
let incident = 0;

beforeAll(async () => {
  stage = await openStage();
  agent = await joinDesk(stage);
  customer = await enterPortal(stage);
  number = await opens(customer, stage, "Writes stopped for ten minutes");
  const declared = { title: "Writes stop", text: "We look.", regions: [] };
  incident = (await does(agent, stage, { method: "POST", path: "/v1/incidents", data: declared })).number;
  await does(agent, stage, {
    method: "PUT",
    path: `/v1/desk/tickets/${number}/incident`,
    data: { incident },
  });
});
afterAll(async () => {
  await stage.stop();
});

const opensPortal = () => customer.goto(`${stage.desk}/portal/tickets/${number}`);

describe("P112 a root cause, from the wish for it to its second version", () => {
  test("the customer of a ticket that ended asks for it, and the desk sees since when", async () => {
    await does(agent, stage, {
      method: "POST",
      path: `/v1/desk/tickets/${number}/outcome`,
      data: { outcome: "answered", message: "It is over." },
    });
    await agent.goto(`${stage.desk}/desk/documents`);
    const waiting = agent.getByRole("region", { name: "Asked for and not published" });
    await waiting.getByText("Nobody waits for a root cause.").waitFor();
    await opensPortal();
    await customer.getByRole("button", { name: "Ask for the root cause" }).click();
    await customer.getByText(/^The root cause is asked for since/).waitFor();
    await expectReadable(customer);
    await waiting.getByRole("link", { name: /Writes stopped for ten minutes/ }).waitFor();
    await seesTicket(agent, stage, number);
    const panel = agent.getByRole("region", { name: "Root cause" });
    await panel.getByText(/The customer asks for the root cause since/).waitFor();
    await agent.keyboard.press("g");
    await agent.keyboard.press("o");
    const asked = agent.getByRole("region", { name: "Asked for and not published" });
    await asked.getByRole("link", { name: /Writes stopped for ten minutes/ }).waitFor();
    await expectReadable(agent);
  });

  test("declined with a reason, the customer reads it and may ask once more", async () => {
    await seesTicket(agent, stage, number);
    const panel = agent.getByRole("region", { name: "Root cause" });
    await panel.getByRole("button", { name: "Decline" }).click();
    const dialog = agent.getByRole("dialog", { name: "Decline to write the root cause" });
    await dialog.getByText("Write the reason first.").waitFor();
    await dialog.getByRole("textbox").fill("The status page tells all that we know.");
    await expectAccessible(agent);
    await dialog.getByRole("button", { name: "Decline" }).click();
    await panel.waitFor({ state: "detached" });
    await opensPortal();
    await customer
      .getByText(/declined to write down the root cause.*The status page tells all that we know\./)
      .waitFor();
    await customer.getByRole("button", { name: "Ask for the root cause" }).click();
    await customer.getByText(/^The root cause is asked for since/).waitFor();
  });

  test("the agent drafts it on the incident, and the customer sees nothing of it", async () => {
    await agent.goto(`${stage.desk}/desk/incidents/${incident}`);
    await agent.getByRole("link", { name: "Write the root cause" }).click();
    await agent
      .getByRole("textbox", { name: "What happened" })
      .fill("At 2026-07-06 12:05 UTC writes stopped.");
    await agent.getByRole("textbox", { name: "Cause", exact: true }).fill("A **full** disk.");
    await agent.getByRole("button", { name: "Save draft" }).click();
    await agent.getByRole("heading", { level: 1, name: `Incident ${incident}: Writes stop` }).waitFor();
    await agent.getByText(/Still to write before it can be published: Impact and What we changed/).waitFor();
    await expectReadable(agent);
    await opensPortal();
    await customer.getByRole("heading", { level: 1 }).waitFor();
    expect(await customer.getByRole("button", { name: "Read it" }).count()).toBe(0);
  });

  test("somebody else saves meanwhile: nothing typed is lost, and theirs stands beside it", async () => {
    await agent.getByRole("textbox", { name: "Impact" }).fill("Every write.");
    const list = await (await agent.request.get(`${stage.desk}/v1/desk/documents`)).json();
    const [{ id, version }] = list.documents;
    await does(agent, stage, {
      method: "PUT",
      path: `/v1/desk/documents/${id}`,
      data: { sections: { happened: "At noon writes stopped." }, sawVersion: version },
    });
    await agent.getByRole("button", { name: "Save draft" }).click();
    await agent.getByRole("alert", { name: /Somebody saved this document while you wrote/ }).waitFor();
    expect(await agent.getByRole("textbox", { name: "Impact" }).inputValue()).toBe("Every write.");
    await agent.getByRole("region", { name: "Saved meanwhile: What happened" }).waitFor();
    await expectReadable(agent);
    await agent.getByRole("textbox", { name: "What we changed" }).fill("An alarm at 70 %.");
    await agent.getByRole("button", { name: "Save draft" }).click();
    await expect.poll(() => agent.getByRole("alert").count()).toBe(0);
  });

  test("published with its effect above the button, the customer of a linked ticket reads it", async () => {
    const effect = agent.getByRole("region", { name: "Who reads it" });
    await effect.getByText(/^1 ticket of 1 organisation/).waitFor();
    await effect.getByText(/the impact, the cause and what we changed/).waitFor();
    await agent.getByLabel("Also on the public status page").check();
    await effect.getByText("Everybody, on the status page.").waitFor();
    await agent.getByRole("button", { name: "Publish it" }).click();
    await agent.getByRole("heading", { name: "Published versions" }).waitFor();
    await expectReadable(agent);
    await expect
      .poll(
        async () => {
          await opensPortal();
          await customer.getByRole("heading", { level: 1 }).waitFor();
          return customer.getByText(/The root cause of incident \d+ was published, version 1/).count();
        },
        { timeout: 30_000 },
      )
      .toBeGreaterThan(0);
    expect(await customer.getByText(/is asked for since/).count()).toBe(0);
    await customer.getByRole("button", { name: "Read it" }).click();
    await customer.getByText("14:05", { exact: false }).first().waitFor();
    await customer.getByRole("link", { name: "Open as a page" }).click();
    await customer.getByRole("heading", { level: 2, name: "What we changed" }).waitFor();
    await customer.getByRole("button", { name: "Print" }).waitFor();
    await expectReadable(customer);
    const download = customer.waitForEvent("download");
    await customer.getByRole("button", { name: "Download as Markdown" }).click();
    expect((await download).suggestedFilename()).toBe(`root-cause-${number}-1.md`);
    const page = await stage.visit();
    await page.goto(`${stage.desk}/status/incidents/${incident}/cause`);
    await page.getByText("An alarm at 70 %.").waitFor();
    await expectReadable(page);
  });

  test("a stranger reads neither the ticket's page nor the document, and a later version says what changed", async () => {
    const address = customer.url();
    const stranger = await stage.visit();
    await stranger.goto(`${stage.console}/`);
    await stranger.getByRole("button", { name: "Ingrid Solberg" }).click();
    await stranger.getByRole("heading", { name: "Projects" }).waitFor();
    await stranger.goto(`${stage.console}/settings`);
    await stranger.getByRole("button", { name: "Open the support portal" }).click();
    await stranger.waitForURL(/\/portal\//);
    await stranger.getByRole("navigation").first().waitFor();
    await stranger.goto(address);
    await stranger.getByRole("heading", { name: "Not found" }).waitFor();
    expect(await stranger.getByText("An alarm at 70 %.").count()).toBe(0);
    await agent.getByRole("button", { name: "Write the next version" }).click();
    await agent.getByRole("textbox", { name: "Cause", exact: true }).fill("Two full disks.");
    await agent.getByLabel("What changed since the version before").fill("It was two disks.");
    await agent.getByRole("button", { name: "Publish version 2" }).click();
    await agent
      .getByText(/^Version 2, published/)
      .first()
      .waitFor();
    await customer.reload();
    await customer.getByText("What changed since the version before: It was two disks.").waitFor();
    await customer.locator("summary", { hasText: /^Version 1, published/ }).click();
    await customer.getByText("A full disk.").waitFor();
  });
});
