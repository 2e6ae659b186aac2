import { describe, expect, test } from "vitest";
import { wholeOf, windowsOf } from "@/lib/packets/packets/asks/ranges";
import type { AskAct } from "@/lib/packets/packets/asks/types";

const act = (code: string, at: string, exact = true): AskAct => ({
  code,
  account: "A1",
  at: new Date(at),
  exact,
  zone: "Africa/Johannesburg",
});

describe("the time that logs are asked for", () => {
  test("runs from 24 hours before an act to 24 hours after it, on full hours outwards", () => {
    expect(windowsOf([act("I-1", "2026-09-29T19:14:00Z")])).toEqual([
      { from: "2026-09-28T19:00:00Z", to: "2026-09-30T20:00:00Z", acts: ["I-1"] },
    ]);
  });

  test("joins acts that are near, in whatever order they are recorded, and leaves distant ones apart", () => {
    const acts = [
      act("I-3", "2026-10-20T08:00:00Z"),
      act("I-2", "2026-10-03T08:00:00Z"),
      act("I-1", "2026-10-01T08:00:00Z"),
      act("I-4", "2026-10-23T09:00:00Z"),
    ];
    expect(windowsOf(acts)).toEqual([
      { from: "2026-09-30T08:00:00Z", to: "2026-10-04T08:00:00Z", acts: ["I-1", "I-2"] },
      { from: "2026-10-19T08:00:00Z", to: "2026-10-21T08:00:00Z", acts: ["I-3"] },
      { from: "2026-10-22T09:00:00Z", to: "2026-10-24T09:00:00Z", acts: ["I-4"] },
    ]);
  });

  test("takes the whole day, where it was, for an act of which only the day is known", () => {
    expect(windowsOf([act("I-1", "2026-10-01T10:00:00Z", false)])).toEqual([
      { from: "2026-09-29T22:00:00Z", to: "2026-10-02T22:00:00Z", acts: ["I-1"] },
    ]);
  });

  test("is none without an act, and one for a thread", () => {
    expect(windowsOf([])).toEqual([]);
    expect(wholeOf([])).toBeNull();
    const windows = windowsOf([act("I-1", "2026-10-01T08:00:00Z"), act("I-2", "2026-10-20T08:00:00Z")]);
    expect(wholeOf(windows)).toEqual({
      from: "2026-09-30T08:00:00Z",
      to: "2026-10-21T08:00:00Z",
      acts: ["I-1", "I-2"],
    });
  });
});
