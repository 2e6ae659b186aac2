import { describe, expect, test } from "vitest";
import { countsAsIssued, nearKeys, nearness, readReference } from "@/lib/casework/references/rules";
import { findReferenceKind } from "@/lib/law/jurisdictions/rules";

const today = "2026-11-24";
const odd = (kind: string, raw: string, more: object = {}) =>
  readReference(kind, raw, { today, ...more })?.warnings.map((warning) => warning.code);
const kindOf = (key: string) => {
  const kind = findReferenceKind(key);
  if (!kind) throw new Error(key);
  return kind;
};

describe("what looks odd", () => {
  test.each([
    ["cas", "Sea Point CAS 1/13/2026", ["month"]],
    ["cas", "CAS 1/13/2026", ["month", "no_station"]],
    ["cas", "Sea Point OB 1/1/2026", ["not_this_kind"]],
    ["ob", "Sea Point CAS 1/1/2026", ["looks_like_other"]],
    ["ic3", "Sea Point CAS 123/1/2026", ["looks_like_other"]],
    ["cas", "they will send it", ["no_number"]],
    ["ic3", "a".repeat(65), ["too_long"]],
    ["protection_order_application", "Application No 1187/2026", []],
    ["protection_order_application", "H1187/2026", []],
    ["protection_order_application", "1187 of Tuesday", ["unusual"]],
    ["protection_order_application", "1187/2031", ["future"]],
    ["court_case", "A123/2026", []],
    ["court_case", "SH7 of the regional court", []],
    ["court_case", "A0/2026", ["zero"]],
    ["court_case", "A1/2026 and A22/2026", ["several"]],
    ["stopncii", "my pin is 993311", ["secret"]],
    ["platform_report", "anything-1", []],
  ])("%s %j: %j", (kind, raw, codes) => {
    expect(odd(kind, raw)).toEqual(codes);
  });

  test("emptiness is nothing at all, and so is an unknown kind", () => {
    for (const raw of ["", "  ", "--"]) expect(readReference("cas", raw, { today })).toBeNull();
    expect(readReference("spell", "1", { today })).toBeNull();
  });

  test("what does not read is kept as it is, and is found by the numbers in it", () => {
    const read = readReference("cas", "Sea Point  OB 12/4/2026 page 3", { today });
    expect(read).toMatchObject({ canonical: "Sea Point OB 12/4/2026 page 3", station: null });
    expect(read?.keys).toContain("12/4/2026");
  });

  test("equal ids of two platforms are two numbers", () => {
    const canonical = (issuer: string | null) => readReference("platform_report", "881", { today, issuer })?.canonical;
    expect(canonical("Instagram")).toBe(canonical(" instagram "));
    expect(canonical("Instagram")).not.toBe(canonical("TikTok"));
    expect(canonical(null)).toBe("881");
  });
});

test("a kept text that is no number satisfies no step", () => {
  expect(countsAsIssued({ state: "issued", warnings: [] })).toBe(true);
  expect(countsAsIssued({ state: "issued", warnings: ["month", "near"] })).toBe(true);
  expect(countsAsIssued({ state: "issued", warnings: ["not_this_kind"] })).toBe(false);
  expect(countsAsIssued({ state: "issued", warnings: ["no_number"] })).toBe(false);
  expect(countsAsIssued({ state: "not_yet_issued" })).toBe(false);
});

describe("nearly the same", () => {
  const mine = "Sea Point CAS 123/4/2026";
  test.each([
    ["Sea Point CAS 123/4/2026", null],
    ["Sea Point CAS 123/5/2026", "other_month"],
    ["Sea Point CAS 124/4/2026", "one_digit"],
    ["Sea Point CAS 132/4/2026", "swapped"],
    ["Camps Bay CAS 123/4/2026", "other_station"],
    ["Sea Point CAS 123/4/2025", null],
    ["Sea Point CAS 1234/4/2026", null],
    ["Sea Point CAS 321/4/2026", null],
    ["Camps Bay CAS 124/4/2026", null],
  ])("%s: %s", (other, how) => {
    expect(nearness(kindOf("cas"), mine, other)).toBe(how);
  });

  test.each([
    ["I2610150000000142", "I2610150000000143", "one_digit"],
    ["I2610150000000142", "I2610150000000124", "swapped"],
    ["4412", "4413", null],
    ["TIKTOK:881", "INSTAGRAM:881", "other_issuer"],
  ])("%s and %s: %s", (a, b, how) => {
    expect(nearness(kindOf("platform_report"), a, b)).toBe(how);
  });

  test("every near number is among the keys that are looked up, and they are bounded", () => {
    const read = readReference("cas", mine, { today });
    const keys = nearKeys(kindOf("cas"), mine, read?.keys ?? []);
    for (const other of ["123/5/2026", "124/4/2026", "132/4/2026"]) expect(keys).toContain(`SEAPOINT:CAS:${other}`);
    expect(keys).toContain("CAS:123/4/2026");
    expect(nearKeys(kindOf("ic3"), "1".repeat(64), ["1".repeat(64)]).length).toBeLessThanOrEqual(240);
  });
});
