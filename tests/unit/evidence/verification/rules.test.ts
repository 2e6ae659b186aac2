import { describe, expect, test } from "vitest";
import { breakSentence, countWords } from "@/lib/evidence/verification/labels";
import { addReports, holds, nightOf, nights } from "@/lib/evidence/verification/rules";
import type { Break, Report } from "@/lib/evidence/verification/types";

const counts = { exhibits: 2, originals: 2, derivatives: 1, bytes: 900, lines: 5, tokens: 4 };
const found: Break = {
  kind: "original",
  exhibitId: "1",
  caseId: "2",
  caseCode: "CD-26-0012",
  exhibit: "E-03",
  what: "the stored file is gone",
};

describe("the nights", () => {
  test("thirty in a row are thirty different parts", () => {
    const days = Array.from({ length: nights }, (_, day) => nightOf(new Date(Date.UTC(2026, 10, 24 + day, 0, 30))));
    expect(new Set(days).size).toBe(30);
    expect(Math.min(...days)).toBe(0);
  });

  test("a night is the same from midnight to midnight UTC", () => {
    expect(nightOf(new Date("2026-11-24T00:00:00Z"))).toBe(nightOf(new Date("2026-11-24T23:59:59Z")));
  });
});

describe("reports", () => {
  test("add up, and the first break stays the first", () => {
    const broken: Report = { counts, broken: { original: { count: 2, first: found } } };
    const later: Report = { counts, broken: { original: { count: 1, first: { ...found, exhibit: "E-09" } } } };
    const sum = addReports([broken, { counts, broken: {} }, later]);
    expect(sum.counts.lines).toBe(15);
    expect(sum.broken.original).toEqual({ count: 3, first: found });
    expect(holds(sum)).toBe(false);
    expect(holds(addReports([]))).toBe(true);
  });

  test("say in words what there was and what is wrong", () => {
    expect(countWords(counts)).toBe("2 originals, 1 copy made from them, 5 ledger lines, 4 tokens");
    expect(breakSentence(found)).toBe("CD-26-0012, E-03: the stored file is gone");
  });
});
