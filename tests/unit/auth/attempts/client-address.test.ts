import { describe, expect, test } from "vitest";
import { networkOf } from "@/lib/platform/network/network";

describe("the network of a request", () => {
  test.each([
    ["203.0.113.9", 0, "203.0.113.9"],
    ["198.51.100.1, 203.0.113.9", 1, "203.0.113.9"],
    ["198.51.100.1, 203.0.113.9, 192.0.2.5", 2, "203.0.113.9"],
    ["203.0.113.9", 2, null],
    ["203.0.113.9:51234", 1, "203.0.113.9"],
    ["::ffff:203.0.113.9", 0, "203.0.113.9"],
    ["2001:db8:1:2:3:4:5:6", 1, "2001:db8:1:2::/64"],
    ["2001:db8:1:2::9", 1, "2001:db8:1:2::/64"],
    ["[2001:DB8:1:2::9]:443", 1, "2001:db8:1:2::/64"],
    ["2001:db8::9", 1, "2001:db8:0:0::/64"],
    ["fe80::1%eth0", 1, "fe80:0:0:0::/64"],
    ["127.0.0.1", 0, null],
    ["::1", 0, null],
    ["unknown", 1, null],
    ["' or 1=1", 1, null],
    [null, 0, null],
  ])("%s behind %i proxies is %s", (chain, hops, network) => expect(networkOf(chain, hops)).toBe(network));

  test("what a stranger wrote before the proxies' own part changes nothing", () => {
    for (const forged of ["10.0.0.1", "2001:db8::1", "x", "1.1.1.1, 2.2.2.2, 3.3.3.3"])
      expect(networkOf(`${forged}, 203.0.113.9`, 1)).toBe("203.0.113.9");
  });
});
