import { describe, expect, test } from "vitest";
import { reasonWords } from "@/lib/escalation/reminders/labels";
import { isLate } from "@/lib/escalation/reminders/rules";
import { timetable } from "@/lib/escalation/steps/clocks/rules";
import type { CaseReading } from "@/lib/escalation/steps/rules";
import type { LadderFacts } from "@/lib/escalation/steps/types";
import { findPlaybook, houseLaw } from "@/lib/law/jurisdictions/rules";
import { firstDay } from "@/tests/unit/escalation/ladder/facts";

const playbook = findPlaybook("ZA-US");
if (!playbook) throw new Error("no playbook");
const now = new Date("2026-11-24T12:00:00Z");

function read(facts: Partial<LadderFacts>, today = "2026-11-24") {
  const reading: CaseReading = {
    playbook: playbook as CaseReading["playbook"],
    facts: firstDay(facts),
    law: houseLaw,
    moment: { today, now, zone: "Africa/Johannesburg" },
  };
  return timetable(reading);
}

const days = { openedOn: "2026-11-01", firstActOn: null, lastActOn: null, dangerSince: null };
const codes = (facts: Partial<LadderFacts>) => read(facts).map((clock) => clock.code);

describe("clocks of the whole case", () => {
  test("run from what was recorded, and not before", () => {
    expect(codes({ days })).toEqual([]);
    const acted = read({ days: { ...days, firstActOn: "2024-02-29", lastActOn: "2026-10-01" } });
    expect(acted.find((clock) => clock.code === "T-PRESC-ZA")).toMatchObject({
      key: "case:T-PRESC-ZA",
      kind: "L",
      dueOn: expect.stringMatching(/^204[46]-/),
    });
  });

  test("danger runs by the hour from the moment it was flagged, and is told of at once", () => {
    const since = new Date("2026-11-24T06:00:00Z");
    const clock = read({ danger: true, days: { ...days, dangerSince: since } }).find(
      (caseClock) => caseClock.code === "T-CRISIS",
    );
    expect(clock).toMatchObject({ dueAt: new Date("2026-11-25T06:00:00Z"), words: "18 h left of 24" });
    expect(clock?.alerts.every((alert) => alert.urgency === "urgent")).toBe(true);
  });

  test("counts again from the last word on the emergency", () => {
    const begun = { stepKey: "emergency", state: "begun" as const, begunOn: "2026-11-20", lastContactOn: "2026-11-24" };
    const facts = { danger: true, steps: [begun], days: { ...days, dangerSince: new Date("2026-11-20T06:00:00Z") } };
    expect(read(facts).filter((caseClock) => caseClock.code === "T-CRISIS")).toMatchObject([{ dueOn: "2026-11-25" }]);
  });

  test("an answer about danger is looked at again on its day, and is late until somebody answers afresh", () => {
    const dangerReview = { id: "a1", assessedOn: "2026-11-17", reviewOn: "2026-11-23" };
    const at = (today: string, review: typeof dangerReview | null = dangerReview) =>
      read({ days, dangerReview: review }, today).filter((clock) => clock.code === "T-DANGER");
    expect(at("2026-11-20")).toMatchObject([
      { key: "danger:a1", dueOn: "2026-11-23", state: "running", path: "/danger", waitsOn: null },
    ]);
    expect(at("2026-11-20")[0]?.why).toContain("The day set with the answer");
    expect(at("2026-11-20")[0]?.alerts.map(({ name, on }) => [name, on])).toEqual([
      ["-1", "2026-11-22"],
      ["due", "2026-11-23"],
      ["overdue", "2026-11-24"],
    ]);
    const [late] = at("2026-11-24");
    expect(late).toMatchObject({ state: "overdue", words: "1 day overdue" });
    // In every daily mail until then, without a word of what it is about.
    expect(late && isLate(late)).toBe(true);
    expect(late && reasonWords(late, "Africa/Johannesburg")).toBe(
      "A date of our own, due 23 Nov 2026, counted from 17 Nov 2026. No answer is on record yet. The next move is ours.",
    );
    expect(at("2026-11-24", null)).toEqual([]);
  });

  test("evidence is checked exhibit by exhibit, the one that is due first is named and leads to where it is done", () => {
    const one = { exhibitId: "e3", code: "E-03", since: "2026-10-20", liveLink: false };
    const linked = { exhibitId: "e7", code: "E-07", since: "2026-11-10", liveLink: true };
    const at = (checks: (typeof one)[]) =>
      read({ days: { ...days, checks } }).filter((caseClock) => caseClock.code === "T-EVID");
    expect(at([one, linked])).toMatchObject([
      { key: "case:T-EVID", title: "Check the evidence again: E-07", dueOn: "2026-11-17", path: "/evidence/e7#check" },
    ]);
    // Once that address was looked at, the stored file of the other is next.
    expect(at([one, { ...linked, since: "2026-11-24" }])).toMatchObject([
      { title: "Check the evidence again: E-03", dueOn: "2026-11-19", path: "/evidence/e3#check" },
    ]);
  });

  test("a release ends on its own day; a newer one for the same receiver takes its place", () => {
    const release = { id: "r", number: 1, recipient: "Station", signedOn: "2026-11-01", expiresOn: "2026-12-01" };
    const caseClock = read({ days, releases: [release] }).find((clock) => clock.key === "release:r");
    expect(caseClock).toMatchObject({ dueOn: "2026-12-01", words: "7 days left", state: "soon" });
    const newer = { ...release, id: "s", number: 2, expiresOn: "2027-01-01" };
    expect(read({ days, releases: [release, newer] }).map((clock) => clock.key)).not.toContain("release:r");
  });

  test("a referral waits on the service until its answer, by the day that was agreed", () => {
    const asked = { id: "r", number: 1, service: "A shelter", madeOn: "2026-11-10" };
    const referral = { ...asked, answeredOn: null, outcomeBy: null };
    const open = { ...referral, state: "open", answerBy: "2026-11-20" } as const;
    expect(read({ referrals: [open] })).toMatchObject([
      { key: "referral:r", waitsOn: "A shelter", words: "4 days overdue", path: "/referrals#referral-r", kind: "D" },
    ]);
    expect(read({ referrals: [{ ...open, answerBy: null }] })).toEqual([]);
  });

  test("an accepted referral is asked about again: by our default, sooner at a higher risk, or on the day that was set", () => {
    const asked = { id: "r", number: 1, service: "A shelter", madeOn: "2026-10-10", answerBy: null };
    const accepted = { ...asked, state: "accepted", answeredOn: "2026-10-12", outcomeBy: null } as const;
    const ask = "Ask A shelter for the outcome of referral 1";
    expect(read({ referrals: [accepted] })).toMatchObject([
      { key: "referral:r:outcome", code: "T-REFER", dueOn: "2026-11-11", waitsOn: "A shelter", ask, kind: "D" },
    ]);
    expect(read({ referrals: [accepted], risk: "high" })).toMatchObject([{ dueOn: "2026-10-19" }]);
    expect(read({ referrals: [{ ...accepted, outcomeBy: "2026-12-01" }] })).toMatchObject([{ dueOn: "2026-12-01" }]);
  });

  test("a start that cannot be right is shown with its warning, and so is a rule that is no more", () => {
    const hand = { id: "h", title: "Answer", startedAt: null, dueOn: null };
    const [wrong] = read({ handClocks: [{ ...hand, code: "T-PAIA", startedOn: "0206-02-10" }] });
    expect(wrong).toMatchObject({ key: "hand:h", warning: expect.stringContaining("year 0206"), alerts: [] });
    const [gone] = read({ handClocks: [{ ...hand, code: "T-CCA42", startedOn: "2026-11-01" }] });
    expect(gone).toMatchObject({
      key: "hand:h",
      words: "No rule counts it",
      warning: expect.stringContaining("not in force"),
    });
  });

  test("what stands still comes last", () => {
    const hand = { code: null, title: "Own", startedOn: "2026-11-01", startedAt: null };
    const clocks = read({
      handClocks: [
        { ...hand, id: "a", dueOn: "2026-11-25" },
        { ...hand, id: "b", dueOn: "2026-12-25" },
      ],
      clockChanges: [{ clockKey: "hand:a", change: "paused", on: "2026-11-20", until: null }],
    });
    expect(clocks.map((clock) => clock.key)).toEqual(["hand:b", "hand:a"]);
  });
});
