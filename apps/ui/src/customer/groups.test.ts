import { expect, test } from "vitest";
import { standOfEndpoint } from "./endpoint-state.ts";
import { groupOf } from "./groups.ts";

test("each state of a ticket says whose turn it is", () => {
  expect(groupOf("waiting-on-customer")).toBe("yours");
  expect([groupOf("open"), groupOf("waiting-on-us")]).toEqual(["ours", "ours"]);
  expect([groupOf("resolved"), groupOf("closed"), groupOf("merged")]).toEqual(["done", "done", "done"]);
});

test("an endpoint that idles, is off or used up its quota is not shown as down", () => {
  const endpoint = {
    id: "ep-1",
    kind: "read_write",
    state: "idle",
    isDisabled: false,
    suspendedFor: null,
  } as const;
  expect(standOfEndpoint(endpoint)).toBe("idle");
  expect(standOfEndpoint({ ...endpoint, state: "active" })).toBe("active");
  expect(standOfEndpoint({ ...endpoint, state: "active", suspendedFor: "quota" })).toBe("suspended");
  expect(standOfEndpoint({ ...endpoint, suspendedFor: "quota", isDisabled: true })).toBe("disabled");
});
