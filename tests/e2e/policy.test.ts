import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { joinDesk } from "./support/doors.ts";
import { beginDraft, factsInForce, publishDraft, writeFacts } from "./support/policy.ts";
import { openStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let agent: Page;
let facts = "";

beforeAll(async () => {
  stage = await openStage();
  agent = await joinDesk(stage);
  facts = await factsInForce(agent, stage);
});
afterAll(async () => {
  expect(await stage.stop()).toBe(0);
});

const OLD = "2: { standard: 2 business days @";
const NEW = "2: { standard: 1 business day @";

/** A draft under way, the figure of severity 2 replaced by `figure`. */
function withFigure(figure: string, version: string): string {
  expect(facts).toContain(OLD);
  return facts.replace(OLD, figure).replace(/^version: .*$/m, `version: ${version}`);
}

/** Opens a ticket of severity 2 in the vendor's console; answers its number and what the form promised. */
async function openTicket(subject: string): Promise<{ readonly number: string; readonly promised: string }> {
  const page = await stage.visit();
  await page.goto(`${stage.console}/`);
  await page.getByRole("button", { name: "Ana Ruiz" }).click();
  await page.getByRole("heading", { name: "Projects" }).waitFor();
  await page.goto(`${stage.console}/projects?modal=support`);
  const dialog = page.frameLocator("iframe");
  await dialog.getByLabel("What happened?").fill(subject);
  await dialog.getByRole("radio", { name: /High/ }).check();
  const promise = dialog.getByText(/^Commitment: .*Severity 2, Enterprise Standard\.$/);
  const promised = await promise.innerText();
  await dialog.getByRole("button", { name: "Send ticket" }).click();
  const sent = dialog.getByRole("heading", { name: /Ticket \d+ is with us/ });
  const number = /\d+/.exec(await sent.innerText())?.[0] ?? "";
  await page.context().close();
  return { number, promised };
}

async function versionOf(number: string): Promise<string> {
  const ticket = await agent.request.get(`${stage.desk}/v1/desk/tickets/${number}`);
  return (await ticket.json()).policyVersion;
}

const findings = (): Locator => agent.getByRole("region", { name: "Findings" });
const preview = (): Locator => agent.getByRole("region", { name: "Preview" });
const tab = (name: string): Promise<void> => agent.getByRole("tab", { name, exact: true }).click();

describe("a draft of the policy", () => {
  test("P129 says where a figure is wrong and how to mend it, while one types", async () => {
    await beginDraft(agent, stage, "Shorter times");
    await findings().getByText("Warning").first().waitFor();
    await writeFacts(agent, withFigure("2: { standard: 1 busines day @", "shorter-times"));
    await findings().getByText("Error", { exact: true }).first().waitFor();
    const place = findings()
      .getByRole("button", { name: /^policy\.yaml:\d+:\d+$/ })
      .first();
    await findings()
      .getByText(/How to mend:/)
      .first()
      .waitFor();
    expect(await agent.getByRole("button", { name: "Publish", exact: true }).isDisabled()).toBe(true);
    await agent.getByText("Mend the errors first.").waitFor();
    await place.click();
    expect(await agent.evaluate<string>("document.activeElement.getAttribute('aria-label')")).toBe(
      "Text of policy.yaml",
    );
    expect(await agent.evaluate<string>("getSelection().toString()")).not.toBe("");
  });

  test("P129 shows at once what follows: page, targets, an account's answer, changes", async () => {
    await writeFacts(agent, withFigure(NEW, "shorter-times"));
    await agent.getByText("0 errors").waitFor();
    await preview()
      .getByText(/1 business day/)
      .first()
      .waitFor();
    await tab("Targets");
    await preview().getByText("was 2 business days").waitFor();
    await tab("As account");
    await preview().getByRole("combobox", { name: "Customer" }).click();
    await agent.getByRole("option", { name: "Nordwind" }).click();
    const row = preview().getByRole("row", { name: /^First reply, 2 High/ });
    await row.getByText("differs").waitFor();
    await row.getByText(/less than 1 business day/).waitFor();
    await tab("Changes");
    await preview().getByText("Better:").waitFor();
    await preview()
      .getByText(/Severity 2 on Enterprise Standard.*2 business days\s+to\s+1 business day/)
      .waitFor();
  });

  test("proposes what may stand at the cursor", async () => {
    await agent.getByRole("textbox", { name: "Text of policy.yaml" }).click();
    await agent.keyboard.press("Control+End");
    await agent.keyboard.press("Enter");
    await agent.keyboard.type("ca");
    await agent.keyboard.press("Control+Space");
    await agent.getByRole("option").first().waitFor();
    await agent.keyboard.press("Escape");
    await writeFacts(agent, withFigure(NEW, "shorter-times"));
    await agent.getByText("0 errors").waitFor();
  });

  test("that somebody else saved meanwhile shows both texts and loses neither", async () => {
    await agent.keyboard.press("Control+s");
    await agent.getByText(/^Saved /).waitFor();
    const id = agent.url().split("/").at(-1) ?? "";
    const address = `${stage.desk}/v1/policies/drafts/${id}`;
    const { draft, files } = await (await agent.request.get(address)).json();
    const theirs = { ...files, "policy.yaml": `${files["policy.yaml"]}# Lea was here\n` };
    const saved = await agent.request.put(address, {
      headers: { "idempotency-key": crypto.randomUUID() },
      data: { revision: draft.revision, files: theirs },
    });
    expect(saved.status()).toBe(200);
    await writeFacts(agent, `${withFigure(NEW, "shorter-times")}# Mira was here\n`);
    await agent.keyboard.press("Control+s");
    await agent.getByRole("heading", { name: "Somebody else saved this draft" }).waitFor();
    await agent.getByRole("button", { name: "Show both" }).click();
    await agent.getByText("# Lea was here").waitFor();
    await agent.getByRole("button", { name: "Save mine over it" }).click();
    await agent.getByText(/^Saved /).waitFor();
    const now = await (await agent.request.get(address)).json();
    expect(now.files["policy.yaml"]).toContain("# Mira was here");
    expect(now.files["policy.yaml"]).not.toContain("# Lea was here");
  });

  test("what is typed and not saved is still there after a reload", async () => {
    await writeFacts(agent, `${withFigure(NEW, "shorter-times")}# not saved\n`);
    await agent.getByText("Not saved yet; kept in this tab").waitFor();
    await agent.reload();
    await agent.getByText("Not saved yet; kept in this tab").waitFor();
    await agent.getByRole("textbox", { name: "Text of policy.yaml" }).click();
    await agent.keyboard.press("Control+End");
    await agent.getByText("# not saved").waitFor();
  });
});

describe("publishing", () => {
  test("P129 P130 a ticket opened before and one opened after carry different versions, and the form follows", async () => {
    const before = await openTicket("Opened before the new version");
    expect(before.promised).toBe("Commitment: 2 business days, Severity 2, Enterprise Standard.");
    await publishDraft(agent, "shorter-times");
    const after = await openTicket("Opened after the new version");
    expect(after.promised).toBe("Commitment: 1 business day, Severity 2, Enterprise Standard.");
    expect(await versionOf(before.number)).toBe("2024-09-02");
    expect(await versionOf(after.number)).toBe("shorter-times");
  });

  test("P130 the page follows in the same instant, and the old one stays readable", async () => {
    const reader = await stage.visit();
    const figure = (page: Page) =>
      page
        .getByRole("row")
        .filter({ hasText: /^Severity 2/ })
        .first()
        .innerText();
    await reader.goto(`${stage.desk}/support`);
    await reader.getByText("Version shorter-times, last updated").waitFor();
    expect(await figure(reader)).toContain("1 business day");
    await reader.goto(`${stage.desk}/support/2024-09-02`);
    await reader.getByText(/no longer in force/).waitFor();
    expect(await figure(reader)).toContain("2 business days");
  });

  test("leaves the draft as it was published, and tells what changed between the versions", async () => {
    await agent.goto(`${stage.desk}/desk/policy`);
    await agent.getByText("published as shorter-times").waitFor();
    await agent.getByRole("link", { name: "What changed in version shorter-times" }).click();
    await agent.getByRole("heading", { name: "From version 2024-09-02 to shorter-times" }).waitFor();
    await agent
      .getByText(/Severity 2 on Enterprise Standard.*2 business days\s+to\s+1 business day/)
      .waitFor();
  });
});
