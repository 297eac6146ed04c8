import { expect, test } from "vitest";
import { asksForSupport, withoutRequest } from "./deep-link.ts";

test("P006 an address with modal=support asks for the dialog, any other does not", () => {
  expect(asksForSupport("?modal=support")).toBe(true);
  expect(asksForSupport("?branch=main&modal=support")).toBe(true);
  expect(asksForSupport("?modal=billing")).toBe(false);
  expect(asksForSupport("?support=modal")).toBe(false);
  expect(asksForSupport("")).toBe(false);
});

test("closing takes only the request out of the address", () => {
  expect(withoutRequest("https://a.example/projects?x=1&modal=support#top")).toBe(
    "https://a.example/projects?x=1#top",
  );
  expect(withoutRequest("https://a.example/projects?modal=billing")).toBe(
    "https://a.example/projects?modal=billing",
  );
});
