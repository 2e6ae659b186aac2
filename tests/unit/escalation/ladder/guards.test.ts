import { describe, expect, test } from "vitest";
import { RecordReference } from "@/lib/casework/references/input";
import { BeginStep, RecordOutcome, SkipStep, SubmitStep } from "@/lib/escalation/ladder/input";
import { canBegin, canRecordOutcome, canSkip, canSubmit } from "@/lib/escalation/ladder/rules";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { firstDay, honeybush } from "@/tests/unit/escalation/ladder/facts";

const playbook = findPlaybook("ZA-US");
if (!playbook) throw new Error("no playbook");
const officials = Object.values(playbook.steps).filter((step) => !step.sendableByUs);

describe("what may be done", () => {
  test("a step opens when its prerequisites are met, and says which are not", () => {
    expect(canBegin(playbook, firstDay(), "detective")).toEqual({
      ok: false,
      reason: "Detective assigned opens when the CAS number is recorded.",
    });
    expect(canBegin(playbook, firstDay(), "safe-contact")).toEqual({ ok: true });
    expect(canSubmit(playbook, firstDay(), "ic3")).toMatchObject({
      reason: "IC3 complaint opens when the first exhibit is kept and when the first incident is logged.",
    });
  });

  test("there are steps that only officials send", () => {
    expect(officials.length).toBe(10);
  });

  test.each(officials.map((step) => step.key))("our people can never send %s", (key) => {
    const guard = canSubmit(playbook, honeybush(), key);
    expect(guard.ok).toBe(false);
    expect(guard).toMatchObject({ reason: expect.stringContaining("hand them over") });
  });

  test("nothing is begun or sent twice once it is done", () => {
    expect(canBegin(playbook, honeybush(), "csc-report").ok).toBe(false);
    expect(canSubmit(playbook, honeybush(), "csc-report")).toMatchObject({
      reason: "Report at Community Service Centre is done.",
    });
    expect(canBegin(playbook, honeybush(), "detective")).toMatchObject({
      reason: "Detective assigned was begun already.",
    });
    expect(canSubmit(playbook, honeybush(), "platform-reports").ok).toBe(true);
  });

  test("safety and evidence cannot be skipped, what is done cannot either", () => {
    expect(canSkip(playbook, firstDay(), "safe-contact").ok).toBe(false);
    expect(canSkip(playbook, firstDay(), "preserve-evidence").ok).toBe(false);
    expect(canSkip(playbook, honeybush(), "csc-report").ok).toBe(false);
    expect(canSkip(playbook, firstDay(), "csc-report").ok).toBe(true);
  });

  test("a skipped step can be begun after all", () => {
    const skipped = honeybush({ steps: [{ stepKey: "crime-stop", state: "skipped", skippedReason: "no" }] });
    expect(canBegin(playbook, skipped, "crime-stop").ok).toBe(true);
    expect(canRecordOutcome(playbook, skipped, "crime-stop", true).ok).toBe(false);
  });

  test("a step that waits for a number is completed by the number", () => {
    const waiting = firstDay({
      counts: { exhibits: 1, incidents: 1, subjectsWithAccountId: 0 },
      steps: [{ stepKey: "csc-report", state: "submitted", submittedOn: "2026-11-24" }],
    });
    expect(canRecordOutcome(playbook, waiting, "csc-report", true)).toMatchObject({
      ok: false,
      reason: "Report at Community Service Centre is completed by recording its number, not by a note.",
    });
    expect(canRecordOutcome(playbook, waiting, "csc-report", false).ok).toBe(true);
    expect(canRecordOutcome(playbook, honeybush(), "detective", true).ok).toBe(true);
  });

  test("a step of another playbook is refused", () => {
    expect(canBegin(playbook, firstDay(), "toString").ok).toBe(false);
    expect(canBegin(playbook, firstDay(), "nowhere")).toEqual({ ok: false, reason: "This playbook has no such step." });
  });
});

describe("inputs name the field in plain words", () => {
  const caseId = "0198c0de-0000-7000-8000-000000000001";
  const issues = (result: { error?: { issues: { path: PropertyKey[]; message: string }[] } }) =>
    result.error?.issues.map((issue) => [issue.path.join("."), issue.message]);

  test("ladder commands", () => {
    expect(BeginStep.parse({ caseId, stepKey: "ic3", on: "" })).toEqual({
      caseId,
      stepKey: "ic3",
      on: undefined,
      note: undefined,
    });
    expect(issues(BeginStep.safeParse({ caseId, stepKey: "ic3", on: "2026-02-30" }))).toEqual([
      ["on", "The day it began is not a date. Use year, month, day: 2026-11-24."],
    ]);
    expect(issues(SubmitStep.safeParse({ caseId, stepKey: "ic3", at: "25:00" }))).toEqual([
      ["at", "The time is not a time of day, such as 09:40."],
    ]);
    expect(issues(SkipStep.safeParse({ caseId, stepKey: "ic3", reason: "  " }))).toEqual([
      ["reason", "Say why this step is not needed."],
    ]);
    expect(issues(RecordOutcome.safeParse({ caseId, stepKey: "ic3" }))).toEqual([
      ["note", "Say what the outcome was."],
    ]);
    expect(RecordOutcome.parse({ caseId, stepKey: "ic3", note: "Sent on" }).completes).toBe(true);
    expect(RecordOutcome.parse({ caseId, stepKey: "ic3", note: "Sent on", completes: "false" }).completes).toBe(false);
  });

  test("references", () => {
    expect(issues(RecordReference.safeParse({ caseId, kind: "cas", state: "issued" }))).toEqual([
      ["raw", "Type the number, or choose \u201cnot yet issued\u201d."],
      ["receivedVia", "Say how it came: SMS, phone, on paper, e-mail or portal."],
    ]);
    expect(
      RecordReference.safeParse({ caseId, kind: "cas", state: "not_yet_issued", raw: "", receivedVia: "" }).success,
    ).toBe(true);
    expect(issues(RecordReference.safeParse({ caseId: "x", kind: "", state: "not_yet_issued" }))).toEqual([
      ["caseId", "The case is missing."],
      ["kind", "Choose what kind of number this is."],
    ]);
  });
});
