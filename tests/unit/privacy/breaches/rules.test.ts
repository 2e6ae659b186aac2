import { describe, expect, test } from "vitest";
import { alarmsOf, noticeState } from "@/lib/privacy/breaches/rules";

describe("a breach", () => {
  test("reminds after 24 and 72 hours from when it was found out", () => {
    const found = new Date("2026-11-24T10:00:00Z");
    expect(alarmsOf(found, new Date("2026-11-25T10:00:00Z"))).toEqual([
      { hours: 24, at: new Date("2026-11-25T10:00:00Z"), passed: true },
      { hours: 72, at: new Date("2026-11-27T10:00:00Z"), passed: false },
    ]);
  });

  test("a review counts for the safe contact that it was made against", () => {
    const notice = { words: "x", reviewedAt: new Date("2026-11-24T10:00:00Z"), reviewedEdition: 2, sentOn: null };
    expect(noticeState({ ...notice, words: null }, 2)).toBe("listed");
    expect(noticeState({ ...notice, reviewedAt: null }, 2)).toBe("drafted");
    expect(noticeState(notice, 2)).toBe("reviewed");
    expect(noticeState(notice, 3)).toBe("stale");
    expect(noticeState({ ...notice, sentOn: "2026-11-24" }, 3)).toBe("sent");
  });
});
