import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { badInput } from "../support/bad-input.ts";
import { enterPortal, joinDesk } from "./support/doors.ts";
import { openStage, type Stage } from "./support/stage.ts";

let stage: Stage;
let customer: Page;
let agent: Page;

beforeAll(async () => {
  stage = await openStage();
  customer = await enterPortal(stage);
  agent = await joinDesk(stage);
});
afterAll(async () => {
  expect(await stage.stop()).toBe(0);
});

async function sendTicket(words: string): Promise<string> {
  await customer.goto(`${stage.desk}/portal/new`);
  await customer.getByLabel("What happened?").fill(words);
  await customer.getByRole("button", { name: "Send ticket" }).click();
  const sent = customer.getByRole("heading", { name: /Ticket \d+ is with us/ });
  await sent.waitFor();
  return /\d+/.exec(await sent.innerText())?.[0] ?? "";
}

const SECRET = "hunter22";
const ADDRESS = `postgres://app:${SECRET}@ep-7.acme.example/main`;

test("a customer is warned of a secret under the field, masks it with one press, and may send either way", async () => {
  await customer.goto(`${stage.desk}/portal/new`);
  const field = customer.getByLabel("What happened?");
  await field.fill(`It fails with ${ADDRESS} since noon`);
  await customer
    .getByRole("main")
    .getByText(/^Recognised: password\./)
    .waitFor();
  await customer
    .getByRole("status")
    .getByText(/Recognised: password/)
    .waitFor({ state: "attached" });
  await customer.getByRole("button", { name: "Mask it" }).click();
  expect(await field.inputValue()).toBe(
    "It fails with postgres://app:[masked: password]@ep-7.acme.example/main since noon",
  );
  await customer
    .getByRole("main")
    .getByText(/^Recognised:/)
    .waitFor({ state: "detached" });
});

test("what was sent with a secret shows a chip on both sides; a look asks why and is on record", async () => {
  const number = await sendTicket(`It fails with ${ADDRESS} since noon`);
  await agent.goto(`${stage.desk}/desk/tickets/${number}`);
  await agent.getByRole("article").getByText("password, masked").waitFor();
  expect(await agent.content()).not.toContain(SECRET);
  await agent.getByRole("button", { name: "Show", exact: true }).click();
  const dialog = agent.getByRole("dialog", { name: "Look at what is masked" });
  await dialog.getByText("Write the reason first.").waitFor();
  await expect.poll(() => dialog.getByRole("button", { name: "Show and record it" }).isDisabled()).toBe(true);
  await dialog.getByLabel("Why do you need to see it?").fill("The pooler depends on the user.");
  await agent.keyboard.press("Tab");
  await dialog.getByRole("button", { name: "Show and record it" }).press("Enter");
  await agent.getByRole("article").getByText(ADDRESS).waitFor();
  await agent.getByRole("button", { name: "Mask again" }).click();
  await agent.getByRole("article").getByText("password, masked").waitFor();
  await customer.goto(`${stage.desk}/portal/tickets/${number}`);
  await customer.getByText(/Mira looked at the masked part of what Ana Ruiz wrote on/).waitFor();
  await customer.getByText("Reason: The pooler depends on the user.").waitFor();
  expect(await customer.content()).not.toContain(SECRET);
});

const LOG = Array.from(
  { length: 400 },
  (_, at) =>
    `2026-07-06 13:${String(at % 60).padStart(2, "0")}:07 UTC ${at % 50 === 0 ? "ERROR:  lost ep-7" : "LOG:  done"}`,
).join("\n");

test("a long log without fences is folded, numbered, and searched by keys alone", async () => {
  const number = await sendTicket(`Restore stops at **40 %**:\n\n${LOG}\n\nWhy?`);
  await customer.goto(`${stage.desk}/portal/tickets/${number}`);
  const block = customer.getByRole("region", { name: "Code, 400 lines" });
  await block.getByText("LOG: done").first().waitFor();
  expect(await block.getByText("ERROR: lost ep-7").count()).toBe(1);
  await block.getByRole("button", { name: "400 lines, show" }).press("Enter");
  await block.getByRole("searchbox", { name: "Find in these lines" }).fill("lost EP-7");
  await block.getByText("1 of 8").waitFor();
  await customer.keyboard.press("Enter");
  await block.getByText("2 of 8").waitFor();
  await customer.getByRole("status").getByText("2 of 8").waitFor({ state: "attached" });
  await customer.keyboard.press("Shift+Enter");
  await customer.keyboard.press("Shift+Enter");
  await block.getByText("8 of 8").waitFor();
  await customer.keyboard.press("Escape");
  expect(await block.getByRole("searchbox").inputValue()).toBe("");
  await block.getByRole("button", { name: "400 lines, fold" }).press("Enter");
  await block.getByRole("button", { name: "400 lines, show" }).waitFor();
});

test("a line of a long log has its own number beside it, to the last, with masks in it; what is copied has none", async () => {
  const line = (at: number) => `2026-07-06 13:02:11 ERROR [${at}] cannot open ${ADDRESS}`;
  const number = await sendTicket(
    `\`\`\`\n${Array.from({ length: 200 }, (_, at) => line(at + 1)).join("\n")}\n\`\`\``,
  );
  for (const [page, door] of [
    [customer, "portal"],
    [agent, "desk"],
  ] as const) {
    await page.goto(`${stage.desk}/${door}/tickets/${number}`);
    await page.getByRole("button", { name: "200 lines, show" }).first().click();
    const last = page.locator('pre[data-long] [data-line="200"]').first();
    expect(await last.innerText()).toContain("ERROR [200] cannot open postgres://app:");
    const drawn = await last.evaluate((row) => ({
      number: row.ownerDocument.defaultView?.getComputedStyle(row, "::before").content,
      rows: row.parentElement?.children.length,
      fromEnd:
        (row.closest("code")?.getBoundingClientRect().bottom ?? 0) - row.getBoundingClientRect().bottom,
      copied: row.closest("code")?.textContent?.split("\n").length,
    }));
    expect(drawn.number).toContain("200");
    expect([drawn.rows, drawn.copied]).toEqual([200, 200]);
    expect(Math.abs(drawn.fromEnd)).toBeLessThan(8);
  }
});

test("a word is found in the whole conversation, and a folded log that says it opens", async () => {
  const number = await sendTicket(`Restore stops:\n\n${LOG}\n\nThe last word is zyzzyva.`);
  await agent.goto(`${stage.desk}/desk/tickets/${number}`);
  const find = agent.getByRole("searchbox", { name: "Find in this conversation" });
  await find.fill("lost ep-7");
  const thread = agent.getByRole("region", { name: "Conversation" });
  await thread.getByText("1 of 8").waitFor();
  await find.press("Shift+Enter");
  await thread.getByText("8 of 8").waitFor();
  await find.fill("ZYZZYVA");
  await thread.getByText("1 of 1").waitFor();
  await find.fill("absent from here");
  await thread.getByText("Nothing found").waitFor();
});

test("a copy of the ticket is kept from the portal and from the desk, with its secrets masked", async () => {
  const number = await sendTicket(`Restore stops with ${ADDRESS} since noon`);
  await agent.goto(`${stage.desk}/desk/tickets/${number}`);
  await customer.goto(`${stage.desk}/portal/tickets/${number}`);
  for (const [page, name, file] of [
    [customer, "Transcript to print", `ticket-${number}.html`],
    [customer, "Transcript as Markdown", `ticket-${number}.md`],
    [agent, "Transcript as Markdown", `ticket-${number}.md`],
  ] as const) {
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name }).press("Enter");
    const kept = await download;
    expect(kept.suggestedFilename()).toBe(file);
    const text = await readFile(await kept.path(), "utf8");
    expect(text).toContain("postgres://app:[masked: password]@ep-7.acme.example/main");
    expect(text).toMatch(/CES?T/);
    expect(text).not.toContain(SECRET);
    await page.getByRole("status").getByText(`Saved as ${file}`).waitFor({ state: "attached" });
  }
});

const HOSTILE = [...badInput("html5sec"), ...badInput("xss-short")].map(({ s }) => s);

test.skipIf(HOSTILE.length === 0)(
  "scripts and markup in what people write stay text for both sides (T12)",
  async () => {
    const number = await sendTicket(`Hostile ${HOSTILE[0]}`);
    await customer.goto(`${stage.desk}/portal/tickets/${number}`);
    for (let at = 0; at < HOSTILE.length; at += 40) {
      const texts = HOSTILE.slice(at, at + 40).map((text) => text.replaceAll("\u0000", ""));
      await customer.getByLabel("Your reply").fill(texts.join("\n\n"));
      await customer.getByRole("button", { name: "Send reply" }).click();
      await expect.poll(() => customer.getByLabel("Your reply").inputValue(), { timeout: 20_000 }).toBe("");
    }
    for (const [page, path] of [
      [customer, `/portal/tickets/${number}`],
      [agent, `/desk/tickets/${number}`],
    ] as const) {
      const happened: string[] = [];
      page.on("dialog", (dialog) => {
        happened.push(dialog.message());
        void dialog.dismiss();
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(stage.desk)) happened.push(request.url());
      });
      await page.goto(stage.desk + path);
      const articles = page.locator("article[data-message]");
      await articles.nth(2).waitFor();
      const more = page.getByRole("button", { name: "Show all of it" });
      while ((await more.count()) > 0) await more.first().click();
      const strange = await articles.evaluateAll((all) =>
        all.flatMap((article) =>
          [
            ...article.querySelectorAll(
              "script, img, iframe, object, embed, form, style, link, base, svg:not(.tabler-icon)",
            ),
          ].map((element) => element.outerHTML),
        ),
      );
      expect(strange).toEqual([]);
      const links = await articles
        .getByRole("link")
        .evaluateAll((all) => all.map((link) => link.getAttribute("href") ?? ""));
      expect(links.filter((href) => !/^https?:\/\//.test(href))).toEqual([]);
      expect(happened).toEqual([]);
    }
  },
);
