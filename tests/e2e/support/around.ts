import { randomUUID } from "node:crypto";
import type { Page } from "playwright-core";
import type { Stage } from "./stage.ts";

/** What somebody signed in does through the API, as a screen of theirs would. */
export async function does(
  page: Page,
  stage: Stage,
  { method, path, data }: { readonly method: string; readonly path: string; readonly data?: object },
): Promise<{ readonly number: number; readonly version: number; readonly state: string }> {
  const answer = await page.request.fetch(`${stage.desk}${path}`, {
    method,
    headers: { "Idempotency-Key": randomUUID(), origin: stage.desk },
    ...(data === undefined ? {} : { data }),
  });
  if (!answer.ok()) throw new Error(`${method} ${path}: ${answer.status()} ${await answer.text()}`);
  return answer.json();
}

/** A ticket of Ana's about a problem. */
export async function opens(customer: Page, stage: Stage, description: string): Promise<number> {
  const data = { category: "issue", description, severity: "2" };
  return (await does(customer, stage, { method: "POST", path: "/v1/tickets", data })).number;
}

/** A ticket at the desk, once it is on the screen. */
export async function seesTicket(agent: Page, stage: Stage, number: number): Promise<void> {
  await agent.goto(`${stage.desk}/desk/tickets/${number}`);
  await agent.getByRole("heading", { level: 1, name: new RegExp(`^${number} `) }).waitFor();
}
