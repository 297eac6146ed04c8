import { expect, test } from "vitest";
import { isNamedZone, isZone } from "./zone.ts";

test.for([
  ["Europe/Berlin", true, true],
  ["UTC", true, true],
  ["+02:00", true, false],
  ["-0530", true, false],
  ["Mars/Olympus", false, false],
  ["", false, false],
] as const)("the zone %j: known %j, a name %j", ([name, known, named]) => {
  expect([isZone(name), isNamedZone(name)]).toEqual([known, named]);
});
