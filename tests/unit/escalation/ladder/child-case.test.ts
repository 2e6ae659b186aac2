import { describe, expect, test } from "vitest";
import { canBegin, canSubmit, evaluateLadder } from "@/lib/escalation/ladder/rules";
import type { LadderFacts, StepView } from "@/lib/escalation/ladder/types";
import { asksBeforeSending } from "@/lib/escalation/steps/rules";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { firstDay } from "@/tests/unit/escalation/ladder/facts";

const none = { exhibits: 0, incidents: 1, subjectsWithAccountId: 0 };
/** A case in which no file may be kept: a person under 18 may be in it. */
const child = (change: Partial<LadderFacts> = {}) =>
  firstDay({
    safeContactRecorded: true,
    counts: none,
    traits: ["intimate_images"],
    keepsNoFiles: true,
    ...change,
  });

describe.each(["US-ZA", "ZA-US"])("a case of %s in which no image may be kept", (pair) => {
  const playbook = findPlaybook(pair);
  if (!playbook) throw new Error("no playbook");
  const steps = (facts: LadderFacts): StepView[] =>
    evaluateLadder(playbook, facts, "2026-11-24")
      .levels.flatMap(({ rows }) => rows)
      .flatMap(({ home, there }) => [home, there])
      .flatMap((step) => step ?? []);
  const waitsForExhibit = (facts: LadderFacts) =>
    steps(facts).filter(({ whyNotYet }) => whyNotYet.some((why) => why.includes("exhibit")));

  test("no step waits for an exhibit, and without that rule several do", () => {
    expect(waitsForExhibit(child())).toEqual([]);
    expect(waitsForExhibit(child({ keepsNoFiles: false })).length).toBeGreaterThan(3);
  });

  test.each(["platform-reports", "take-it-down", "ic3", "fbi-tip"])("%s can be sent", (key) => {
    expect(canSubmit(playbook, child(), key)).toEqual({ ok: true });
  });

  test("the next best step never asks to keep a file, and offers what can be left out alone", () => {
    const { next, alsoReady } = evaluateLadder(playbook, child(), "2026-11-24");
    for (const nextStep of [next, ...alsoReady])
      expect(nextStep.skippable).toBe(nextStep.stepKey === "" ? false : playbook.steps[nextStep.stepKey]?.skippable);
  });

  test("a sighting is what is kept, and stays so when files may come in again", () => {
    const seen = child({ counts: { ...none, sightings: 2 }, keepsNoFiles: false });
    const keep = steps(seen).find(({ key }) => key === "preserve-evidence");
    expect(keep).toMatchObject({ status: "done", fact: { before: "2 sightings, no image kept" } });
    expect(waitsForExhibit(seen)).toEqual([]);
  });

  test("a removal is not held up by proof that nobody may keep", () => {
    const step = playbook.steps["take-it-down"];
    if (!step) throw new Error("no step");
    expect(asksBeforeSending(step, child()).removal).toBeNull();
    expect(asksBeforeSending(step, child({ keepsNoFiles: false })).removal).toBe("nothing");
  });
});

test("a child's own routes open on the first day", () => {
  const playbook = findPlaybook("US-ZA");
  if (!playbook) throw new Error("no playbook");
  for (const key of ["cybertipline", "us-police-report", "stopncii"])
    expect(canBegin(playbook, child(), key)).toEqual({ ok: true });
});
