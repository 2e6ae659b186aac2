import { describe, expect, test } from "vitest";
import { evaluateLadder } from "@/lib/escalation/ladder/rules";
import type { LadderFacts } from "@/lib/escalation/ladder/types";
import { describeAct } from "@/lib/escalation/steps/next-step/labels";
import { actOfStep } from "@/lib/escalation/steps/next-step/rules";
import { findPlaybook, houseLaw } from "@/lib/law/jurisdictions/rules";
import { firstDay, honeybush } from "@/tests/unit/escalation/ladder/facts";

const playbook = findPlaybook("ZA-US");
if (!playbook) throw new Error("no playbook");
const today = "2026-11-24";
const look = (facts: LadderFacts) => evaluateLadder(playbook, facts, today, null);
const at = (facts: LadderFacts, stepKey: string) => {
  const view = look(facts);
  const reading = { playbook, facts, law: houseLaw, moment: { today, now: null, zone: playbook.home.zone } };
  return actOfStep(reading, stepKey, [view.next, ...view.alsoReady], view.clocks);
};

describe("the one act of a case", () => {
  test("names its object, who has it, by when, and where it is done", () => {
    const { next } = look(honeybush());
    expect(describeAct(next)).toBe("Ask the detective for an update: Fynbos Road CAS 212/10/2026");
    expect(next).toMatchObject({
      whom: "detective",
      path: "/ladder/detective",
      due: {
        clockKey: "step:detective:T-SAPS-FU",
        on: "2026-11-20",
        words: "4 days overdue",
        daysLeft: -4,
        late: true,
      },
    });
  });

  test("has a message to whoever owes the answer, with the number and without a name", () => {
    const cas = honeybush().references.filter(({ kind }) => kind === "cas");
    const dpci = { kind: "dpci", state: "issued" as const, display: "E 44/2026", issuedOn: "2026-10-20" };
    const act = at(honeybush({ references: [...cas, dpci] }), "dpci");
    expect(act).toMatchObject({ rule: "overdue", object: "E 44/2026", whom: "DPCI" });
    expect(act?.message).toContain("We ask about: E 44/2026. The last that we know is of 20 Oct 2026.");
  });

  test("asks the station for the number that is awaited", () => {
    const steps = [{ stepKey: "csc-report", state: "submitted" as const, submittedOn: "2026-11-10" }];
    const facts = firstDay({ counts: { exhibits: 1, incidents: 1, subjectsWithAccountId: 0 }, steps });
    expect(at(facts, "csc-report")?.message).toContain("Please give us the CAS number");
  });

  test("of a step that others have is the wait, with its next date", () => {
    const number = { kind: "information_regulator", state: "issued" as const, display: "IR 1", issuedOn: "2026-11-20" };
    const facts = honeybush({ references: [...honeybush().references, number] });
    expect(at(facts, "information-regulator")).toMatchObject({
      rule: "wait",
      act: "Wait for Regulator",
      whom: "Regulator",
      object: "IR 1",
      due: { on: "2026-12-20", late: false },
    });
  });

  test("is none for a step that is done, not needed or not open yet", () => {
    for (const key of ["csc-report", "crime-stop", "us-court"]) expect(at(honeybush(), key), key).toBeNull();
  });

  test("B24: evidence to check again names its exhibit, and is answered on its page", () => {
    const days = { openedOn: "2026-10-01", firstActOn: null, lastActOn: null, dangerSince: null };
    const checks = [{ exhibitId: "e5", code: "E-05", since: "2026-11-01", liveLink: true }];
    const view = look(honeybush({ days: { ...days, checks } }));
    const act = [view.next, ...view.alsoReady].find(({ path }) => path === "/evidence/e5#check");
    expect(act).toMatchObject({ act: "Check the evidence again: E-05", due: { clockKey: "case:T-EVID", late: true } });
  });
});
