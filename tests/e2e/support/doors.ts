import type { BrowserContextOptions, Page } from "playwright-core";
import type { Stage } from "./stage.ts";

/** The first agent, who is an administrator, in the desk. */
export async function joinDesk(stage: Stage): Promise<Page> {
  const agent = await stage.visit();
  await agent.goto(stage.invite);
  await agent.getByLabel("Your name").fill("Mira");
  await agent.getByLabel("E-mail").fill("mira@acme-db.example");
  await agent.getByLabel("Choose a password").fill("a sentence of my own");
  await agent.getByRole("button", { name: "Join" }).click();
  await agent.getByRole("row").nth(1).waitFor();
  return agent;
}

/** Ana of the demo in her portal. */
export async function enterPortal(stage: Stage, options?: BrowserContextOptions): Promise<Page> {
  const customer = await stage.visit(options);
  await customer.goto(/http:\S+\/portal\/enter\S+/.exec(stage.said())?.[0] ?? "");
  await customer.getByText("Restore of branch main stops at 40 %").first().waitFor();
  return customer;
}

/** Ana of the demo in the sample vendor's console. */
export async function enterConsole(stage: Stage, options?: BrowserContextOptions): Promise<Page> {
  const customer = await stage.visit(options);
  await customer.goto(`${stage.console}/`);
  await customer.getByRole("button", { name: "Ana Ruiz" }).click();
  await customer.getByRole("heading", { name: "Projects" }).waitFor();
  return customer;
}
