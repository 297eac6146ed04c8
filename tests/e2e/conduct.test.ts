import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { enterPortal, joinDesk } from "./support/doors.ts";
import { expectReadable } from "./support/readable.ts";
import { openStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let admin: Page;
let customer: Page;

beforeAll(async () => {
  stage = await openStage();
  admin = await joinDesk(stage);
  customer = await enterPortal(stage);
});
afterAll(async () => {
  await stage.stop();
});

const WORDS = "Threats are not answered with support.";

describe("conduct from a report to a reinstatement", () => {
  test("P123 an agent reports a customer's message, and nothing happens to the customer by that (P124)", async () => {
    await admin.getByRole("row").filter({ hasText: "Restore of branch" }).getByRole("link").first().click();
    await admin.getByRole("button", { name: "Report what Ana Ruiz wrote" }).first().click();
    const send = admin.getByRole("button", { name: "Report it" });
    expect(await send.isDisabled()).toBe(true);
    await admin.getByText("Write what is wrong with it first.").waitFor();
    await admin.getByLabel("What is wrong with it?").fill("It threatens an engineer.");
    await send.click();
    await admin.getByText(/Reported, as case 1\./).waitFor();
    await customer.goto(`${stage.desk}/portal/new`);
    await customer.getByLabel("What happened?").waitFor();
  });

  test("P125 the decision shows which doors close, for whom and in which words, before it is taken", async () => {
    await admin.getByRole("link", { name: "Conduct", exact: true }).click();
    await admin.getByRole("link", { name: "Case 1" }).click();
    await admin.getByRole("region", { name: "The report" }).getByText("It threatens an engineer.").waitFor();
    await admin.getByRole("radio", { name: "End of support" }).check();
    await admin.getByText("Say for whom support ends.").waitFor();
    await admin.getByRole("radio", { name: "for the whole organisation" }).check();
    await admin.getByLabel("What the person concerned reads").fill(WORDS);
    await admin.getByLabel("What the reporter reads").fill("Support has ended for them.");
    const effect = admin.getByRole("region", { name: "What happens" });
    await effect.getByText(/can no longer use: Support tickets/).waitFor();
    await effect.getByText(/Open to them stay: the status page/).waitFor();
    await effect.getByText(WORDS).waitFor();
    await expectReadable(admin);
    await admin.getByRole("button", { name: "Decide it" }).click();
    await admin.getByRole("region", { name: "The decision" }).getByText(WORDS).waitFor();
  });

  test("the customer reads the reason instead of a form, and asks for a review", async () => {
    await customer.goto(`${stage.desk}/portal/new`);
    await customer.getByText(/Support for this organisation ended/).waitFor();
    await customer.getByText(WORDS).waitFor();
    await customer.getByText("Status and billing stay open to you").waitFor();
    expect(await customer.getByLabel("What happened?").count()).toBe(0);
    await expectReadable(customer);
    await customer.getByRole("link", { name: "See the decision" }).click();
    await customer.getByRole("button", { name: "Ask for a review" }).click();
    await customer.getByLabel("Why do you see it otherwise?").fill("A colleague used my keyboard.");
    await customer.getByRole("button", { name: "Ask for it" }).click();
    await customer.getByText("A colleague used my keyboard.").waitFor();
    await expectReadable(customer);
    await customer.goto(`${stage.desk}/portal/`);
    await customer.getByRole("link", { name: "Restore of branch main stops at 40 %" }).click();
    await customer.getByRole("region", { name: "Conduct" }).getByText(WORDS).waitFor();
    expect(await customer.getByLabel("Your reply").count()).toBe(0);
  });

  test("reinstated with a reason, every door is open again", async () => {
    await admin.reload();
    await admin
      .getByRole("region", { name: "The review asked for" })
      .getByText("A colleague used my keyboard.")
      .waitFor();
    await admin.getByRole("button", { name: "Reinstate support" }).click();
    await admin.getByLabel("The reason for it").fill("Settled by phone.");
    await admin.getByRole("button", { name: "Reinstate it" }).click();
    await admin.getByRole("region", { name: "The decision" }).getByText("Settled by phone.").waitFor();
    await customer.goto(`${stage.desk}/portal/new`);
    await customer.getByLabel("What happened?").waitFor();
    await customer.goto(`${stage.desk}/portal/conduct`);
    await customer.getByText("Settled by phone.").waitFor();
    await admin.goto(`${stage.desk}/desk/conduct`);
    await admin.getByText("Support has ended for them.").waitFor();
    await expectReadable(admin);
  });
});
