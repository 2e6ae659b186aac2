import { nextActKey } from "@/lib/casework/notes/rules";
import { askOutcome, askService, outcomeTitle, referralPath, referralTitle } from "@/lib/casework/referrals/labels";
import { referralKeys } from "@/lib/casework/referrals/rules";
import { preservationClocks } from "@/lib/escalation/preservation/rules";
import {
  asCaseClock,
  byUrgency,
  type ClockStart,
  type RunningClock,
  runClock,
  runRule,
  stepClockKey,
} from "@/lib/law/clocks/rules";
import type { CaseClock, ClockChangeFact, HandClockFact, NextActFact, ReferralFact } from "@/lib/law/clocks/types";
import { findClock } from "@/lib/law/jurisdictions/rules";
import type { CaseClockRule, ClockRule } from "@/lib/law/jurisdictions/types";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { addDays } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { type CaseReading, factOf, marksOf, partPath, readStep, type StepReading, standing, whoHasIt } from "../rules";

/** Every clock that runs on a case, the most urgent first. `readings`: the steps, when they were read already. */
export function timetable(c: CaseReading, readings?: Iterable<StepReading>): CaseClock[] {
  const steps = [...(readings ?? Object.values(c.playbook.steps).map((step) => readStep(c, step)))];
  const ofSteps = steps.flatMap((reading) => stepClocks(c, reading));
  const onSteps = new Set([...ofSteps.map(({ code }) => code), ...begunClocks(c)]);
  return [
    ...ofSteps,
    ...c.playbook.caseClocks.flatMap((clock) => caseClocks(c, clock, onSteps)),
    ...refusalClocks(c, ofSteps),
    ...keepClocks(c),
    ...(c.facts.handClocks ?? []).flatMap((clock) => handClock(c, clock)),
    ...(c.facts.nextActs ?? []).flatMap((act) => nextActClock(c, act)),
    ...(c.facts.referrals ?? []).flatMap((referral) => referralClock(c, referral)),
  ].toSorted(byUrgency);
}

const changesOf = (c: CaseReading, key: string): ClockChangeFact[] =>
  c.facts.clockChanges?.filter((clockChange) => clockChange.clockKey === key) ?? [];

/** What a rule needs of the case: its law, what people changed, and what makes its limit shorter here. */
const onCase = (c: CaseReading, key: string) => ({ law: c.law, changes: changesOf(c, key), marks: marksOf(c) });

function stepClocks(c: CaseReading, { step, clocks }: StepReading): CaseClock[] {
  // Once preservation is recorded per account, the accounts' own clocks are more accurate.
  const byAccount = (c.facts.preservations ?? []).some((keep) => keep.acceptedOn);
  return clocks.flatMap(({ clock, running, part }) => {
    const rule = findClock(running.code, c.law);
    if (byAccount && rule?.perAccount) return [];
    // Following up is our own move, even while somebody else owes the answer.
    const ours = rule?.sense === "follow_up";
    const at = part?.reading ?? c;
    const own = part?.step ?? step;
    const theirs = standing(at, own) === "waiting" || factOf(at, step.key)?.state === "submitted";
    const waitsOn = theirs && !ours ? (clock.waitsOn ?? whoHasIt(at, own)) : null;
    const key = stepClockKey(step.key, running.code, part?.clockPart);
    const report = part ? { about: part.name, path: partPath(step, part) } : {};
    return [asCaseClock(running, { key, waitsOn, stepKey: step.key, stepTitle: own.title, ...report })];
  });
}

/** The clocks of every step that was begun, whether they run or not. */
const begunClocks = (c: CaseReading): string[] =>
  Object.values(c.playbook.steps).flatMap((step) =>
    factOf(c, step.key)?.begunOn ? step.clocks.map(({ code }) => code) : [],
  );

/** A clock of the whole case. One that a step carries too is answered there. */
function caseClocks(c: CaseReading, clock: CaseClockRule, onSteps: ReadonlySet<string | null>): CaseClock[] {
  if (clock.whenTrait && !c.facts.traits?.includes(clock.whenTrait)) return [];
  const { event } = clock.from;
  if (event === "release") return releaseClocks(c, clock.code);
  if (event === "referral_accepted")
    return (c.facts.referrals ?? []).flatMap((referral) => outcomeClock(c, clock.code, referral));
  if (event === "danger_review") return dangerReview(c, clock.code);
  if (event === "plan_review" || event === "risk_review" || event === "technology_review")
    return safetyReview(c, clock.code, event);
  if (onSteps.has(clock.code)) return [];
  if (event === "capture") return checkClock(c, clock.code);
  const start = startOf(c, event);
  const key = `case:${clock.code}`;
  const running = start && runClock(clock.code, start, c.moment, onCase(c, key));
  return running ? [asCaseClock(running, { key, waitsOn: null })] : [];
}

/** The exhibit that is due first. Checking it restarts the clock for the next one. */
function checkClock(c: CaseReading, code: string): CaseClock[] {
  const key = `case:${code}`;
  const clocks = (c.facts.days?.checks ?? []).flatMap((check) => {
    const marks = { ...marksOf(c), liveLink: check.liveLink };
    const running = runClock(code, { on: check.since }, c.moment, { ...onCase(c, key), marks });
    const path = `/evidence/${check.exhibitId}#check`;
    return running
      ? [asCaseClock(running, { key, waitsOn: null, title: `${running.title}: ${check.code}`, path })]
      : [];
  });
  return clocks.toSorted(byUrgency).slice(0, 1);
}

type SafetyEvent = keyof typeof safetyPaths;
type StartEvent = Exclude<
  CaseClockRule["from"]["event"],
  "release" | "capture" | "danger_review" | "referral_accepted" | SafetyEvent
>;

const safetyPaths = {
  plan_review: { about: "plan", path: "/safety" },
  risk_review: { about: "risk", path: "/safety/risk" },
  technology_review: { about: "technology", path: "/safety/technology" },
} as const;

/** The day that was set when it was last gone through; without one our default counts, shorter the higher the risk. */
function safetyReview(c: CaseReading, code: string, event: SafetyEvent): CaseClock[] {
  const { about, path } = safetyPaths[event];
  const review = c.facts.safetyReviews?.find((candidate) => candidate.about === about);
  if (!review) return [];
  const key = `safety:${review.id}:${code}`;
  const options = { ...onCase(c, key), paperDate: review.reviewOn };
  const running = runClock(code, { on: review.reviewedOn }, c.moment, options);
  if (!running) return [];
  const why = running.why.replace(t("Date recorded on the paper"), t("The day set at the last review"));
  return [asCaseClock({ ...running, why }, { key, waitsOn: null, path })];
}

function startOf(c: CaseReading, event: StartEvent): ClockStart | null {
  const { days } = c.facts;
  if (!days) return null;
  if (event === "danger") return days.dangerSince && dangerStart(c, days.dangerSince);
  const on = {
    first_act: days.firstActOn,
    last_act: days.lastActOn,
    case_opened: days.openedOn,
  }[event];
  return on ? { on } : null;
}

/** The review counts from the flag, or from the last contact on the step that exists only for danger. */
function dangerStart(c: CaseReading, since: Date): ClockStart {
  const flagged = civilDate(since, c.moment.zone);
  const steps = Object.values(c.playbook.steps).filter((step) =>
    step.notNeeded.some((reason) => reason.when === "no_danger"),
  );
  const words = steps.flatMap((step) => {
    const fact = factOf(c, step.key);
    return fact?.lastContactOn ?? fact?.outcomeOn ?? fact?.begunOn ?? [];
  });
  const last = words.toSorted().at(-1);
  return last && last > flagged ? { on: last } : { on: flagged, at: since };
}

/** The day on which somebody looks at the danger again. A later answer takes the place of the one that set it. */
function dangerReview(c: CaseReading, code: string): CaseClock[] {
  const review = c.facts.dangerReview;
  if (!review) return [];
  const key = `danger:${review.id}`;
  const options = { ...onCase(c, key), paperDate: review.reviewOn };
  const running = runClock(code, { on: review.assessedOn }, c.moment, options);
  if (!running) return [];
  const why = running.why.replace(t("Date recorded on the paper"), t("The day set with the answer"));
  return [asCaseClock({ ...running, why }, { key, waitsOn: null, path: "/danger" })];
}

/** How long an ended release is still shown, unless a newer one for the same receiver replaced it. */
const spokenOf = 14;

function releaseClocks(c: CaseReading, code: string): CaseClock[] {
  const all = c.facts.releases ?? [];
  return all.flatMap((release) => {
    const newer = all.some(
      (candidate) => candidate.recipient === release.recipient && candidate.expiresOn > release.expiresOn,
    );
    if (newer || addDays(release.expiresOn, spokenOf) < c.moment.today) return [];
    const key = `release:${release.id}`;
    const options = { ...onCase(c, key), paperDate: release.expiresOn };
    const running = runClock(code, { on: release.signedOn }, c.moment, options);
    return running
      ? [
          asCaseClock(running, {
            key,
            waitsOn: null,
            title: t("{title}: REL-{number}", { title: running.title, number: release.number }),
          }),
        ]
      : [];
  });
}

/** The deadline of the current level of each open refusal. A refusal handled by the step itself is answered there. */
function refusalClocks(c: CaseReading, ofSteps: readonly CaseClock[]): CaseClock[] {
  const rungs = Object.values(c.playbook.steps).flatMap((step) => (step.rungs ?? []).map((rung) => ({ step, rung })));
  return (c.facts.refusals ?? []).flatMap((refusal) => {
    const { step, rung } = rungs.find((candidate) => candidate.rung.key === refusal.rungKey) ?? {};
    const code = rung?.clockCode;
    if (!step || !code || ofSteps.some((clock) => clock.code === code && clock.stepKey === step.key)) return [];
    const key = `refusal:${refusal.number}:${code}`;
    const start = { on: refusal.rungSince ?? refusal.refusedOn };
    const running = runClock(code, start, c.moment, onCase(c, key));
    const title = t("{title}: refusal {number}", { title: running?.title, number: refusal.number });
    const told = { key, title, waitsOn: rung.to, stepKey: step.key, stepTitle: step.title };
    return running ? [asCaseClock(running, told)] : [];
  });
}

function keepClocks(c: CaseReading): CaseClock[] {
  return (c.facts.preservations ?? []).flatMap((keep) => {
    const keyOf = (code: string) => `preservation:${keep.id}:${code}`;
    const clocks = preservationClocks(keep, c.moment, c.law, (code) => ({ changes: changesOf(c, keyOf(code)) }));
    return clocks.map(({ rule, running }) =>
      asCaseClock(running, {
        key: keyOf(rule.code),
        // Only officials ask a provider; we remind them.
        waitsOn: "the officer",
        title: t("{title}: account {accountNumber}", { title: running.title, accountNumber: keep.accountNumber }),
      }),
    );
  });
}

/** Our own date, without any rule. */
const ownDate: ClockRule = labelTable(() => ({
  code: "own",
  title: t("Own date"),
  trigger: t("the day it was noted"),
  limit: null,
  shorter: [],
  limitNote: t("a date of our own"),
  kind: "D",
  sense: "deadline",
  calendar: "",
  alertsAfter: [],
  renewal: null,
  enabled: true,
  byHand: true,
  perAccount: false,
  platforms: [],
  afterwards: t("Record the outcome, or change the date."),
  sources: [],
}));

function handClock(c: CaseReading, clock: HandClockFact): CaseClock[] {
  const rule = clock.code ? findClock(clock.code, c.law) : ownDate;
  const key = `hand:${clock.id}`;
  const options = { ...onCase(c, key), paperDate: clock.dueOn };
  const running =
    (rule && runRule(rule, { on: clock.startedOn, at: clock.startedAt }, c.moment, options)) ?? ruleless(c, clock);
  const own = clock.code === null && !running.warning;
  const why = own ? running.why.replace(t("Date recorded on the paper"), t("Our own date")) : running.why;
  const told = { key, waitsOn: null, title: clock.title, code: clock.code };
  // The next act of a step is done on its page.
  const path = clock.stepKey && `/ladder/${clock.stepKey}${clock.part ? `#report-${clock.part}` : ""}`;
  return [asCaseClock({ ...running, why }, path ? { ...told, path } : told)];
}

/** The day of the next act that was agreed in a note or a contact. Answered there. */
function nextActClock(c: CaseReading, { noteId, title, notedOn, nextOn }: NextActFact): CaseClock[] {
  const key = nextActKey(noteId);
  const options = { ...onCase(c, key), paperDate: nextOn };
  const running = runRule(ownDate, { on: notedOn }, c.moment, options);
  if (!running) return [];
  const why = running.why.replace(t("Date recorded on the paper"), t("The day that was agreed in the note"));
  const afterwards = t("Open the note, do what it says, and mark it as done.");
  return [
    asCaseClock({ ...running, why, afterwards }, { key, waitsOn: null, title, code: null, path: `/notes/${noteId}` }),
  ];
}

/** The day by which a service was to answer a referral. */
function referralClock(c: CaseReading, { id, number, service, state, madeOn, answerBy }: ReferralFact): CaseClock[] {
  if (state !== "open" || !answerBy) return [];
  const key = referralKeys(id).answer;
  const options = { paperDate: answerBy, law: c.law, changes: changesOf(c, key) };
  const running = runRule(ownDate, { on: madeOn }, c.moment, options);
  if (!running) return [];
  const why = running.why.replace(t("Date recorded on the paper"), t("The day on which an answer was expected"));
  const afterwards = t("Call or write to the service, and record its answer.");
  return [
    asCaseClock(
      { ...running, why, afterwards },
      {
        key,
        waitsOn: service,
        title: referralTitle(number),
        ask: askService(service, number),
        code: null,
        path: referralPath(id),
      },
    ),
  ];
}

/** The day that was set with the answer; without one our default counts, shorter the higher the risk. */
function outcomeClock(c: CaseReading, code: string, referral: ReferralFact): CaseClock[] {
  if (referral.state !== "accepted") return [];
  const { id, number, service, madeOn, answeredOn, outcomeBy } = referral;
  const key = referralKeys(id).outcome;
  const options = { ...onCase(c, key), paperDate: outcomeBy };
  const running = runClock(code, { on: answeredOn ?? madeOn }, c.moment, options);
  if (!running) return [];
  const why = running.why.replace(t("Date recorded on the paper"), t("The day that was set with the answer"));
  const path = referralPath(id);
  const told = { key, waitsOn: service, title: outcomeTitle(number), ask: askOutcome(service, number), path };
  return [asCaseClock({ ...running, why }, told)];
}

/** A clock whose rule has been removed from the law: it is shown with a note, never dropped silently. */
function ruleless(c: CaseReading, handClock: HandClockFact): RunningClock {
  const { today } = c.moment;
  const warning = t("Its rule is not in force, or has no length. Answer it, or start another clock.");
  const day = { dueOn: handClock.dueOn ?? today, dueAt: null, daysLeft: 0, alerts: [], state: "soon" as const };
  const { code, title, kind, afterwards, sources } = ownDate;
  const same = { code, title, kind, afterwards, sources, startedOn: handClock.startedOn };
  return { ...same, ...day, words: t("No rule counts it"), why: warning, warning };
}
