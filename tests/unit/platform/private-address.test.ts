import { expect, test } from "vitest";
import { isPrivateAddress } from "@/lib/platform/network/network";

test("an address of one's own network says nothing outside it, and any other may be told to a provider", () => {
  const own = ["10.1.1.5", "172.16.0.1", "172.31.255.255", "192.168.1.20", "127.0.0.1", "169.254.0.9", "100.64.0.1"];
  const own6 = ["::1", "fd00::1", "fe80::1"];
  const others = ["76.183.22.9", "172.32.0.1", "192.0.2.7", "203.0.113.9", "2001:db8::1", "not an address"];
  expect([...own, ...own6].filter((value) => !isPrivateAddress(value))).toEqual([]);
  expect(others.filter(isPrivateAddress)).toEqual([]);
});
