import { describe, expect, test } from "vitest";
import { dueAt, isDue, opensslLine, stateOf, summaryOf, tokenFileName } from "@/lib/evidence/timestamps/rules";
import { askProblems, tokenProblems } from "@/lib/platform/tsa/problems";

const triedAt = new Date("2026-11-24T10:00:00Z");
const minutesUntil = (state: "pending" | "refused" | "held", tries: number) => {
  const due = dueAt({ state, tries, lastTriedAt: triedAt });
  return due ? (due.getTime() - triedAt.getTime()) / 60_000 : null;
};

describe("When an authority is asked again", () => {
  test("soon at first, then hourly without end; a day after a refusal; never when it is held", () => {
    expect([1, 2, 3, 4, 5, 500].map((tries) => minutesUntil("pending", tries))).toEqual([1, 5, 20, 60, 60, 60]);
    expect([1, 9].map((tries) => minutesUntil("refused", tries))).toEqual([1440, 1440]);
    expect(minutesUntil("held", 1)).toBeNull();
  });

  test("one that was not asked yet may be asked at once", () => {
    expect(isDue({ state: "pending", tries: 0, lastTriedAt: null }, triedAt)).toBe(true);
    expect(isDue({ state: "pending", tries: 1, lastTriedAt: triedAt }, new Date("2026-11-24T10:00:59Z"))).toBe(false);
    expect(isDue({ state: "pending", tries: 1, lastTriedAt: triedAt }, new Date("2026-11-24T10:01:00Z"))).toBe(true);
    expect(isDue({ state: "held", tries: 1, lastTriedAt: triedAt }, new Date("2030-01-01T00:00:00Z"))).toBe(false);
  });
});

test("What gave nothing stays pending; what was looked at and not believed is refused", () => {
  expect(askProblems.map(stateOf)).toEqual(askProblems.map(() => "pending"));
  expect(tokenProblems.map(stateOf)).toEqual(tokenProblems.map(() => "refused"));
});

test("How an exhibit stands on a list", () => {
  expect(summaryOf([])).toBe("none_set_up");
  expect(summaryOf(["held", "held"])).toBe("held");
  expect(summaryOf(["held", "pending"])).toBe("partly");
  expect(summaryOf(["pending", "refused"])).toBe("pending");
  expect(summaryOf(["refused"])).toBe("refused");
});

test("The line for openssl can be pasted into a shell as it is", () => {
  const file = tokenFileName("E-01", "time.example:3161");
  expect(file).toBe("E-01-time.example_3161.tst");
  const line = opensslLine({ file, sha256: "ab".repeat(32), genTime: new Date("2026-11-24T10:00:00.900Z") });
  expect(line).toMatch(/^[\w .-]+$/);
  expect(line).toContain("-attime 1795514400");
});
