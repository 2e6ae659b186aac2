import { describe, expect, test } from "vitest";
import {
  branchOf,
  missingOf,
  placeOf,
  refusableSteps,
  rungDue,
  rungsAbove,
  sinceOf,
} from "@/lib/escalation/refusals/rules";
import { findPlaybook, newestPlaybooks } from "@/lib/law/jurisdictions/rules";

const found = findPlaybook("ZA-US");
if (!found) throw new Error("no playbook");
const playbook = found;
const moment = { today: "2026-12-17", now: null, zone: playbook.home.zone };
const refusedAt = new Date("2026-12-15T22:30:00Z");
const standing = { refusedAt, zone: "Africa/Johannesburg", rungSince: null };
const rung = (key: string) => {
  const route = branchOf(playbook, "csc-report")?.rungs?.find((candidate) => candidate.key === key);
  if (!route) throw new Error(`no rung ${key}`);
  return route;
};

describe("the rungs of a complaint", () => {
  test("a complaint is about a body of the step; where the data knows none above it, there are no rungs", () => {
    const climbs = (key: string) => branchOf(playbook, key)?.key ?? null;
    expect(["csc-report", "detective", "refusal-branch"].map(climbs)).toEqual(Array(3).fill("refusal-branch"));
    expect(["us-police-report", "interpol", "mla-request", "nowhere", "constructor"].map(climbs)).toEqual(
      Array(5).fill(null),
    );
  });

  test("every step at which somebody may refuse says what to do then", () => {
    for (const pair of newestPlaybooks()) {
      for (const step of refusableSteps(pair)) expect(step.ifRefused, `${pair.pair} ${step.key}`).not.toBe("");
    }
  });

  test("the day of the refusal is the day on the wall of its zone", () => {
    expect(sinceOf(standing)).toBe("2026-12-16");
    expect(sinceOf({ ...standing, rungSince: "2026-12-17" })).toBe("2026-12-17");
  });

  test("each rung has its own time, by its own calendar; where none is set there is none", () => {
    const since = { ...standing, rungSince: "2026-12-14" };
    // 16 December is a holiday at home, so three working days from Monday 14 end on Friday 18.
    expect(rungDue(since, rung("station-commander"), moment)).toMatchObject({ dueOn: "2026-12-18", kind: "D" });
    expect(rungDue(since, rung("cluster-province"), moment)).toMatchObject({ dueOn: "2026-12-21", kind: "D" });
    expect(rungDue(since, rung("national-complaints"), moment)).toMatchObject({ dueOn: "2026-12-28", kind: "D" });
    expect(rungDue(since, rung("civilian-secretariat"), moment)).toMatchObject({ dueOn: "2026-12-22", kind: "L" });
    expect(rungDue(since, rung("later"), moment)).toBeNull();
  });

  test("a refusal goes up, never down", () => {
    const rungs = branchOf(playbook, "csc-report")?.rungs ?? [];
    expect(rungsAbove(rungs, "ipid").map((route) => route.key)).toEqual(["later"]);
    expect(rungsAbove(rungs, "later")).toEqual([]);
  });

  test("a step that nobody can refuse is no place for one", () => {
    expect(() => placeOf(playbook, "safe-contact", null)).toThrow();
    expect(() => placeOf(playbook, "constructor", null)).toThrow();
    expect(placeOf(playbook, "csc-report", null).rung?.key).toBe("shift-commander");
    expect(placeOf(playbook, "us-police-report", null)).toMatchObject({ branch: null, rung: null });
    expect(() => placeOf(playbook, "us-police-report", "ipid")).toThrow();
    expect(placeOf(playbook, "csc-report", "ipid").rung?.key).toBe("ipid");
  });

  test("what a complaint lacks is said in words", () => {
    expect(missingOf({ officer: "x", forceNumber: null, words: "y", proof: null })).toEqual([
      "the force number",
      "any proof",
    ]);
  });
});
