import { describe, expect, test } from "vitest";
import { letterCode, readStepValue, stepChoices, stepValue } from "@/lib/escalation/letters/rules";
import { findPlaybook, houseLaw } from "@/lib/law/jurisdictions/rules";
import { firstDay } from "@/tests/unit/escalation/ladder/facts";

describe("letters", () => {
  test("are named by their direction and number", () => {
    expect([letterCode("in", 1), letterCode("out", 12)]).toEqual(["IN-1", "OUT-12"]);
  });

  test("name a step, or one report of it", () => {
    for (const [stepKey, part] of [
      ["dpci", undefined],
      ["platform-reports", "x"],
    ] as const)
      expect(readStepValue(stepValue(stepKey, part ?? ""))).toEqual({ stepKey, part });
    expect(readStepValue(null)).toEqual({ stepKey: null, part: undefined });
  });

  test("may be about every step of the playbook, each report of a step by itself", () => {
    const playbook = findPlaybook("ZA-US");
    if (!playbook) throw new Error("no playbook");
    const facts = firstDay({
      platforms: [
        { key: "x", since: null },
        { key: "reddit", since: null },
      ],
    });
    const moment = { today: "2026-11-24", now: null, zone: playbook.home.zone };
    const choices = stepChoices({ playbook, facts, law: houseLaw, moment }).map(({ value }) => value);
    expect(choices).toHaveLength(Object.keys(playbook.steps).length + 1);
    expect(choices).toContain("platform-reports|reddit");
  });
});
