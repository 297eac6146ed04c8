import { expect, test } from "vitest";
import { done } from "../support/ask.ts";
import { useCast } from "../support/cast.ts";
import { TICKET } from "../support/requests.ts";
import { follow } from "../support/sse.ts";

const world = useCast();

test("that an agent watches a ticket reaches the desk's stream and no customer's", async () => {
  const { owner, teammate, agent } = world().cast;
  const { number } = await done(owner, "openTicket", { body: TICKET });
  const params = { number };
  const desk = await follow(agent, "/v1/desk/stream");
  const customer = await follow(teammate, "/v1/stream");
  await done(agent, "watchTicket", { params });
  await done(agent, "unwatchTicket", { params });
  await done(agent, "replyAsAgent", { params, body: { text: "We look at it." } });
  const kinds = (lines: typeof desk.lines) =>
    lines.flatMap(({ ticket, kind }) => (ticket === number && kind !== "ticket.opened" ? [kind] : []));
  await expect.poll(() => kinds(customer.lines), { timeout: 10_000 }).toContain("message.written");
  await expect.poll(() => kinds(desk.lines), { timeout: 10_000 }).toContain("message.written");
  expect(kinds(desk.lines)).toEqual(["follower.added", "follower.removed", "message.written"]);
  expect(kinds(customer.lines)).toEqual(["message.written"]);
  desk.close();
  customer.close();
});
