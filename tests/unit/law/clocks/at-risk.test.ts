import { describe, expect, test } from "vitest";
import { timetable } from "@/lib/escalation/steps/clocks/rules";
import type { LadderFacts } from "@/lib/escalation/steps/types";
import { ruleFor, runClock } from "@/lib/law/clocks/rules";
import { brokenLaw } from "@/lib/law/jurisdictions/check-law";
import { findClock, houseLaw } from "@/lib/law/jurisdictions/rules";
import { firstDay } from "@/tests/unit/escalation/ladder/facts";

const moment = { today: "2026-11-24", now: new Date("2026-11-24T09:00:00Z"), zone: "Africa/Johannesburg" };
const marks = (risk?: "elevated" | "high") => ({ natures: [], liveLink: false, risk });
const due = (code: string, risk?: "elevated" | "high") =>
  runClock(code, { on: "2026-11-20" }, moment, { marks: marks(risk) });

describe("a deadline of our own is shorter the higher the risk", () => {
  test("and says which risk shortened it", () => {
    expect([due("T-SAFE"), due("T-SAFE", "elevated"), due("T-SAFE", "high")].map((clock) => clock?.dueOn)).toEqual([
      "2026-12-20",
      "2026-12-04",
      "2026-11-27",
    ]);
    expect(due("T-SAFE", "high")?.why).toBe("every 7 days (high risk or danger) from last review, 20 Nov 2026");
    expect(due("T-SAFE")?.why).toBe("every 30 days from last review, 20 Nov 2026");
  });

  test("the shortest limit that fits counts, whatever shortens it", () => {
    const rule = findClock("T-EVID");
    if (!rule) throw new Error("no clock");
    const both = { ...rule, atRisk: { high: { amount: 3, unit: "calendar_days" as const } } };
    expect(ruleFor(both, { ...marks("high"), liveLink: true }).limit?.amount).toBe(3);
    expect(ruleFor(both, { ...marks("elevated"), liveLink: true }).limit?.amount).toBe(7);
  });

  test("that a clock is shorter when the risk is raised stands under our own rule, not under practice or law", () => {
    const raised = houseLaw.clocks.flatMap(({ code, atRisk, sources }) =>
      sources
        .filter(({ text }) => /risk is raised/.test(text))
        .map(({ source }) => ({ code, source, ours: Boolean(atRisk) })),
    );
    expect(raised.filter(({ source, ours }) => source !== "Our own rule" || !ours)).toEqual([]);
    const said = new Set(raised.map(({ code }) => code));
    expect(houseLaw.clocks.filter(({ code, atRisk }) => atRisk && !said.has(code)).map(({ code }) => code)).toEqual([]);
  });

  test("what law or a provider sets is never shortened", () => {
    expect(houseLaw.clocks.filter(({ atRisk, kind }) => atRisk && kind !== "D")).toEqual([]);
    const clocks = houseLaw.clocks.map((clock) =>
      clock.code === "T-TIDA" ? { ...clock, atRisk: { high: { amount: 1, unit: "hours" as const } } } : clock,
    );
    expect(brokenLaw({ ...houseLaw, clocks })).toEqual(["clock T-TIDA: atRisk, and it is not our own default"]);
  });
});

describe("the reviews of safety are deadlines of the case", () => {
  const [playbook] = houseLaw.playbooks;
  const at = (facts: Partial<LadderFacts>) => {
    if (!playbook) throw new Error("no playbook");
    const all = timetable({ playbook, facts: firstDay(facts), law: houseLaw, moment });
    return all
      .filter(({ key }) => key.startsWith("safety:"))
      .map(({ code, dueOn, path, why }) => ({ code, dueOn, path, why }));
  };
  const review = { id: "r1", about: "plan", reviewedOn: "2026-11-20", reviewOn: null } as const;

  test("without a day our default counts, by the risk", () => {
    expect(at({ safetyReviews: [review] })).toMatchObject([{ code: "T-PLAN", dueOn: "2026-12-20", path: "/safety" }]);
    expect(at({ safetyReviews: [review], risk: "high" })).toMatchObject([{ dueOn: "2026-11-27" }]);
  });

  test("the day that a person set counts before it", () => {
    const set = { ...review, reviewOn: "2026-11-25" };
    expect(at({ safetyReviews: [set], risk: "high" })).toMatchObject([
      { dueOn: "2026-11-25", why: "The day set at the last review" },
    ]);
  });

  test("nothing runs before something was gone through", () => {
    expect(at({})).toEqual([]);
  });
});

describe("every clock of a case", () => {
  test("counts with the limit of its risk, also one that a person started by hand", () => {
    const [playbook] = houseLaw.playbooks;
    if (!playbook) throw new Error("no playbook");
    const clocks = houseLaw.clocks.map((clock) => (clock.code === "T-ASK" ? { ...clock, byHand: true } : clock));
    const law = { ...houseLaw, clocks };
    const hand = { id: "h1", code: "T-ASK", title: "Ask", startedOn: "2026-11-20", startedAt: null, dueOn: null };
    const handClocks = [{ ...hand, stepKey: null, part: "" }];
    const due = (risk?: "high") =>
      timetable({ playbook, facts: firstDay({ handClocks, risk }), law, moment }).find(({ key }) => key === "hand:h1");
    expect(due()?.dueOn).toBe("2026-12-20");
    expect(due("high")).toMatchObject({
      dueOn: "2026-12-04",
      why: expect.stringMatching(/^every 14 days \(high risk/),
    });
  });
});
