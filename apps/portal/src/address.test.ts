import { expect, test } from "vitest";
import { afterSignIn, pageOf } from "./address.ts";

test("each address shows its page, anything else says that there is none", () => {
  expect(pageOf("/")).toEqual({ kind: "tickets" });
  expect(pageOf("/tickets/4182")).toEqual({ kind: "ticket", number: 4182 });
  expect(pageOf("/entitlement/")).toEqual({ kind: "entitlement" });
  const document = "00000000-0000-4000-8000-000000000000";
  expect(pageOf(`/tickets/7/causes/${document}`)).toEqual({ kind: "cause", number: 7, document });
  for (const path of [
    "/tickets/7/causes/x",
    "/tickets/",
    "/tickets/abc",
    "/tickets/1/x",
    "/admin",
    "/tickets/12345678901",
  ]) {
    expect(pageOf(path)).toEqual({ kind: "missing" });
  }
});

test("T25 signing in leads to a page of this portal and nowhere else", () => {
  expect(afterSignIn("?next=%2Ftickets%2F4182")).toBe("/tickets/4182");
  for (const next of [
    "//evil.example",
    "https://evil.example",
    "/\\evil.example",
    "/sign-in",
    "/enter",
    "",
  ]) {
    expect(afterSignIn(`?next=${encodeURIComponent(next)}`)).toBe("/");
  }
});
