import { describe, expect, test } from "vitest";
import { timetable } from "@/lib/escalation/steps/clocks/rules";
import type { RefusalFact } from "@/lib/escalation/steps/types";
import { findPlaybook, houseLaw } from "@/lib/law/jurisdictions/rules";
import { firstDay } from "@/tests/unit/escalation/ladder/facts";

const found = findPlaybook("ZA-US");
if (!found) throw new Error("no playbook");
const playbook = found;

function clocks(refusal: Partial<RefusalFact>, over = {}) {
  const one = { number: 1, stepKey: "csc-report", rungKey: "station-commander", refusedOn: "2026-12-14", ...refusal };
  const facts = firstDay({ refusals: [one], ...over });
  const moment = { today: "2026-12-17", now: null, zone: playbook.home.zone };
  return timetable({ playbook, facts, moment, law: houseLaw }).filter((clock) => clock.key.startsWith("refusal:"));
}

describe("the time of a rung", () => {
  test("runs on the case from the day on which the refusal came to it, past the holiday of 16 December", () => {
    expect(clocks({})).toMatchObject([
      { key: "refusal:1:T-RUNG-1", dueOn: "2026-12-18", kind: "D", stepKey: "refusal-branch", state: "soon" },
    ]);
    expect(clocks({ rungSince: "2026-12-11" })).toMatchObject([{ dueOn: "2026-12-17" }]);
    expect(clocks({ rungSince: "2026-12-10" })).toMatchObject([{ dueOn: "2026-12-15", state: "overdue" }]);
  });

  test("none runs where none is set, or where the data has no rung", () => {
    for (const rungKey of ["later", "", "nowhere"]) expect(clocks({ rungKey })).toEqual([]);
  });

  test("two refusals run beside each other; a number that came is answered by the step itself", () => {
    const two = { number: 2, stepKey: "csc-report", rungKey: "cluster-province", refusedOn: "2026-12-14" };
    const one = { number: 1, stepKey: "csc-report", rungKey: "station-commander", refusedOn: "2026-12-14" };
    expect(clocks({}, { refusals: [one, two] }).map((clock) => clock.key)).toEqual([
      "refusal:1:T-RUNG-1",
      "refusal:2:T-RUNG-2",
    ]);
    const lodged = { kind: "civilian_secretariat", state: "issued" as const, issuedOn: "2026-12-14" };
    expect(clocks({ rungKey: "civilian-secretariat" })).toHaveLength(1);
    expect(clocks({ rungKey: "civilian-secretariat" }, { references: [lodged] })).toEqual([]);
  });
});
