import { readFile } from "node:fs/promises";
import { AxeBuilder } from "@axe-core/playwright";
import type { FrameLocator, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { png } from "../support/files.ts";
import { enterConsole, joinDesk } from "./support/doors.ts";
import { openStage, type Stage } from "./support/stage.ts";

type Place = Pick<FrameLocator & Locator, "getByRole" | "getByText" | "locator">;

let stage: Stage;
let customer: Page;
let agent: Page;
let number = "";
beforeAll(async () => {
  stage = await openStage();
  customer = await enterConsole(stage);
  agent = await joinDesk(stage);
});
afterAll(async () => {
  expect(await stage.stop()).toBe(0);
});

const LOG = Buffer.from("12:00:01 restore stops at 40 %\n".repeat(40));
const file = (name: string, buffer: Buffer) => ({ name, mimeType: "application/octet-stream", buffer });

/** Presses «Attach files» and chooses. */
async function attach(page: Page, place: Place, files: { name: string; mimeType: string; buffer: Buffer }[]) {
  const asked = page.waitForEvent("filechooser");
  await place.getByRole("button", { name: "Attach files" }).click();
  await (await asked).setFiles(files);
}

/** What pressing «Save» brings. */
async function saved(page: Page, place: Place, name: string): Promise<{ name: string; bytes: Buffer }> {
  const coming = page.waitForEvent("download");
  await place.getByRole("button", { name: new RegExp(`^Save ${name}`) }).click();
  const download = await coming;
  return { name: download.suggestedFilename(), bytes: await readFile(await download.path()) };
}

// What the page has and Node has not.
declare class DataTransfer {
  items: { add(file: File): void };
}
declare class DragEvent extends Event {
  constructor(type: string, init: object & { dataTransfer: DataTransfer });
}
declare class ClipboardEvent extends Event {
  constructor(type: string, init: object & { clipboardData: DataTransfer });
}

/** Drops or pastes a file, as a browser tells of it. */
function hand(target: Locator, kind: "drop" | "paste", name: string, bytes: Buffer): Promise<void> {
  return target.evaluate(
    (node, { how, called, base64 }) => {
      const given = new DataTransfer();
      const content = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      given.items.add(new File([content], called, { type: "image/png" }));
      const told = { bubbles: true, cancelable: true };
      node.dispatchEvent(
        how === "drop"
          ? new DragEvent("drop", { ...told, dataTransfer: given })
          : new ClipboardEvent("paste", { ...told, clipboardData: given }),
      );
    },
    { how: kind, called: name, base64: bytes.toString("base64") },
  );
}

describe("files from the vendor's console", () => {
  const dialog = () => customer.frameLocator("iframe");

  test("go with the ticket; a wrong one says why beside it and can be taken out", async () => {
    await customer.goto(`${stage.console}/projects?modal=support`);
    const form = dialog();
    await form.getByLabel("What happened?").fill("Restore stops, see the log");
    await attach(customer, form, [
      file("restore.log", LOG),
      file("setup.exe", LOG),
      file("huge.bin", Buffer.alloc(26_000_000)),
    ]);
    const list = form.getByRole("list", { name: "Files to send along" });
    await list.getByText("Files that end in .exe are not taken.").waitFor();
    await list.getByText(/A file may have 25 MB; this one has 26 MB/).waitFor();
    await list.getByRole("button", { name: "Take out setup.exe" }).click();
    await list.getByRole("button", { name: "Take out huge.bin" }).click();
    expect(await list.getByRole("listitem").count()).toBe(1);
    await attach(customer, form, [file("plan.png", Buffer.from("<svg onload=alert(1)>"))]);
    await list.getByText(/kept as plain bytes/).waitFor();
    await list.getByRole("button", { name: "Take out plan.png" }).click();
    await hand(form.getByLabel("What happened?"), "paste", "image.png", png(64, 48));
    await list.getByText("image.png").waitFor();
  });

  test("outlive a reload with the draft, and are sent with it", async () => {
    await dialog().getByText("Draft kept").first().waitFor();
    await customer.reload();
    const form = dialog();
    const list = form.getByRole("list", { name: "Files to send along" });
    await list.getByText("restore.log").waitFor();
    await list.getByText("image.png").waitFor();
    await form.getByRole("button", { name: "Send ticket" }).click();
    const sent = form.getByRole("heading", { name: /Ticket \d+ is with us/ });
    await sent.waitFor();
    number = /\d+/.exec(await sent.innerText())?.[0] ?? "";
    await form.getByRole("button", { name: "Open ticket" }).click();
    const files = form.getByRole("list", { name: "2 files" });
    await files.getByRole("img", { name: "Picture image.png" }).waitFor();
    const { name, bytes } = await saved(customer, files, "restore.log");
    expect(name).toBe("restore.log");
    expect(bytes.equals(LOG)).toBe(true);
  });
});

describe("files on the desk", () => {
  test("an agent saves the customer's, answers with one, and keeps one with a note", async () => {
    await agent.goto(`${stage.desk}/desk/tickets/${number}`);
    const thread = agent.getByRole("region", { name: "Conversation" });
    await thread.getByRole("img", { name: "Picture image.png" }).waitFor();
    expect((await saved(agent, thread, "restore.log")).bytes.equals(LOG)).toBe(true);
    await agent.getByRole("button", { name: /Internal note/ }).click();
    const note = agent.getByRole("form", { name: "Internal note" });
    await note.getByRole("textbox").fill("Their pages, from our side");
    await attach(agent, note, [file("CANARY-inside.txt", LOG)]);
    await note.getByText("CANARY-inside.txt").waitFor();
    await note.getByRole("button", { name: "Take out CANARY-inside.txt" }).waitFor();
    await note.getByRole("button", { name: "Save note" }).click();
    await thread.getByText("CANARY-inside.txt").waitFor();
    await agent.getByRole("button", { name: /Reply to Ana Ruiz/ }).click();
    const reply = agent.getByRole("form", { name: /Reply to Ana Ruiz/ });
    await reply.getByRole("textbox", { name: /Reply to/ }).fill("Run this, then restore again.");
    await hand(reply, "drop", "mend.sql", Buffer.from("select 1;"));
    await reply.getByRole("button", { name: "Take out mend.sql" }).waitFor();
    await reply.getByRole("button", { name: "Send to customer" }).click();
    await thread.getByRole("button", { name: /^Save mend.sql/ }).waitFor();
  });
});

describe("files in the portal", () => {
  test("are read and sent there too, by keyboard; the note's file is not there", async () => {
    const link = /http:\S+\/portal\/enter\S+/.exec(stage.said())?.[0] ?? "";
    const page = await stage.visit();
    await page.goto(link);
    await page.getByRole("heading", { level: 1 }).first().waitFor();
    await page.goto(`${stage.desk}/portal/tickets/${number}`);
    const { bytes } = await saved(page, page.getByRole("region", { name: "Conversation" }), "mend.sql");
    expect(bytes.toString()).toBe("select 1;");
    expect(await page.locator("body").innerText()).not.toContain("CANARY-inside");
    await page.getByLabel("Your reply").fill("Done, here is what it says.");
    const asked = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "Attach files" }).press("Enter");
    await (await asked).setFiles([file("../../said <b>&\u202egnp.log", LOG)]);
    await page.getByRole("button", { name: "Take out said <b>& gnp.log" }).waitFor();
    await page.getByText("said <b>& gnp.log is here.").waitFor({ state: "attached" });
    const { violations } = await new AxeBuilder({ page }).include("form").analyze();
    expect(violations.map(({ id }) => id)).toEqual([]);
    await page.keyboard.press("Control+Enter");
    await page.getByRole("button", { name: /^Save said <b>& gnp.log/ }).waitFor();
  });

  test("fit a narrow screen, with the longest name", async () => {
    const page = await stage.visit({ viewport: { width: 320, height: 700 } });
    await page.goto(`${stage.console}/`);
    await page.getByRole("button", { name: "Ana Ruiz" }).click();
    await page.getByRole("heading", { name: "Projects" }).waitFor();
    await page.goto(`${stage.console}/projects?modal=support`);
    const form = page.frameLocator("iframe");
    await form.getByLabel("What happened?").waitFor();
    await attach(page, form, [file(`${"w".repeat(200)}.log`, LOG)]);
    await form.getByRole("button", { name: /^Take out w+….log$/ }).waitFor();
    const { scroll, seen } = await form
      .locator("html")
      .evaluate((root) => ({ scroll: root.scrollWidth, seen: root.clientWidth }));
    expect(scroll).toBeLessThanOrEqual(seen);
  });
});
