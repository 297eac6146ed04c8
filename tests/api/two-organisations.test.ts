import { expect, test } from "vitest";
import { done } from "../support/ask.ts";
import { tokenFor, useCast } from "../support/cast.ts";

const world = useCast();

test("one person in two organisations: neither counts nor holds what is the other's", async () => {
  const { owner, agent, directoryKey, member } = world().cast;
  const { sub, email, name } = member("owner");
  const params = { organisation: "org-b", member: sub };
  await done(directoryKey, "putMember", { params, body: { email, name, role: "owner" } });
  const token = () => tokenFor({ sub, email, name, org: "org-b" }, world().clock.now());
  const there = { origin: owner.origin, show: () => ({ authorization: `Bearer ${token()}` }) };

  const body = { category: "issue", description: "The restore stops half way", severity: "3" };
  const { number } = await done(owner, "openTicket", { body });
  await done(agent, "replyAsAgent", { params: { number }, body: { text: "We look into it" } });
  expect((await done(owner, "readMe", {})).unreadAnswers).toBe(1);
  expect((await done(there, "readMe", {})).unreadAnswers).toBe(0);

  for (const key of ["new", `reply-${number}`]) {
    await done(owner, "putDraft", { params: { key }, body: { content: "written in A" } });
    expect((await done(there, "readDraft", { params: { key } })).content).toBe("");
    await done(there, "putDraft", { params: { key }, body: { content: "written in B" } });
    expect((await done(owner, "readDraft", { params: { key } })).content).toBe("written in A");
  }
  await done(there, "openTicket", { body });
  expect((await done(there, "readDraft", { params: { key: "new" } })).content).toBe("");
  expect((await done(owner, "readDraft", { params: { key: "new" } })).content).toBe("written in A");
});
