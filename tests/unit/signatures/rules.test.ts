import { expect, test } from "vitest";
import { daysLeft, endState, groupFingerprint } from "@/lib/signatures/rules";

test("a fingerprint is read aloud in sixteen groups of four", () => {
  const groups = groupFingerprint("0123456789abcdef".repeat(4));
  expect(groups).toHaveLength(16);
  expect(groups.slice(0, 5)).toEqual(["0123", "4567", "89AB", "CDEF", "0123"]);
});

test("the end of a certificate is announced from 60 days before it", () => {
  const until = new Date("2027-03-01T12:00:00Z");
  expect(endState(until, new Date("2026-12-31T12:00:00Z"))).toBe("far");
  expect(endState(until, new Date("2026-12-31T12:00:01Z"))).toBe("soon");
  expect(endState(until, until)).toBe("soon");
  expect(endState(until, new Date("2027-03-01T12:00:01Z"))).toBe("over");
  expect(daysLeft(until, new Date("2027-02-27T12:00:01Z"))).toBe(1);
});
