import { expect, test } from "vitest";
import { createCrossings } from "./crossings.ts";

const at = (usage: Parameters<ReturnType<typeof createCrossings>>[0][number]["usage"], number = 4182) => [
  { number, subject: "Restore stops", usage },
];

test("80 %, the last hour and late are each said once, half is not", () => {
  const look = createCrossings();
  const said = (["half", "half", "four-fifths", "four-fifths", "last-hour", "late", "late"] as const).map(
    (usage) => look(at(usage)).map((one) => one.usage),
  );
  look(at(null));
  expect(said).toEqual([[], [], ["four-fifths"], [], ["last-hour"], ["late"], []]);
});

test("what had passed before one looked is no news, also in the other order of marks", () => {
  const look = createCrossings();
  expect(look(at("last-hour"))).toEqual([]);
  expect(look(at("four-fifths"))).toEqual([]);
  expect(look(at("late")).map(({ usage }) => usage)).toEqual(["late"]);
});

test("each ticket has marks of its own", () => {
  const look = createCrossings();
  look([...at(null), ...at(null, 7)]);
  expect(look([...at("late"), ...at("four-fifths", 7)]).map(({ number, usage }) => [number, usage])).toEqual([
    [4182, "late"],
    [7, "four-fifths"],
  ]);
});
