import { expect, test } from "vitest";
import { tongueOf } from "./locale.ts";

test("the first wanted language that the catalogue speaks wins, with its region for dates", () => {
  expect(tongueOf(["fr-FR", "de-AT", "en-US"])).toEqual({ locale: "de", tag: "de-AT" });
});

test("English without a region is British, whose order our own sentences follow", () => {
  expect(tongueOf(["en"])).toEqual({ locale: "en", tag: "en-GB" });
});

test("nothing that we speak, or nonsense, gives English", () => {
  expect(tongueOf(["fr"])).toEqual({ locale: "en", tag: "en-GB" });
  expect(tongueOf(["de_bad tag", ""])).toEqual({ locale: "en", tag: "en-GB" });
});
