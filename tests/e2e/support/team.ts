import type { Page } from "playwright-core";
import { does } from "./around.ts";
import type { Stage } from "./stage.ts";

export type Newcomer = { readonly name: string; readonly role: "agent" | "lead" | "admin" };

/** Somebody whom an administrator invites and who joins by the link in their mail. */
export async function joins(stage: Stage, admin: Page, { name, role }: Newcomer): Promise<Page> {
  const email = `${name.toLowerCase()}@acme-db.example`;
  await does(admin, stage, { method: "POST", path: "/v1/desk/invites", data: { email, role, name } });
  const page = await stage.visit();
  const mail = page.getByRole("article").filter({ hasText: `to ${email}` });
  for (;;) {
    await page.goto(`${stage.desk}/demo/mail`);
    if ((await mail.count()) > 0) break;
  }
  await page.goto((await mail.first().getByRole("link").first().getAttribute("href")) ?? "");
  await page.getByLabel("Your name").fill(name);
  await page.getByLabel("Choose a password").fill("a sentence of my own");
  await page.getByRole("button", { name: "Join" }).click();
  await page.getByRole("row").first().waitFor();
  return page;
}

/** One of the facts beside a ticket, by its name. */
export const fact = (page: Page, name: string) =>
  page
    .getByRole("complementary", { name: "Facts" })
    .locator("div")
    .filter({ has: page.getByRole("term").filter({ hasText: new RegExp(`^${name}$`) }) })
    .last();

/** Gives a ticket to who looks. */
export async function takes(page: Page, name: string): Promise<void> {
  await page
    .getByRole("button", { name: /^Take it/ })
    .first()
    .click();
  await page.getByRole("button", { name: `Assign: With ${name}` }).waitFor();
}
