import { describe, expect, test } from "vitest";
import { floorOf, isBelow, suggestRisk } from "@/lib/casework/safety/risk/rules";
import { riskLevels, riskQuestions } from "@/lib/law/jurisdictions/common/risk-questions";

const keys = (questions: readonly { key: string }[]) => questions.map(({ key }) => key);

describe("what the answers about risk suggest", () => {
  test("nothing answered: standard, and all is not known", () => {
    expect(suggestRisk({}, null)).toMatchObject({ points: 0, level: "standard", reasons: [] });
    expect(suggestRisk({}, null).unknown).toHaveLength(riskQuestions.length);
  });

  test("points raise it step by step, and the reasons stand by their weight", () => {
    const some = suggestRisk({ others: "yes", worse: "yes", "goes-on": "yes", published: "no" }, null);
    expect(some).toMatchObject({ points: riskLevels.elevated, level: "elevated" });
    expect(keys(some.reasons)).toEqual(["worse", "others", "goes-on"]);
    expect(keys(some.unknown)).not.toContain("published");
    const more = { others: "yes", worse: "yes", knows: "yes", watches: "yes", published: "yes" } as const;
    expect(suggestRisk(more, null)).toMatchObject({ points: riskLevels.high, level: "high" });
  });

  test("one answer can be enough alone, and stands first", () => {
    const one = suggestRisk({ weapon: "yes", threat: "yes" }, null);
    expect(one.level).toBe("high");
    expect(keys(one.reasons)).toEqual(["threat", "weapon"]);
    expect(suggestRisk({ choked: "yes" }, null)).toMatchObject({ points: 3, level: "high" });
  });

  test("never below what a person decided about danger", () => {
    const serious = floorOf(false, "serious");
    expect([suggestRisk({}, serious).level, suggestRisk({ threat: "yes" }, serious).level]).toEqual([
      "elevated",
      "high",
    ]);
    expect(suggestRisk({}, floorOf(true, "none")).level).toBe("high");
    expect([isBelow("standard", serious), isBelow("elevated", serious), isBelow("standard", null)]).toEqual([
      true,
      false,
      false,
    ]);
    expect([floorOf(false, "none"), floorOf(false, undefined)]).toEqual([null, null]);
  });
});
