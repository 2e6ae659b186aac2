import { describe, expect, test } from "vitest";
import { detailLines, lastCheck, ledgerBreak, ledgerSentence } from "@/lib/evidence/custody/rules";

const lines = (count: number, bad?: number) =>
  Array.from({ length: count }, (_, i) => ({ seq: i + 1, holds: i + 1 !== bad }));

describe("a ledger", () => {
  test("holds when every link does and the end is the one kept apart", () => {
    expect(ledgerBreak(lines(7), { seq: 7, same: true })).toBeNull();
    expect(ledgerSentence({ events: lines(7), broken: null })).toBe("Chain of custody intact: all 7 links are valid");
    expect(ledgerSentence({ events: lines(1), broken: null })).toBe("Chain of custody intact: the one link is valid");
  });

  test.each([
    [lines(7, 3), { seq: 7, same: true }, "The chain breaks at line 3 of 7 lines"],
    [lines(5), { seq: 7, same: false }, "Lines after number 5 are missing or were added outside the chain"],
    [lines(5), { seq: 5, same: false }, "Lines after number 5 are missing or were added outside the chain"],
    [lines(5), null, "Lines after number 5 are missing or were added outside the chain"],
    [[], { seq: 2, same: false }, "The ledger has no line at all"],
  ])("is broken and says where (%#)", (events, head, message) => {
    const broken = ledgerBreak(events, head);
    expect(ledgerSentence({ events, broken })).toBe(message);
  });
});

test("what a person said is named in a fixed order, and nothing else is", () => {
  expect(detailLines({ remarks: "Wet", to: "Det. Nkosi", from: "the client" })).toEqual([
    { name: "From", value: "the client" },
    { name: "To", value: "Det. Nkosi" },
    { name: "Remarks", value: "Wet" },
  ]);
});

test("the newest check of the bytes counts", () => {
  const at = new Date("2026-11-24T09:40:00Z");
  const line = (verified: boolean | null) => ({ action: "hashed" as const, at, verified });
  expect(lastCheck([])).toBeNull();
  expect(lastCheck([line(true), line(false)])?.same).toBe(false);
  expect(lastCheck([line(false), line(true)])?.same).toBe(true);
  expect(lastCheck([line(null)])?.same).toBe(true);
});
