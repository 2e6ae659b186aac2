import { describe, expect, test } from "vitest";
import { timetable } from "@/lib/escalation/steps/clocks/rules";
import { marksOf } from "@/lib/escalation/steps/rules";
import { limitWords } from "@/lib/law/clocks/labels";
import { ruleFor, runClock } from "@/lib/law/clocks/rules";
import { findClock, houseLaw } from "@/lib/law/jurisdictions/rules";
import { firstDay } from "@/tests/unit/escalation/ladder/facts";

const moment = { today: "2026-11-24", now: new Date("2026-11-24T09:00:00Z"), zone: "Africa/Johannesburg" };
const rule = (code: string) => {
  const found = findClock(code);
  if (!found) throw new Error(`no clock ${code}`);
  return found;
};
const numbersIn = (text: string) => (text.match(/\d+/g) ?? []).map(Number);

describe("the limit of a clock in words", () => {
  test.each([
    ["T-TIDA", "48 hours"],
    ["T-SAPS-FU", "every 14 days, every 10 days for elevated risk, every 7 days for high risk or danger"],
    ["T-PHA-ECSP", "5 court days, one extension of 5 court days"],
    ["T-PHA-RET", "at least 10 days"],
    ["T-2703F", "90 days, one extension of 90 days"],
    ["T-PLAT-1", "every 72 hours, every 24 hours for threats and intimate images"],
    ["T-EVID", "every 30 days, every 7 days for a live link"],
    ["T-ROI", "30 days (or the date on the release; warned 7 days before)"],
    ["T-PRESC-ZA", "20 years (sexual offences do not lapse)"],
  ])("%s: %s", (code, words) => {
    expect(limitWords(rule(code))).toBe(words);
  });

  test("a step says no number beside its clock that the rule does not calculate with", () => {
    const wrong = houseLaw.playbooks.flatMap((playbook) => {
      const clocks = [...playbook.caseClocks, ...Object.values(playbook.steps).flatMap((step) => step.clocks)];
      return clocks.flatMap(({ code, idle }) => {
        const { limit, shorter, renewal, alertsAfter } = rule(code);
        const lengths = [limit, renewal, ...shorter.map((span) => span.limit)].flatMap((span) => span?.amount ?? []);
        const known = new Set([...lengths, ...alertsAfter.map(Math.abs)]);
        return numbersIn(idle).some((no) => !known.has(no)) ? [`${playbook.pair} ${code}: ${idle}`] : [];
      });
    });
    expect(wrong).toEqual([]);
  });
});

describe("a limit that is shorter for some cases", () => {
  const started = { on: "2026-11-23", at: new Date("2026-11-23T08:00:00Z") };
  const end = (natures: string[]) => runClock("T-PLAT-1", started, moment, { marks: { natures, liveLink: false } });

  test("is what is calculated, and what is said", () => {
    expect(end(["insult"])).toMatchObject({ dueAt: new Date("2026-11-26T08:00:00Z"), state: "running" });
    expect(end(["insult"])?.why).toMatch(/^every 72 hours from report sent/i);
    expect(end(["insult", "threat_violence"])).toMatchObject({
      dueAt: new Date("2026-11-24T08:00:00Z"),
      state: "overdue",
      why: expect.stringMatching(/^every 24 hours \(threats and intimate images\) from report sent/i),
    });
  });

  test("comes from the acts and the exhibits of the case", () => {
    const days = { openedOn: "2026-11-01", firstActOn: null, lastActOn: null, dangerSince: null };
    const at = (liveLink: boolean) => {
      const [playbook] = houseLaw.playbooks;
      if (!playbook) throw new Error("no playbook");
      const checks = [{ exhibitId: "e1", code: "E-01", since: "2026-11-20", liveLink }];
      const facts = firstDay({ days: { ...days, checks } });
      return timetable({ playbook, facts, law: houseLaw, moment }).find(({ code }) => code === "T-EVID")?.dueOn;
    };
    expect([at(false), at(true)]).toEqual(["2026-12-20", "2026-11-27"]);
    expect(marksOf({ facts: firstDay({ natures: ["insult"] }) })).toEqual({ natures: ["insult"], liveLink: false });
  });

  test("has no other words than its own once the case is known", () => {
    expect(limitWords(ruleFor(rule("T-EVID"), { natures: [], liveLink: false }))).toBe("every 30 days");
    expect(limitWords(ruleFor(rule("T-EVID"), { natures: [], liveLink: true }))).toBe("every 7 days (a live link)");
  });
});
