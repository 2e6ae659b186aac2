import { describe, expect, test } from "vitest";
import { evaluateLadder } from "@/lib/escalation/ladder/rules";
import type { LadderFacts } from "@/lib/escalation/ladder/types";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { firstDay, honeybush } from "@/tests/unit/escalation/ladder/facts";

const playbook = findPlaybook("ZA-US");
if (!playbook) throw new Error("no playbook");
const look = (facts: LadderFacts, today = "2026-11-24") => evaluateLadder(playbook, facts, today, null);
const next = (facts: LadderFacts, today?: string) => look(facts, today).next;

const reported = (change: Partial<LadderFacts> = {}) =>
  firstDay({
    safeContactRecorded: true,
    counts: { exhibits: 1, incidents: 1, subjectsWithAccountId: 1 },
    steps: [{ stepKey: "csc-report", state: "submitted", submittedOn: "2026-11-10" }],
    ...change,
  });

const refusal = { number: 1, stepKey: "csc-report", refusedOn: "2026-11-20" };
const rung = playbook.steps["refusal-branch"]?.rungs?.[1];
const paper = { kind: "refusal_complaint", refusal: 1, rungKey: rung?.key };

describe("the next best step", () => {
  test("danger goes before all else", () => {
    expect(next(honeybush({ danger: true }))).toMatchObject({ rule: "danger", stepKey: "emergency" });
  });

  test("a late clock says what was due, how late it is and what comes then", () => {
    const found = next(honeybush());
    expect(found).toMatchObject({ rule: "overdue", stepKey: "detective", path: "/ladder/detective" });
    expect(found.why).toMatch(
      /^Every 14 days from last word, 6 Nov 2026\. It was due on 20 Nov 2026: 4 days overdue\./,
    );
  });

  test("evidence to look at again comes after a step that is late, names its exhibit and leads to it", () => {
    const days = { openedOn: "2026-10-01", firstActOn: null, lastActOn: null, dangerSince: null };
    const checks = [{ exhibitId: "e3", code: "E-03", since: "2026-11-01", liveLink: true }];
    const facts = honeybush({ days: { ...days, checks } });
    expect(next(facts)).toMatchObject({ rule: "overdue", stepKey: "detective" });
    const view = look(facts);
    const again = [view.next, ...view.alsoReady].find(({ path }) => path === "/evidence/e3#check");
    expect(again).toMatchObject({ act: "Check the evidence again: E-03", skippable: false });
  });

  test("a number that was asked for and is not issued in its time is a refusal", () => {
    const facts = reported({ references: [{ kind: "cas", state: "not_yet_issued" }] });
    expect(next(facts)).toMatchObject({
      rule: "refusal",
      path: "/refusals",
      act: playbook.steps["refusal-branch"]?.act,
    });
    expect(next(facts).why).toContain("was asked for and is not yet issued");
    expect(next(reported())).toMatchObject({ rule: "overdue", act: "Ask the station for the CAS number" });
  });

  test.each([
    ["Draft the complaint", []],
    ["Finish the complaint", [{ ...paper, state: "draft" as const }]],
    ["Send the complaint", [{ ...paper, state: "final" as const }]],
  ])("an open refusal asks for the paper of its rung: %s", (act, documents) => {
    const facts = reported({ refusals: [{ ...refusal, rungKey: rung?.key ?? "" }], documents });
    expect(next(facts)).toMatchObject({ rule: "refusal", act: `${act}: ${rung?.to}`, path: "/refusals" });
    expect(next(facts).why).toContain("Refusal 1 of 20 Nov 2026 is not put right");
  });

  test("a complaint that went to a higher rung is noted there first", () => {
    const higher = playbook.steps["refusal-branch"]?.rungs?.[2];
    const documents = [{ ...paper, rungKey: higher?.key ?? "", state: "final" as const, sentOn: "2026-11-23" }];
    const facts = reported({ refusals: [{ ...refusal, rungKey: rung?.key ?? "" }], documents });
    expect(next(facts)).toMatchObject({ rule: "refusal", path: "/refusals" });
    expect(next(facts).act).toBe(`Escalate the refusal to its level: ${higher?.to}`);
  });

  test("once it was sent the refusal waits for its rung, and the next thing comes up", () => {
    const documents = [{ ...paper, state: "final" as const, sentOn: "2026-11-23" }];
    expect(next(reported({ refusals: [{ ...refusal, rungKey: rung?.key ?? "" }], documents })).rule).not.toBe(
      "refusal",
    );
  });

  test("what a provider keeps is asked for again in time, by the officer", () => {
    const keep = {
      id: "k",
      accountId: "a",
      accountNumber: 2,
      platform: "reddit",
      askedOn: "2026-08-28",
      acceptedOn: "2026-09-01",
      refusedOn: null,
      renewedOn: null,
      expiresOn: null,
    };
    const calm = honeybush({
      steps: honeybush().steps.filter((step) => step.stepKey !== "detective"),
      preservations: [keep],
    });
    const all = [look(calm).next, ...look(calm).alsoReady];
    expect(all.find((nextStep) => nextStep.rule === "renewal")).toMatchObject({
      act: "Ask the officer to renew the preservation of account 2",
      why: expect.stringContaining("at the latest on 30 Nov 2026, 6 days from now"),
      path: "/deadlines#kept",
    });
  });

  test("a date of our own that is over is next, by its own words", () => {
    const hand = { id: "h", code: null, title: "Phone the clerk", startedOn: "2026-10-01", startedAt: null };
    const facts = firstDay({ handClocks: [{ ...hand, dueOn: "2026-11-20" }] });
    expect(next(facts)).toMatchObject({ rule: "overdue", act: "Phone the clerk", path: "/deadlines" });
  });

  test("who has been silent for long, with no clock to say so, is asked", () => {
    const steps = [{ stepKey: "dpci", state: "submitted" as const, submittedOn: "2026-09-01" }];
    const { dpci } = playbook.steps;
    if (!dpci) throw new Error("no step");
    // The release has a clock for each wait; a playbook of an installation may have none.
    const clockless = { ...playbook, steps: { ...playbook.steps, dpci: { ...dpci, clocks: [] } } };
    const all = evaluateLadder(clockless, honeybush({ steps: [...honeybush().steps, ...steps] }), "2026-11-24", null);
    expect([all.next, ...all.alsoReady].find((nextStep) => nextStep.rule === "silent")).toMatchObject({
      stepKey: "dpci",
      why: expect.stringContaining("Nothing has been heard about it for 84 days"),
    });
  });
});

describe("when nothing can be done", () => {
  const asleep = (change: Partial<LadderFacts> = {}) =>
    firstDay({
      steps: Object.keys(playbook.steps).map((stepKey) => ({
        stepKey,
        state: "skipped" as const,
        skippedReason: "No",
      })),
      ...change,
    });

  test("it says until when we wait, and what comes then", () => {
    const hand = { id: "h", code: null, title: "Phone the clerk", startedOn: "2026-11-01", startedAt: null };
    const found = next(asleep({ handClocks: [{ ...hand, dueOn: "2026-12-02" }] }));
    expect(found).toMatchObject({ rule: "wait", act: "Wait until 2 Dec 2026", path: "/deadlines" });
    expect(found.why).toContain("The next date is 2 Dec 2026, phone the clerk");
  });

  test("with nobody to wait for it offers to close", () => {
    expect(next(asleep())).toMatchObject({ rule: "close", path: "/close" });
  });

  test("every case, on every day of a year, has one that says why", () => {
    for (let month = 1; month <= 12; month += 1) {
      const today = `2027-${String(month).padStart(2, "0")}-15`;
      for (const facts of [firstDay(), honeybush(), reported(), asleep()]) {
        const found = next(facts, today);
        expect(found.act.length, today).toBeGreaterThan(3);
        expect(found.why, today).toMatch(/\.$/);
      }
    }
  });
});
