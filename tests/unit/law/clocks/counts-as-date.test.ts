import { expect, test } from "vitest";
import { countsAsDate } from "@/lib/law/clocks/rules";
import { sampleClock } from "@/tests/support/sample-clock";

test.each([
  ["what is still to come", { state: "running", daysLeft: 3 }, true],
  ["what is due today", { state: "soon", daysLeft: 0 }, true],
  ["what is late on a step", { state: "overdue", daysLeft: -4 }, true],
  ["a look at the evidence that is late", { key: "case:T-EVID", kind: "D", state: "overdue", daysLeft: -4 }, true],
  ["a time bar that is over", { key: "case:T-IR-3Y", kind: "L", state: "overdue", daysLeft: -4 }, false],
  ["a time bar to come", { key: "case:T-IR-3Y", kind: "L", state: "running", daysLeft: 400 }, true],
  ["a day from which something is allowed, once it has come", { state: "running", daysLeft: -1 }, false],
  ["what stands still", { state: "paused", daysLeft: 5 }, false],
] as const)("%s: %j counts as a date of the case: %s", (_, change, counts) => {
  expect(countsAsDate(sampleClock(change))).toBe(counts);
});
