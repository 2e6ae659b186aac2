import { describe, expect, test } from "vitest";
import { evaluateLadder } from "@/lib/escalation/ladder/rules";
import type { LadderFacts, StepFact } from "@/lib/escalation/ladder/types";
import { isDone, reached, standing } from "@/lib/escalation/steps/rules";
import { findPlaybook, houseLaw } from "@/lib/law/jurisdictions/rules";
import type { PlaybookStep } from "@/lib/law/jurisdictions/types";
import { firstDay } from "@/tests/unit/escalation/ladder/facts";

const playbook = findPlaybook("ZA-US");
if (!playbook) throw new Error("no playbook");
const stepKey = "platform-reports";

const both = ["instagram", "facebook"].map((key) => ({ key, since: "2026-11-01" }));
const number = (id: string, platform: string | null, issuedOn: string | null = "2026-11-23") => ({
  id,
  kind: "platform_report",
  state: "issued" as const,
  display: `N-${id}`,
  issuedOn,
  recordedOn: "2026-11-23",
  platform: platform === null ? null : { key: platform, name: platform },
});
const row = (part: string, fact: Omit<StepFact, "stepKey" | "part">): StepFact => ({ stepKey, part, ...fact });
const sent = (part: string, on: string) => row(part, { state: "submitted", submittedOn: on, lastContactOn: on });
const answered = (part: string, on: string) =>
  row(part, { state: "done", submittedOn: "2026-11-20", outcomeOn: on, answer: "removed", outcome: "Taken down." });

function facts(change: Partial<LadderFacts> = {}): LadderFacts {
  const counts = { exhibits: 3, incidents: 2, subjectsWithAccountId: 2 };
  return firstDay({ safeContactRecorded: true, counts, platforms: both, ...change });
}

function look(change: Partial<LadderFacts> = {}, today = "2026-11-24") {
  const view = evaluateLadder(playbook as NonNullable<typeof playbook>, facts(change), today, null);
  const cards = view.levels.flatMap((level) => level.rows.flatMap((item) => [item.home, item.there]));
  const step = cards.find((card) => card?.key === stepKey);
  const clocks = view.clocks.filter((clock) => clock.stepKey === stepKey);
  const acts = [view.next, ...view.alsoReady].filter((nextStep) => nextStep.stepKey === stepKey);
  return { step, clocks, acts, said: step?.parts?.map((part) => `${part.name}: ${part.word}`) };
}

describe("one report for each platform", () => {
  test("the accounts of the case say to whom, and both are still to be sent", () => {
    const { step, said, acts, clocks } = look();
    expect(said).toEqual(["Instagram: To report", "Facebook: To report"]);
    expect(step).toMatchObject({ status: "ready", fact: { before: "2 to report" } });
    expect(acts.map((act) => act.title)).toEqual(["Platform reports: Instagram, Facebook"]);
    expect(clocks).toEqual([]);
  });

  test("a number of one starts its clock alone; the other stays to be sent", () => {
    const { step, said, clocks, acts } = look({ references: [number("1", "instagram")] });
    expect(said).toEqual(["Instagram: Reported 23 Nov", "Facebook: To report"]);
    expect(step).toMatchObject({ status: "waiting", word: "Waiting on Instagram" });
    expect(step?.fact.before).toBe("1 to report, 1 reported");
    expect(
      clocks.map(({ key, title, stepTitle, about, path, dueOn }) => ({ key, title, stepTitle, about, path, dueOn })),
    ).toEqual([
      {
        key: "step:platform-reports/instagram:T-PLAT-1",
        title: "Check the platform report",
        stepTitle: "Platform reports: Instagram",
        about: "Instagram",
        path: "/ladder/platform-reports#report-1",
        dueOn: "2026-11-26",
      },
    ]);
    expect(acts.map((act) => act.act)).toEqual(["Report the accounts and posts to the platform: Facebook"]);
  });

  test("an answer of one ends its clock alone", () => {
    const references = [number("1", "instagram"), number("2", "facebook", "2026-11-22")];
    const { step, said, clocks } = look({ references, steps: [answered("1", "2026-11-24")] });
    expect(said).toEqual(["Instagram: Removed 24 Nov", "Facebook: Reported 22 Nov"]);
    expect(clocks.map((clock) => clock.stepTitle)).toEqual(["Platform reports: Facebook"]);
    expect(step?.status).toBe("waiting");
  });

  test("one that is late is named, and the other is not late with it", () => {
    const references = [number("1", "instagram", "2026-11-10"), number("2", "facebook")];
    const { step, acts, said } = look({ references });
    expect(step).toMatchObject({ status: "overdue" });
    expect(said).toEqual(["Instagram: 11 days overdue", "Facebook: Reported 23 Nov"]);
    expect(acts.map(({ rule, act, path }) => ({ rule, act, path }))).toEqual([
      {
        rule: "overdue",
        act: "Check the platform report, or send it again: Instagram",
        path: "/ladder/platform-reports#report-1",
      },
    ]);
  });

  test("the step is done when each is answered or said not to be needed, and not needed when none is", () => {
    const no = (part: string) => row(part, { state: "skipped", skippedReason: "The account was closed." });
    const done = look({ steps: [answered("instagram", "2026-11-22"), no("facebook")] });
    expect(done.step?.status).toBe("done");
    expect(done.said).toEqual(["Instagram: Removed 22 Nov", "Facebook: Not needed"]);
    expect(done.acts).toEqual([]);
    expect(look({ steps: [no("instagram"), no("facebook")] }).step?.status).toBe("skipped");
    expect(look({ steps: [no("facebook")] }).step?.status).toBe("ready");
  });

  test("a platform that no account names is there once something is recorded of it", () => {
    expect(look({ platforms: [], steps: [row("discord", { state: "begun" })] }).said).toEqual(["Discord: To report"]);
    expect(look({ platforms: [] }).said).toEqual([]);
  });

  test("before its proof is kept nothing is reported to anybody", () => {
    const counts = { exhibits: 0, incidents: 0, subjectsWithAccountId: 0 };
    expect(look({ counts }).step).toMatchObject({ status: "not_yet" });
    expect(look({ counts }).acts).toEqual([]);
  });
});

describe("one number is one report", () => {
  test("two of one platform are answered by themselves", () => {
    const references = [number("1", "instagram"), number("2", "instagram")];
    const { said, step } = look({ references, steps: [answered("2", "2026-11-24")] });
    expect(said).toEqual(["Instagram, N-1: Reported 23 Nov", "Instagram, N-2: Removed 24 Nov", "Facebook: To report"]);
    expect(step?.fact.before).toBe("1 to report, 1 reported, 1 answered");
  });

  test("what was noted before the number came is of the same report", () => {
    const steps = [sent("instagram", "2026-11-22"), sent("facebook", "2026-11-22")];
    const { said, clocks } = look({ references: [number("1", "instagram")], steps });
    expect(said).toEqual(["Instagram: Reported 22 Nov", "Facebook: Reported 22 Nov"]);
    expect(clocks.map((clock) => clock.dueOn)).toEqual(["2026-11-25", "2026-11-26"]);
  });

  test("a number that came after the answer is another report", () => {
    const { said } = look({ references: [number("1", "instagram")], steps: [answered("instagram", "2026-11-20")] });
    expect(said).toEqual([
      "Instagram, no number: Removed 20 Nov",
      "Instagram, N-1: Reported 23 Nov",
      "Facebook: To report",
    ]);
  });

  test("a number without a name is the only platform's, and nobody's where there are several", () => {
    expect(look({ platforms: both.slice(0, 1), references: [number("1", null)] }).said).toEqual([
      "Instagram: Reported 23 Nov",
    ]);
    expect(look({ references: [number("1", null)] }).said).toEqual([
      "Instagram: To report",
      "Facebook: To report",
      "Platform not named, N-1: Reported 23 Nov",
    ]);
  });

  test("a platform that comes later does not take the name from an older number", () => {
    const later = { key: "facebook", since: "2026-11-30" };
    const references = [number("1", null)];
    const wordsFor = (platforms: LadderFacts["platforms"]) => look({ platforms, references }, "2026-12-01").said;
    expect(wordsFor([...both.slice(0, 1), later])).toEqual(["Instagram: 5 days overdue", "Facebook: To report"]);
    // None was known when it was recorded: then it is of the one that came first.
    expect(wordsFor([{ key: "instagram", since: "2026-11-25" }, later])).toEqual([
      "Instagram: 5 days overdue",
      "Facebook: To report",
    ]);
  });

  test("an answer that came before the number stays, also once the report of the number has its own", () => {
    const earlier = answered("instagram", "2026-11-20");
    const references = [number("1", "instagram")];
    const wordsFor = (own: StepFact) => look({ references, steps: [earlier, own] }).said?.slice(0, 2);
    expect(wordsFor(answered("1", "2026-11-24"))).toEqual([
      "Instagram, no number: Removed 20 Nov",
      "Instagram, N-1: Removed 24 Nov",
    ]);
    expect(wordsFor(sent("1", "2026-11-23"))).toEqual([
      "Instagram, no number: Removed 20 Nov",
      "Instagram, N-1: Reported 23 Nov",
    ]);
  });

  test("what was noted before any number came is of the first number alone, and so is its clock", () => {
    const references = [number("1", "instagram"), number("2", "instagram")];
    const { step, clocks } = look({ references, steps: [sent("instagram", "2026-11-20")] });
    expect(step?.parts.slice(0, 2).map((part) => [part.number, part.sentOn, part.recorded])).toEqual([
      ["N-1", "2026-11-20", true],
      ["N-2", "2026-11-23", false],
    ]);
    expect(clocks.map((clock) => clock.key)).toEqual([
      "step:platform-reports/instagram:T-PLAT-1",
      "step:platform-reports/2:T-PLAT-1",
    ]);
  });
});

describe("the clock of one report", () => {
  const pausedOn = (clockKey: string) => ({ change: "paused" as const, clockKey, on: "2026-11-10", until: null });
  const contact = (part: string) =>
    row(part, { state: "submitted", submittedOn: "2026-11-08", lastContactOn: "2026-11-15" });

  test("does not run before anything was sent", () => {
    const begun = row("discord", { state: "begun", begunOn: "2026-11-01" });
    expect(look({ platforms: [], steps: [begun] })).toMatchObject({ clocks: [], step: { status: "begun" } });
    const whole = look({ steps: [row("", { state: "begun", begunOn: "2026-11-01" })] });
    expect(whole).toMatchObject({ clocks: [], said: ["Instagram: To report", "Facebook: To report"] });
  });

  test("keeps its name and its pause when the number comes and when something is heard", () => {
    const clockChanges = [pausedOn("step:platform-reports/facebook:T-PLAT-1")];
    const states = (steps: StepFact[]) =>
      look({ clockChanges, steps, references: [number("1", "facebook", "2026-11-12")] }).clocks.map(
        (clock) => clock.state,
      );
    expect(states([contact("facebook")])).toEqual(["paused"]);
    expect(states([contact("facebook"), contact("1")])).toEqual(["paused"]);
  });

  test("keeps the pause of the whole step, and one that was begun since does not have it", () => {
    const clockChanges = [pausedOn("step:platform-reports:T-PLAT-1")];
    const steps = [
      contact("facebook"),
      row("discord", { state: "submitted", begunOn: "2026-11-20", submittedOn: "2026-11-23" }),
    ];
    const { clocks } = look({ clockChanges, steps });
    expect(clocks.map((clock) => [clock.about, clock.state])).toEqual([
      ["Discord", "soon"],
      ["Facebook", "paused"],
    ]);
  });
});

describe("what was recorded of the whole step before", () => {
  const whole = sent("", "2026-11-22");

  test("was said of each platform that was known by then, and each is answered by itself", () => {
    const later = { key: "discord", since: "2026-11-23" };
    const { said, step } = look({ platforms: [...both, later], steps: [whole, answered("facebook", "2026-11-24")] });
    expect(said).toEqual(["Instagram: Reported 22 Nov", "Facebook: Removed 24 Nov", "Discord: To report"]);
    expect(step?.status).toBe("waiting");
  });

  test("counts from the day on which it was recorded, whenever it happened", () => {
    const noted = { submittedOn: "2026-10-05", recordedOn: "2026-11-10" };
    const { step } = look({ steps: [row("", { state: "submitted", ...noted })] });
    expect(step?.parts.map((part) => part.sentOn)).toEqual(["2026-10-05", "2026-10-05"]);
    const done = row("", { state: "done", outcomeOn: "2026-10-08", ...noted });
    expect(look({ steps: [done] })).toMatchObject({
      step: { status: "done" },
      said: ["Instagram: Answered 8 Oct", "Facebook: Answered 8 Oct"],
    });
  });

  test("left out after one was answered, it is not needed and it is not done", () => {
    const out = row("", { state: "skipped", skippedReason: "The client does not want it." });
    const of = facts({ steps: [answered("instagram", "2026-11-22"), out] });
    const moment = { today: "2026-11-24", now: null, zone: "UTC" };
    const c = { playbook: playbook as NonNullable<typeof playbook>, facts: of, law: houseLaw, moment };
    const step = c.playbook.steps[stepKey] as PlaybookStep;
    expect([standing(c, step), isDone(c, step), reached(c, stepKey, "done")]).toEqual(["skipped", false, false]);
  });

  test("stays done, and left out, as it was", () => {
    const done = row("", { state: "done", outcomeOn: "2026-11-22", outcome: "Both were closed." });
    expect(look({ steps: [done], references: [number("1", "instagram", "2026-11-10")] })).toMatchObject({
      step: { status: "done" },
      clocks: [],
      acts: [],
    });
    expect(look({ steps: [done], references: [number("1", "instagram")] }).said).toEqual([
      "Instagram: Reported 23 Nov",
      "Facebook: Answered 22 Nov",
    ]);
    const out = row("", { state: "skipped", skippedReason: "The client does not want it." });
    expect(look({ steps: [out], references: [number("1", "instagram")] })).toMatchObject({
      step: { status: "skipped", fact: { before: "The client does not want it." } },
      clocks: [],
      acts: [],
    });
  });

  test("a clock that was paused or given a day keeps it, for each report that it was said of", () => {
    const extended = { change: "extended" as const, on: "2026-11-23", until: "2026-12-04" };
    const clockChanges = [{ ...extended, clockKey: "step:platform-reports:T-PLAT-1" }];
    const dues = (change: Partial<LadderFacts>) =>
      look({ steps: [whole], ...change }).clocks.map((clock) => clock.dueOn);
    expect(dues({ clockChanges })).toEqual(["2026-12-04", "2026-12-04"]);
    const ofOne = [{ ...extended, clockKey: "step:platform-reports/facebook:T-PLAT-1" }];
    expect(dues({ clockChanges: ofOne })).toEqual(["2026-11-25", "2026-12-04"]);
  });
});
