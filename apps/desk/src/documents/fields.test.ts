import { expect, test } from "vitest";
import { draftKeyOf, NO_SECTIONS, typedIn } from "./fields.ts";

test("what was typed and not saved is read again as it was, and anything else is nothing", () => {
  const typed = {
    sections: { ...NO_SECTIONS, cause: "A disk" },
    change: "A time",
    isOnStatusPage: true,
    saw: 3,
  };
  expect(typedIn(JSON.parse(JSON.stringify(typed)))).toEqual(typed);
  expect(typedIn({ sections: { cause: 7 } })).toEqual({
    sections: NO_SECTIONS,
    change: "",
    isOnStatusPage: false,
    saw: 0,
  });
  for (const kept of [null, "text", {}, { sections: null }]) expect(typedIn(kept)).toBeNull();
});

test("is kept once for each ticket or incident", () => {
  expect(draftKeyOf({ kind: "ticket", number: 7 })).toBe("cause-ticket-7");
  expect(draftKeyOf({ kind: "incident", number: 7 })).toBe("cause-incident-7");
});
