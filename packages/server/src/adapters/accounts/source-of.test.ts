import { expect, test } from "vitest";
import { sourceOf } from "./source-of.ts";

test.each([
  ["192.0.2.7", "192.0.2.7", "192.0.2.7"],
  ["::ffff:192.0.2.7", "192.0.2.7", "192.0.2.7"],
  ["2001:db8:1:2:3:4:5:6", "2001:db8:1:2", "2001:db8:1"],
  ["2001:0DB8:0001:0002::9", "2001:db8:1:2", "2001:db8:1"],
  ["2001:db8::9", "2001:db8:0:0", "2001:db8:0"],
  ["fe80::1%eth0", "fe80:0:0:0", "fe80:0:0"],
  ["::1", "0:0:0:0", "0:0:0"],
])("T24 %s counts as %s in %s", (address, place, net) => {
  expect(sourceOf(address)).toEqual({ place, net });
});
