import { readMarkdown } from "@troth/knowledge";
import { expect, test } from "vitest";
import { NEVER } from "../source.ts";
import { NOW, refreshed } from "../testing/round-for-tests.ts";
import { type Given, given } from "./given.ts";

const page = (id: string, text: string): Given => ({
  page: readMarkdown(id, text),
  address: `https://support.example.com/${id}`,
  changedAt: NOW,
});

test("pages that are handed in are put, kept and gone as those of any source", async () => {
  const pages = [page("a", "# A"), page("b", "# B"), page("c", "# C")];
  const policy = given("policy", () => pages);
  const first = await refreshed(policy, NEVER);
  expect([policy.kind, first.put]).toEqual(["policy", ["a", "b", "c"]]);
  pages.splice(1, 2, page("c", "# C\n\nchanged"));
  const { put, gone } = await refreshed(policy, first.state);
  expect([put, gone]).toEqual([["c"], ["b"]]);
});

test("where they break off, what did not come stays", async () => {
  const first = await refreshed(
    given("tickets", () => [page("a", "# A"), page("b", "# B")]),
    NEVER,
  );
  const broken = given("tickets", function* () {
    yield page("a", "# A");
    throw new Error("the database is away");
  });
  const { gone, end } = await refreshed(broken, first.state);
  expect([gone, end.outcome]).toEqual([[], "part"]);
});
