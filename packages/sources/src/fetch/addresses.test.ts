import { describe, expect, test } from "vitest";
import { isPublic, mayConnect, mayUsePort } from "./addresses.ts";

describe("an address that is not of the public internet", () => {
  test.each([
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "0.1.2.3",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",
    "169.254.0.1",
    "100.64.0.1",
    "100.100.100.200",
    "192.0.0.192",
    "198.18.0.1",
    "203.0.113.7",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "168.63.129.16",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:8.8.8.8",
    "64:ff9b::7f00:1",
    "64:ff9b:1::7f00:1",
    "2002:7f00:1::",
    "2001:0:7f00:1::",
    "fe80::1",
    "fec0::1",
    "fc00::1",
    "fd00:ec2::254",
    "ff02::1",
    "2001:db8::1",
    "100::1",
    "5f00::1",
    "",
    "localhost",
    "1",
    "example.com",
  ])("such as «%s» is refused", (address) => {
    expect(isPublic(address)).toBe(false);
  });

  test.each(["8.8.8.8", "1.1.1.1", "172.15.0.1", "172.32.0.1", "2606:4700::1111", "2a00:1450:4001::64"])(
    "unlike %s",
    (address) => {
      expect(isPublic(address)).toBe(true);
    },
  );
});

describe("what an operator allows", () => {
  test.each([
    ["a name", "docs.inside", "10.0.0.5", ["docs.inside"]],
    ["a name, however it is written", "Docs.Inside.", "10.0.0.5", ["docs.inside:8080"]],
    ["an address", "10.0.0.5", "10.0.0.5", ["10.0.0.5"]],
    ["an address behind any name", "anything", "10.0.0.5", ["10.0.0.5"]],
    ["an address of IPv6", "::1", "::1", ["[::1]:8080"]],
    ["a range", "10.1.2.3", "10.1.2.3", ["10.0.0.0/8"]],
    ["an address that comes in IPv6's clothes", "::ffff:10.0.0.5", "::ffff:10.0.0.5", ["10.0.0.5"]],
    ["the machine's own address, by itself", "169.254.169.254", "169.254.169.254", ["169.254.169.254"]],
  ])("%s may be connected to", (_, name, address, allowed) => {
    expect(mayConnect(name, address, [])).toBe(false);
    expect(mayConnect(name, address, allowed)).toBe(true);
  });

  test.each([
    ["another name", "docs.inside", "10.0.0.5", ["wiki.inside"]],
    ["a name that ends alike", "evil-docs.inside", "10.0.0.5", ["docs.inside"]],
    ["an address outside of the range", "11.0.0.1", "127.0.0.1", ["10.0.0.0/8"]],
    ["the cloud's own address behind an allowed name", "docs.inside", "169.254.169.254", ["docs.inside"]],
    ["the cloud's own address within a range", "x", "169.254.169.254", ["169.254.0.0/16"]],
  ])("does not open %s", (_, name, address, allowed) => {
    expect(mayConnect(name, address, allowed)).toBe(false);
  });

  test("a port besides the web's only where it stands beside the host", () => {
    expect(mayUsePort("example.com", 443, [])).toBe(true);
    expect(mayUsePort("example.com", 22, [])).toBe(false);
    expect(mayUsePort("docs.inside", 8080, ["docs.inside"])).toBe(false);
    expect(mayUsePort("docs.inside", 8080, ["docs.inside:8080"])).toBe(true);
    expect(mayUsePort("docs.inside", 8081, ["docs.inside:8080"])).toBe(false);
    expect(mayUsePort("[::1]", 8080, ["[::1]:8080"])).toBe(true);
  });
});
