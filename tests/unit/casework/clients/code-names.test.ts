import { expect, test } from "vitest";
import { codeNameFrom } from "@/lib/casework/clients/code-names";

test("a code name is never one in use, also when all but one are, and has a number when all are", () => {
  const all = new Set<string>();
  for (let first = 0; first < 256; first++)
    for (let second = 0; second < 256; second++) all.add(codeNameFrom(Uint8Array.of(first, second), new Set()));
  expect(all.size).toBeGreaterThan(400);
  for (const name of all) expect(name).toMatch(/^[A-Z][a-z]+ [A-Z][a-z]+$/);
  const [last = "", ...taken] = all;
  expect(codeNameFrom(Uint8Array.of(7, 7), new Set(taken))).toBe(last);
  expect(codeNameFrom(Uint8Array.of(0, 0), all)).toMatch(/ \d+$/);
});
