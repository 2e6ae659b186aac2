import { expect, test } from "vitest";
import { addressFrom, blockOf, readAddress } from "@/lib/auth/enquiries/rules";

test("an address is ten signs without a vowel, and is read however it was typed", () => {
  const address = addressFrom(Uint8Array.from({ length: 32 }, (_, at) => at * 37));
  expect(address).toMatch(/^[2-9bcdfghjkmnp-tv-z]{10}$/);
  expect(readAddress(` ${address.slice(0, 5).toUpperCase()}-${address.slice(5)} `)).toBe(address);
});

test.each([
  ["203.0.113.7", "203.0.113.7"],
  ["2001:db8:77:1::/64", "2001:db8:77::/48"],
  ["unknown", "unknown"],
])("%s counts as %s", (network, block) => {
  expect(blockOf(network)).toBe(block);
});
