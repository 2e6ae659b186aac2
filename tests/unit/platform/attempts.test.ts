import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { attemptKinds, attemptTotals, noteAttempt } from "@/lib/platform/attempts";

type Line = { attempt: string; count: number };
let lines: Line[];
const write = (line: Line) => void lines.push(line);

/** Other files of this process may have been refused something meanwhile. */
const kept = globalThis as { crossdocketAttempts?: unknown };

beforeEach(() => {
  kept.crossdocketAttempts = undefined;
  vi.useFakeTimers();
  lines = [];
});
afterEach(() => {
  vi.advanceTimersByTime(120_000);
  vi.useRealTimers();
});

describe("attempts that belong to no organisation", () => {
  test("the first is logged at once, and ten thousand more of the minute as one line", () => {
    const before = attemptTotals().foreign_origin;
    for (let n = 0; n < 10_001; n += 1) noteAttempt("foreign_origin", write);
    expect(lines).toEqual([{ attempt: "foreign_origin", count: 1 }]);
    vi.advanceTimersByTime(60_000);
    expect(lines.slice(1)).toEqual([{ attempt: "foreign_origin", count: 10_000 }]);
    expect(attemptTotals().foreign_origin - before).toBe(10_001);
  });

  test("who goes on for an hour makes one line a minute; after a quiet minute the next is logged at once again", () => {
    for (let second = 0; second < 3_600; second += 1) {
      noteAttempt("budget_empty", write);
      vi.advanceTimersByTime(1_000);
    }
    expect(lines.length).toBeLessThanOrEqual(62);
    expect(lines.reduce((sum, { count }) => sum + count, 0)).toBeGreaterThan(3_500);
    vi.advanceTimersByTime(120_000);
    const before = lines.length;
    noteAttempt("budget_empty", write);
    expect(lines.slice(before)).toEqual([{ attempt: "budget_empty", count: 1 }]);
  });

  test("each kind is counted by itself, and a line says the kind and a number, nothing else", () => {
    for (const kind of attemptKinds) noteAttempt(kind, write);
    expect(lines.map(({ attempt }) => attempt)).toEqual([...attemptKinds]);
    for (const line of lines) expect(Object.keys(line).toSorted()).toEqual(["attempt", "count"]);
  });
});
