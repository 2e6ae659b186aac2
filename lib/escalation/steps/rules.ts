import {
  byUrgency,
  type CaseMarks,
  type ClockStart,
  type RunningClock,
  runClock,
  stepClockKey,
} from "@/lib/law/clocks/rules";
import { findClock, findPlatform } from "@/lib/law/jurisdictions/rules";
import type { PlaybookStep, Prerequisite, StepClock } from "@/lib/law/jurisdictions/types";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { oncePerStep } from "./once-per-step";
import { splitStep } from "./split-step";
import type {
  CaseReading,
  LadderFacts,
  PacketFact,
  ReferenceFact,
  SendingAsks,
  StepFact,
  StepPart,
  StepStatus,
} from "./types";

export type { CaseReading } from "./types";

/** What was recorded about a step as a whole, or null. */
export const factOf = (c: Pick<CaseReading, "facts">, key: string): StepFact | null =>
  c.facts.steps.find((s) => s.stepKey === key && !s.part) ?? null;

/** The first issued number of these kinds. */
function issued(c: CaseReading, kinds: readonly string[]): ReferenceFact | null {
  return c.facts.references.find((r) => r.state === "issued" && kinds.includes(r.kind)) ?? null;
}

/** The newest version of a packet kind. */
export const packetOf = (c: CaseReading, kind: string | undefined): PacketFact | null =>
  newestOf(c.facts.packets, kind);

function newestOf(packets: readonly PacketFact[], kind: string | undefined): PacketFact | null {
  const mine = kind ? packets.filter((p) => p.kind === kind) : [];
  return mine.toSorted((a, b) => b.version - a.version)[0] ?? null;
}

const crossedTo = (packet: PacketFact | null) =>
  packet !== null && ["handed_over", "opened", "acknowledged"].includes(packet.status);

/** A newer draft does not undo a packet that the receiver already has. */
export function handedOver(c: CaseReading, kind: string | undefined): PacketFact | null {
  return newestOf(c.facts.packets.filter(crossedTo), kind);
}

/** True if the step is complete, by its own rule or by hand; with several reports, if each was answered. */
export const isDone = oncePerStep((c, step): boolean => {
  const parts = splitStep(c, step).map((part) => standing(part.reading, part.step));
  const fact = factOf(c, step.key);
  // A step skipped as a whole is not completed by earlier answers.
  if (parts.length > 0 && fact?.state === "skipped") return false;
  if (parts.length > 0) return parts.includes("done") && parts.every((part) => part === "done" || part === "skipped");
  if (fact?.state === "done") return true;
  return step.doneWhen.some((rule) => {
    if (rule.by === "reference") return issued(c, rule.anyOf) !== null;
    if (rule.by === "count") return countOf(c, rule.of) >= rule.atLeast;
    if (rule.by === "safe_contact") return c.facts.safeContactRecorded;
    if (rule.by === "document")
      return c.facts.documents.some((d) => d.kind === rule.document && d.state === rule.state);
    return rule.by === "submitted" && fact?.state === "submitted";
  });
});

/**
 * The day of the act that met the rule of a step, such as the day on which its number was given; null where no record
 * has one. With several reports, the day of the last one.
 */
export function metOn(c: CaseReading, step: PlaybookStep): CivilDate | null {
  const parts = splitStep(c, step);
  if (parts.length > 0) return newest(parts.map((part) => part.takedown?.endedOn ?? metOn(part.reading, part.step)));
  const fact = factOf(c, step.key);
  if (fact?.state === "done") return fact.outcomeOn ?? null;
  const days = step.doneWhen.map((rule) => {
    if (rule.by === "reference") {
      const number = issued(c, rule.anyOf);
      return number && givenOn(number);
    }
    if (rule.by === "count") return rule.of === "exhibits" ? c.facts.firstProofOn : null;
    if (rule.by === "safe_contact") return c.facts.safeContactReviewedOn;
    if (rule.by === "document")
      return c.facts.documents.find((d) => d.kind === rule.document && d.state === rule.state)?.on;
    return rule.by === "submitted" && fact?.state === "submitted" ? fact.submittedOn : null;
  });
  return days.flatMap((day) => day ?? []).toSorted()[0] ?? null;
}

/** The number of items. A sighting represents an image that may not be kept, so it counts as proof like an exhibit. */
function countOf({ facts: { counts } }: CaseReading, of: "exhibits" | "incidents" | "subjectsWithAccountId"): number {
  return of === "exhibits" ? counts.exhibits + (counts.sightings ?? 0) : counts[of];
}

/** The number received for what was sent: it shows that it arrived, even if nobody recorded the date. */
export function answered(c: CaseReading, step: PlaybookStep): ReferenceFact | null {
  return issued(c, step.produces.references);
}

/** Whom a step waits for: the person who received the packet, until a number shows that the agency itself has it. */
export function whoHasIt(c: CaseReading, step: PlaybookStep): string {
  const [first, ...more] = splitStep(c, step).filter((part) => standing(part.reading, part.step) === "waiting");
  if (first)
    return more.length > 0
      ? t("{waitsOn} and {more} more", { waitsOn: first.step.waitsOn, more: more.length })
      : first.step.waitsOn;
  const packet = handedOver(c, step.produces.packet);
  return packet && !answered(c, step)
    ? t("the officer who has version {version}", { version: packet.version })
    : step.waitsOn;
}

/** True if a step has reached at least this state. */
export function reached(c: CaseReading, key: string, at: "begun" | "submitted" | "done"): boolean {
  const step = c.playbook.steps[key];
  if (!step) return false;
  if (isDone(c, step)) return true;
  const fact = factOf(c, key);
  if (at === "done" || fact?.state === "skipped") return false;
  if (answered(c, step)) return true;
  if (splitStep(c, step).some((part) => reached(part.reading, key, at))) return true;
  if (!fact) return false;
  return at === "begun" || fact.state === "submitted";
}

/** Where no file may be kept, having none is correct: nothing waits for an exhibit. */
const asksForExhibits = (c: CaseReading, need: Prerequisite): boolean =>
  (need.need === "count" && need.of === "exhibits") ||
  (need.need === "step" && c.playbook.steps[need.step]?.produces.exhibits === true);

function isMet(c: CaseReading, need: Prerequisite): boolean {
  if (c.facts.keepsNoFiles && asksForExhibits(c, need)) return true;
  if (need.need === "reference") return issued(c, need.anyOf) !== null;
  if (need.need === "no_reference") return issued(c, need.anyOf) === null;
  if (need.need === "count") return countOf(c, need.of) >= need.atLeast;
  if (need.need === "safe_contact") return c.facts.safeContactRecorded;
  if (need.need === "step") return reached(c, need.step, need.at);
  if (need.at === "handed_over") return handedOver(c, need.packet) !== null;
  return c.facts.packets.some((p) => p.kind === need.packet && (p.status === "approved" || crossedTo(p)));
}

/** What must still come first. */
export const unmet = oncePerStep((c, step): readonly Prerequisite[] =>
  step.prerequisites.filter((need) => !isMet(c, need)),
);

/** Why the step is not needed, or null. */
export function notNeeded(c: CaseReading, step: PlaybookStep): string | null {
  const rule = step.notNeeded.find((rule) => {
    if (rule.when === "reference") return issued(c, rule.anyOf) !== null;
    if (rule.when === "no_danger") return !c.facts.danger;
    return c.facts.traits !== undefined && !c.facts.traits.includes(rule.trait);
  });
  return rule?.say ?? null;
}

/** The state of a step before its clocks are considered. */
export const standing = oncePerStep((c, step): StepStatus => {
  const fact = factOf(c, step.key);
  if (fact?.state === "skipped") return "skipped";
  if (isDone(c, step)) return "done";
  if (notNeeded(c, step)) return fact ? "done" : "skipped";
  const parts = splitStep(c, step);
  if (parts.length > 0) return standingOf(parts.map((part) => standing(part.reading, part.step)));
  if (!step.sendableByUs) return officialStanding(c, step, fact);
  if (fact?.state === "submitted" || answered(c, step)) return "waiting";
  if (fact) return step.climbs === "begun" ? "waiting" : "begun";
  return unmet(c, step).length > 0 ? "not_yet" : "ready";
});

/** A step with several reports waits while any of them waits, and is open while any is open. */
function standingOf(parts: readonly StepStatus[]): StepStatus {
  const order: StepStatus[] = ["waiting", "begun", "ready", "not_yet"];
  return order.find((status) => parts.includes(status)) ?? "skipped";
}

/** Only officials may send here: we can only prepare and hand over. */
function officialStanding(c: CaseReading, step: PlaybookStep, fact: StepFact | null): StepStatus {
  if (handedOver(c, step.produces.packet) || fact?.state === "submitted" || answered(c, step)) return "waiting";
  if (packetOf(c, step.produces.packet)) return "begun";
  if (fact) return step.produces.packet ? "begun" : "waiting";
  if (unmet(c, step).length > 0) return "not_yet";
  return step.produces.packet || step.produces.document ? "ready" : "waiting";
}

/**
 * The last that we know of a step while it is with somebody else: it was sent, handed over, numbered or heard of. Of a
 * step that only others take, the day on which what it needs came to be there.
 */
export function lastWord(c: CaseReading, step: PlaybookStep): CivilDate | null {
  if (standing(c, step) !== "waiting") return null;
  const fact = factOf(c, step.key);
  const numbered = (kinds: readonly string[]) =>
    c.facts.references.filter((r) => r.state === "issued" && kinds.includes(r.kind)).map(givenOn);
  const own = [
    fact?.submittedOn,
    fact?.lastContactOn,
    fact?.begunOn,
    ...numbered(step.produces.references),
    ...c.facts.handovers.filter((h) => h.packetKind === step.produces.packet).map((h) => h.handedOverOn),
  ];
  return newest(own) ?? newest(numbered(neededNumbers(c, step)));
}

const newest = (days: readonly (CivilDate | null | undefined)[]): CivilDate | null =>
  days
    .flatMap((day) => day ?? [])
    .toSorted()
    .at(-1) ?? null;

const givenOn = (reference: ReferenceFact): CivilDate | null => reference.issuedOn ?? reference.recordedOn ?? null;

/** The kinds of numbers that a step builds on, its own or those of the step before it. */
export function neededNumbers(c: Pick<CaseReading, "playbook">, step: PlaybookStep): readonly string[] {
  return step.prerequisites.flatMap((need) => {
    if (need.need === "reference") return need.anyOf;
    return need.need === "step" ? (c.playbook.steps[need.step]?.produces.references ?? []) : [];
  });
}

function startOf(c: CaseReading, step: PlaybookStep, clock: StepClock): ClockStart | null {
  const fact = factOf(c, step.key);
  const from = clock.from;
  const on = (date: CivilDate | null | undefined): ClockStart | null => (date ? { on: date } : null);
  const answer = answered(c, step);
  const numberedOn = answer?.issuedOn ?? answer?.recordedOn;
  if (from.event === "begun") return on(fact?.begunOn);
  if (from.event === "submitted")
    return fact?.submittedOn ? { on: fact.submittedOn, at: fact.submittedAt ?? null } : on(numberedOn);
  if (from.event === "last_contact") return on(fact?.lastContactOn ?? fact?.submittedOn ?? fact?.begunOn ?? numberedOn);
  if (from.event === "last_word") return on(lastWord(c, step));
  if (from.event === "safe_contact") return on(c.facts.safeContactReviewedOn);
  if (from.event === "date_on_paper") return on(fact?.dueOn);
  if (from.event === "reference") {
    const reference = issued(c, from.anyOf);
    return on(reference?.issuedOn ?? reference?.recordedOn);
  }
  return on(
    c.facts.handovers
      .filter((h) => h.packetKind === from.packet)
      .map((h) => h.handedOverOn)
      .toSorted()
      .at(-1),
  );
}

function runsNow(c: CaseReading, step: PlaybookStep, clock: StepClock, status: StepStatus): boolean {
  if (status === "skipped") return false;
  if (clock.until === "standing") return true;
  return !reached(c, step.key, clock.until);
}

/** The traits of the case that shorten some deadlines. */
export const marksOf = ({ facts }: Pick<CaseReading, "facts">): CaseMarks => ({
  natures: facts.natures ?? [],
  liveLink: facts.days?.checks?.some((check) => check.liveLink) ?? false,
  risk: facts.risk,
});

function clocksOf(c: CaseReading, step: PlaybookStep, status: StepStatus): StepClockReading[] {
  const dueOn = factOf(c, step.key)?.dueOn;
  const paper = step.clocks.find((clock) => clock.from.event === "date_on_paper") ?? step.clocks[0];
  return step.clocks
    .flatMap((clock) => {
      const start = runsNow(c, step, clock, status) ? startOf(c, step, clock) : null;
      const last = factOf(c, step.key)?.lastContactOn;
      const follows = findClock(clock.code, c.law)?.sense === "follow_up";
      const from = start && follows && last && last > start.on ? { on: last } : start;
      const paperDate = clock === paper ? dueOn : null;
      const changes = c.facts.clockChanges?.filter(
        (clockChange) => clockChange.clockKey === stepClockKey(step.key, clock.code),
      );
      const options = { paperDate, dateWord: clock.dateWord, law: c.law, changes, marks: marksOf(c) };
      const running = from && runClock(clock.code, from, c.moment, options);
      return running ? [{ clock, running }] : [];
    })
    .toSorted((a, b) => byUrgency(a.running, b.running));
}

/** A running clock of a step; `part` names the report that it belongs to. */
type StepClockReading = { clock: StepClock; running: RunningClock; part?: StepPart };

/** A step with its state and running clocks, most urgent first, and each of its reports separately. */
export type StepReading = {
  step: PlaybookStep;
  status: StepStatus;
  clocks: StepClockReading[];
  parts: (StepReading & { part: StepPart })[];
};

/** The state of a step with its clocks: one that is late is overdue. */
export function readStep(c: CaseReading, step: PlaybookStep): StepReading {
  const parts = splitStep(c, step).map((part) => ({ ...readStep(part.reading, part.step), part }));
  const status = standing(c, step);
  const ofParts = parts.flatMap(({ clocks, part }) => clocks.map((clock): StepClockReading => ({ ...clock, part })));
  const clocks =
    parts.length > 0 ? ofParts.toSorted((a, b) => byUrgency(a.running, b.running)) : clocksOf(c, step, status);
  const late = clocks.some(({ running }) => running.state === "overdue");
  const closed = status === "done" || status === "skipped" || status === "not_yet";
  return { step, status: late && !closed ? "overdue" : status, clocks, parts };
}

/** What must be considered before a step is marked as sent: who may find out, and what a removal may destroy. */
export function asksBeforeSending(step: PlaybookStep, facts: LadderFacts): SendingAsks {
  const accepted = facts.preservations?.some((preservation) => preservation.acceptedOn !== null) ?? false;
  const { exhibits, sightings = 0 } = facts.counts;
  const kept = accepted ? "by_provider" : exhibits + sightings > 0 ? "by_us" : "nothing";
  // What may not be kept is taken down at once: there is no evidence to preserve first.
  const weighed = step.removesContent && !(facts.keepsNoFiles && kept === "nothing");
  return { tipOff: step.notifiesSubject, removal: weighed ? kept : null };
}

/** The page of one report, relative to the case: its item on the take-down list, or its place on the page of the step. */
export const partPath = (step: PlaybookStep, { key, takedown }: Pick<StepPart, "key" | "takedown">): string =>
  takedown ? `/takedowns/${takedown.id}` : `/ladder/${step.key}#report-${key}`;

/** The report meant by a key, or by its platform if that has only one. */
export function findPart(parts: readonly StepPart[], key: string): StepPart | null {
  const found = parts.find((part) => part.key === key);
  const ofPlatform = parts.filter((part) => part.platform === key);
  return found ?? (ofPlatform.length === 1 ? (ofPlatform[0] ?? null) : null);
}

/** The same case with an additional platform that no record names yet: somebody wants to report to it. */
export function withPlatform(c: CaseReading, key: string): CaseReading {
  const known = c.facts.platforms ?? [];
  if (known.some((platform) => platform.key === key) || !findPlatform(key, c.law)) return c;
  return { ...c, facts: { ...c.facts, platforms: [...known, { key, since: c.moment.today }] } };
}

/**
 * The name of a report by its key, including one whose number was issued or withdrawn since; null for the whole step.
 */
export function partNames(c: CaseReading, step: PlaybookStep): (key: string) => string | null {
  const parts = splitStep(c, step);
  return (key) => {
    if (!key) return null;
    const found = parts.find((part) => part.key === key)?.name ?? findPlatform(key, c.law)?.name;
    return found ?? t("a number that was withdrawn");
  };
}
