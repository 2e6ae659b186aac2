import { expect, test } from "vitest";
import { pickCodeName } from "@/lib/casework/clients/pick-code-name";

test("a code name is never one in use, also when all but one are, and has a number when all are", () => {
  const all = new Set<string>();
  for (let lot = 0; lot < 1000; lot++) all.add(pickCodeName(Uint8Array.of(lot >> 8, lot & 255), new Set()));
  expect(all.size).toBeGreaterThan(400);
  for (const name of all) expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  const [last = "", ...taken] = all;
  expect(pickCodeName(Uint8Array.of(7, 7), new Set(taken))).toBe(last);
  expect(pickCodeName(Uint8Array.of(0, 0), all)).toMatch(/ \d+$/);
});
