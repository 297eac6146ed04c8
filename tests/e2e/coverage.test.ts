import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enterConsole, joinDesk } from "./support/doors.ts";
import { openStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let agent: Page;
let customer: Page;
let number = "";

beforeAll(async () => {
  stage = await openStage();
  agent = await joinDesk(stage);
  customer = await enterConsole(stage, { viewport: { width: 1_280, height: 900 } });
  await customer.goto(`${stage.console}/projects?modal=support`);
  const dialog = customer.frameLocator("iframe");
  await dialog.getByLabel("What happened?").fill("The pooler of another maker drops connections");
  await dialog.getByRole("button", { name: "Send ticket" }).click();
  const sent = dialog.getByRole("heading", { name: /Ticket \d+ is with us/ });
  number = /\d+/.exec(await sent.innerText())?.[0] ?? "";
  await dialog.getByRole("button", { name: "Open ticket" }).click();
  await agent.goto(`${stage.desk}/desk/tickets/${number}`);
});
afterAll(async () => {
  expect(await stage.stop()).toBe(0);
});

describe("what support covers, at the desk and for the customer", () => {
  test("P052 an Issue is confirmed once all three questions are answered; the button says why it is off", async () => {
    await agent.getByRole("button", { name: "Confirm Issue" }).click();
    const dialog = agent.getByRole("dialog");
    await dialog.getByLabel("Why does it matter?").fill("Nobody can pay");
    await dialog.getByLabel("How was it verified?").fill("On a branch of ours");
    const confirm = dialog.getByRole("button", { name: "Confirm Issue" });
    expect(await confirm.isDisabled()).toBe(true);
    await dialog.getByText("Answer each question first.").waitFor();
    await dialog.getByLabel(/Which documentation does it fail/).fill("Pooling, Transaction mode");
    await confirm.click();
    const facts = agent.getByRole("complementary", { name: "Facts" });
    await facts.getByText(/confirmed by Mira/).waitFor();
    await facts.getByText("Pooling, Transaction mode").first().waitFor();
  });

  test("P054 an administrator registers an approval for the customer's account, and withdraws it", async () => {
    await agent.getByRole("button", { name: "Account" }).click();
    const dialog = agent.getByRole("dialog");
    await dialog.getByText("Nothing was approved in writing for this customer.").waitFor();
    await dialog.getByLabel("What is approved?").fill("Our build of the proxy");
    await dialog.getByLabel("Which document says so?").fill("Addendum 4");
    await dialog.getByRole("button", { name: "Register" }).click();
    await dialog.getByText("Our build of the proxy (Addendum 4)").waitFor();
    await dialog.getByRole("button", { name: "Withdraw the approval of Our build of the proxy" }).click();
    await dialog.getByText(/withdrawn by Mira/).waitFor();
    await agent.keyboard.press("Escape");
  });

  test("P057 a mark of misuse needs its reason and is counted with the customer", async () => {
    await agent.getByRole("button", { name: "Mark as misuse" }).click();
    const dialog = agent.getByRole("dialog");
    await dialog.getByText("Write the reason first.").waitFor();
    await dialog.getByLabel("Reason, only the desk reads it").fill("It is another maker's product");
    await dialog.getByRole("button", { name: "Mark as misuse" }).click();
    const facts = agent.getByRole("complementary", { name: "Facts" });
    await facts.getByText("1 ticket marked as misuse").waitFor();
  });

  test("P053 P055 P058 it ends as not covered only with the software named; the customer reads exclusion and clause", async () => {
    await agent.getByRole("button", { name: /^End/ }).click();
    const dialog = agent.getByRole("dialog");
    await dialog.getByRole("radio", { name: "Not covered by support" }).check();
    await dialog.getByLabel("Which exclusion applies?").selectOption({ index: 3 });
    await dialog.getByLabel("Message to the customer").fill("This is what we found, to take there.");
    await dialog.getByText("Name what the exclusion is about first.").waitFor();
    await dialog.getByLabel("Which software? The customer reads this.").fill("Fjord Pooler");
    await dialog.getByRole("button", { name: "End ticket" }).click();
    await dialog.waitFor({ state: "detached" });
    const frame = customer.frameLocator("iframe");
    await frame
      .getByRole("button", { name: /, show$/ })
      .first()
      .click();
    await frame.getByText(/Exclusion 3: Use with software of others/).waitFor();
    await frame.getByText("It is about: Fjord Pooler.").waitFor();
  });
});
