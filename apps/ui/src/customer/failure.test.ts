import { TrothError } from "@troth/sdk";
import { expect, test } from "vitest";
import { failureKind, SignedOut } from "./failure.ts";

const problem = (code: "refused" | "unauthenticated" | "limit") => ({
  type: "about:blank",
  title: "",
  status: 400,
  detail: "",
  code,
  requestId: "r",
});

test("no answer, no identity and a refusal call for different acts of the reader", () => {
  expect(failureKind(new TrothError(null, "", { cause: new TypeError("failed to fetch") }))).toBe(
    "unreachable",
  );
  expect(failureKind(new TrothError(null, "", { cause: new SignedOut("") }))).toBe("signed-out");
  expect(failureKind(new TrothError(problem("unauthenticated"), ""))).toBe("signed-out");
  expect(failureKind(new TrothError(problem("refused"), ""))).toBe("refused");
  expect(failureKind(new TrothError(problem("limit"), ""))).toBe("other");
  expect(failureKind(new Error("bug"))).toBe("other");
});
