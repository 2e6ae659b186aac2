import { describe, expect, test } from "vitest";
import { findOffence, houseLaw, inForceOn, type Law, offencesOn } from "@/lib/law/jurisdictions/rules";
import { computeForce } from "@/lib/law/provisions/compute-force";
import { layOver } from "@/lib/law/provisions/rules";

function stands(key: string, day: string, law: Law = houseLaw): boolean {
  const offence = findOffence(key, law);
  if (!offence) throw new Error(`no offence ${key}`);
  return inForceOn(offence, day);
}

describe("law on the day of an act", () => {
  test.each([
    ["za-cca-16", "2021-11-30", false],
    ["za-cca-16", "2021-12-01", true],
    ["za-cca-15", "2021-11-30", false],
    ["za-cca-15", "2021-12-01", true],
    ["us-223h", "2025-05-18", false],
    ["us-223h", "2025-05-19", true],
  ])("%s on %s: %s", (key, day, expected) => {
    expect(stands(key, day)).toBe(expected);
    const offence = findOffence(key);
    const picked = offencesOn(offence?.jurisdiction ?? "", day).map((listed) => listed.key);
    expect(picked.includes(key)).toBe(expected);
  });

  test.each(["2020-01-01", "2021-12-01", "2026-11-24", "2099-01-01"])("ss 20 to 23 are refused on %s", (day) => {
    const named = [...houseLaw.offences, ...houseLaw.remedies].filter((offence) =>
      /Cybercrimes Act.* ss? 20\b/.test(offence.citation),
    );
    expect(named.length).toBeGreaterThan(0);
    for (const offence of named) expect(computeForce(offence, day).refused).toMatch(/No charge, document or packet/);
    expect(offencesOn("ZA", day).filter((offence) => named.some((out) => out.key === offence.key))).toEqual([]);
  });

  test("an administrator's date moves the boundary for their own law alone", () => {
    const row = {
      part: "offence" as const,
      key: "us-223h",
      version: 1,
      change: { inForceFrom: "2025-06-01" },
      source: "Register",
      mark: "V",
      checkedOn: "2026-11-24",
      reason: "Read again.",
    };
    const { law } = layOver(houseLaw, [row], []);
    expect(stands("us-223h", "2025-05-31", law)).toBe(false);
    expect(stands("us-223h", "2025-06-01", law)).toBe(true);
    expect(stands("us-223h", "2025-05-31")).toBe(true);
  });
});
