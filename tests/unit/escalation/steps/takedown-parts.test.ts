import { describe, expect, test } from "vitest";
import { evaluateLadder } from "@/lib/escalation/ladder/rules";
import type { LadderFacts } from "@/lib/escalation/ladder/types";
import type { TakedownFact } from "@/lib/escalation/steps/types";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { firstDay } from "@/tests/unit/escalation/ladder/facts";

const playbook = findPlaybook("ZA-US");
if (!playbook) throw new Error("no playbook");

const item = (no: number, change: Partial<TakedownFact> = {}): TakedownFact => ({
  id: `item-${no}`,
  code: `TD-${no}`,
  platform: "instagram",
  state: "to_report",
  natures: [],
  reportedOn: null,
  reportedAt: null,
  noticeOn: null,
  noticeAt: null,
  lastOn: null,
  refusedOn: null,
  appealBy: null,
  endedOn: null,
  referenceIds: [],
  ...change,
});
const sent = (on: string) => ({ state: "reported" as const, reportedOn: on, lastOn: on });
const counts = { exhibits: 3, incidents: 2, subjectsWithAccountId: 2 };
const instagram = [{ key: "instagram", since: "2026-11-01" }];

function look(change: Partial<LadderFacts>, stepKey = "platform-reports") {
  const facts = firstDay({ safeContactRecorded: true, counts, platforms: instagram, ...change });
  const view = evaluateLadder(playbook as NonNullable<typeof playbook>, facts, "2026-11-24");
  const cards = view.levels.flatMap((level) => level.rows.flatMap((row) => [row.home, row.there]));
  const step = cards.find((card) => card?.key === stepKey);
  const clocks = view.clocks.filter((clock) => clock.stepKey === stepKey);
  return { step, clocks, said: step?.parts.map(({ name, word }) => `${name}: ${word}`) };
}

describe("a step whose reports are on the take-down list", () => {
  test("takes its state from the items, and asks for no other report to their platform", () => {
    const { said, step } = look({ takedowns: [item(1, sent("2026-11-22")), item(2)] });
    expect(said).toEqual(["Instagram, TD-1: Reported 22 Nov", "Instagram, TD-2: To report"]);
    expect(step?.fact.before).toBe("1 to report, 1 reported");
    const over = { state: "removed" as const, endedOn: "2026-11-23" };
    expect(look({ takedowns: [item(1, over), item(2, { ...over, state: "closed" })] }).step).toMatchObject({
      status: "done",
      fact: { before: "1 removed, 1 closed" },
    });
  });

  test("goes on with what was recorded on the step before there was a list", () => {
    const earlier = { stepKey: "platform-reports", part: "instagram", state: "submitted" as const };
    const { said } = look({
      takedowns: [item(1)],
      steps: [{ ...earlier, submittedOn: "2026-11-20", lastContactOn: "2026-11-20" }],
    });
    expect(said).toEqual(["Instagram, TD-1: To report", expect.stringMatching(/^Instagram, no number: /)]);
  });

  test("a number of an item is no other report", () => {
    const number = {
      id: "r-1",
      kind: "platform_report",
      state: "issued" as const,
      display: "IG-1",
      platform: { key: "instagram", name: "Instagram" },
    };
    const { step } = look({
      references: [number],
      takedowns: [item(1, { ...sent("2026-11-23"), referenceIds: ["r-1"] })],
    });
    expect(step?.parts).toMatchObject([{ key: "item-1", number: "IG-1", referenceId: "r-1" }]);
  });

  test("the next look is due by the acts that the item is about, not by others of the case", () => {
    const natures = ["insult", "threat_violence"];
    const { clocks } = look({
      natures,
      takedowns: [
        item(1, { ...sent("2026-11-23"), natures: ["insult"] }),
        item(2, { ...sent("2026-11-23"), natures: ["threat_violence"] }),
        item(3, sent("2026-11-23")),
      ],
    });
    expect(clocks.map(({ about, dueOn }) => [about, dueOn]).toSorted()).toEqual([
      ["Instagram, TD-1", "2026-11-26"],
      ["Instagram, TD-2", "2026-11-24"],
      ["Instagram, TD-3", "2026-11-24"],
    ]);
  });

  test("only items with a TAKE IT DOWN notice are on its step, each with its own 48 hours", () => {
    const traits = ["intimate_images"];
    const notice = { ...sent("2026-11-23"), noticeOn: "2026-11-23", noticeAt: new Date("2026-11-23T08:00:00Z") };
    const { said, clocks } = look(
      { traits, takedowns: [item(1, notice), item(2, sent("2026-11-23"))] },
      "take-it-down",
    );
    expect(said).toEqual(["Instagram, TD-1: Reported 23 Nov"]);
    expect(clocks.map(({ code, dueOn }) => [code, dueOn])).toEqual([["T-TIDA", "2026-11-25"]]);
    const whole = { stepKey: "take-it-down", state: "submitted" as const, submittedOn: "2026-11-22" };
    expect(look({ traits, takedowns: [item(1, notice)], steps: [whole] }, "take-it-down").said).toHaveLength(2);
    expect(look({ traits, steps: [whole] }, "take-it-down").said).toEqual([]);
  });
});
