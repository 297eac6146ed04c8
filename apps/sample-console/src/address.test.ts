import { expect, test, vi } from "vitest";

vi.stubGlobal("document", { baseURI: "http://127.0.0.1:3000/console/" });
const { afterSignIn } = await import("./address.ts");

test("P006 after signing in one is where one wanted to be, the dialog's request included", () => {
  const next = encodeURIComponent("/projects?modal=support");
  expect(afterSignIn(`?next=${next}`)).toBe("/projects?modal=support");
});

test("T25 signing in leads nowhere but into this console", () => {
  for (const next of ["//evil.example", "/\\evil.example", "https://evil.example", "", "/sign-in?next=%2F"]) {
    expect(afterSignIn(`?next=${encodeURIComponent(next)}`)).toBe("/projects");
  }
});
