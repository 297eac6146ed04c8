import type { Page } from "playwright-core";
import type { Stage } from "./stage.ts";

/** Begins a draft with the version in force and opens it. */
export async function beginDraft(agent: Page, stage: Stage, name: string): Promise<void> {
  await agent.goto(`${stage.desk}/desk/policy`);
  await agent.getByRole("button", { name: "New draft" }).click();
  await agent.getByLabel("Name of the draft").fill(name);
  await agent.getByRole("button", { name: "Create the draft" }).click();
  await agent.getByRole("heading", { name: `Draft “${name}”` }).waitFor();
  await agent.getByRole("textbox", { name: "Text of policy.yaml" }).waitFor();
}

/** The text of policy.yaml in force. */
export async function factsInForce(agent: Page, stage: Stage): Promise<string> {
  const list = await (await agent.request.get(`${stage.desk}/v1/policies`)).json();
  const [{ version }] = list.versions.filter(({ isCurrent }: { isCurrent: boolean }) => isCurrent);
  const { files } = await (await agent.request.get(`${stage.desk}/v1/policies/${version}`)).json();
  return files["policy.yaml"];
}

/** Types a text over all that stands in policy.yaml. */
export async function writeFacts(agent: Page, text: string): Promise<void> {
  await agent.getByRole("textbox", { name: "Text of policy.yaml" }).click();
  await agent.keyboard.press("Control+a");
  await agent.keyboard.insertText(text);
}

/** Saves the draft by its key and publishes it through the dialog. */
export async function publishDraft(agent: Page, version: string): Promise<void> {
  await agent.keyboard.press("Control+s");
  await agent.getByText(/^Saved /).waitFor();
  await agent.getByRole("button", { name: "Publish", exact: true }).click();
  const dialog = agent.getByRole("dialog", { name: `Publish version ${version}` });
  await dialog.getByText(/From this instant new tickets/).waitFor();
  await dialog.getByRole("button", { name: `Publish ${version} now` }).click();
  await agent.getByRole("heading", { name: "Policy", exact: true }).waitFor();
  await agent.getByText(`Version ${version} is in force since`).waitFor();
}
