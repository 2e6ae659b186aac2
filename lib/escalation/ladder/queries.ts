import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { type cases, stepEvents } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { timetable } from "@/lib/escalation/steps/clocks/rules";
import { actOfStep } from "@/lib/escalation/steps/next-step/rules";
import type { NextStep } from "@/lib/escalation/steps/next-step/types";
import { asksBeforeSending, type CaseReading, partNames } from "@/lib/escalation/steps/rules";
import { splitStep } from "@/lib/escalation/steps/split-step";
import { stageOf } from "@/lib/escalation/steps/stage/rules";
import type { StepStage } from "@/lib/escalation/steps/stage/types";
import { isNoticeStep } from "@/lib/escalation/steps/takedowns/rules";
import type { SendingAsks } from "@/lib/escalation/steps/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import type { CaseClock } from "@/lib/law/clocks/types";
import { clockText } from "@/lib/law/jurisdictions/clock-text";
import {
  findClock,
  findPlaybook,
  findReferenceKind,
  houseLaw,
  isPerPlatform,
  type Law,
} from "@/lib/law/jurisdictions/rules";
import type { Playbook, PlaybookStep } from "@/lib/law/jurisdictions/types";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { civilDate } from "@/lib/platform/time/clock";
import { closingWords } from "./closing-words";
import { readManyFacts } from "./read-many-facts";
import { canBegin, canRecordOutcome, canSkip, canSubmit, evaluateCase } from "./rules";
import type { ContactChannel, LadderFacts, LadderView, PartView, StepGuards, StepView } from "./types";

export type CaseRow = typeof cases.$inferSelect;

/** Where the sealed note of one line of a step's history lives. */
export const notePlace = (row: string) => ({ table: "step_events", column: "note", row });

/** The same for with whom somebody spoke. */
export const withWhomPlace = (row: string) => ({ table: "step_events", column: "with_whom", row });

/** The playbook that the case pinned. @throws Error when this release no longer carries it */
export function playbookOf(row: { pair: string; playbookVersion: number }, law: Law = houseLaw): Playbook {
  const playbook = findPlaybook(row.pair, row.playbookVersion, law);
  if (!playbook) throw new Error(`No playbook ${row.pair}, version ${row.playbookVersion}.`);
  return playbook;
}

/** Cases as the rules read them, at the moment of this act, in a constant number of statements. */
export async function readReadings(ctx: TxCtx, rows: readonly CaseRow[]): Promise<Map<string, CaseReading>> {
  const law = await readLaw(ctx);
  const facts = await readManyFacts(ctx, rows, law);
  return new Map(
    rows.flatMap((row) => {
      const known = facts.get(row.id);
      const playbook = playbookOf(row, law);
      const { zone } = playbook.home;
      const moment = { today: civilDate(ctx.now, zone), now: ctx.now, zone };
      return known ? [[row.id, { playbook, facts: known, moment, law }]] : [];
    }),
  );
}

/** One case as the rules read it. */
export async function readReading(ctx: TxCtx, row: CaseRow): Promise<CaseReading> {
  const reading = (await readReadings(ctx, [row])).get(row.id);
  if (!reading) throw new Error("The facts of a case were not read.");
  return reading;
}

/** Every clock that runs on these cases, most urgent first. On a closed case none runs. */
export async function readCaseClocks(ctx: TxCtx, rows: readonly CaseRow[]): Promise<Map<string, CaseClock[]>> {
  const open = rows.filter((row) => !row.closedAt);
  return new Map([...(await readReadings(ctx, open))].map(([id, reading]) => [id, timetable(reading)]));
}

/** The current ladder of a case. */
export const readLadder = query("case.read", async (ctx, caseId: string): Promise<LadderView> => {
  const row = await findCase(ctx, caseId);
  return ladderOf(ctx, row);
});

/** The same for a case that was read already. */
export async function ladderOf(ctx: TxCtx, row: CaseRow): Promise<LadderView> {
  return evaluateCase(await readReading(ctx, row));
}

export type StepEventView = {
  id: string;
  event: string;
  /** Which report it is about; null for the step as a whole. */
  about: string | null;
  happenedOn: string;
  channel: ContactChannel | null;
  withWhom: string | null;
  note: string | null;
  recordedAt: Date;
};
export type StepReport = {
  view: PartView;
  guards: StepGuards;
  asks: SendingAsks;
  /** What was recorded, also of its platform or of the whole step. */
  recorded: string | null;
};

export type StepPage = {
  step: PlaybookStep;
  view: StepView;
  level: { number: number; name: string };
  facts: LadderFacts;
  playbook: Playbook;
  events: StepEventView[];
  guards: StepGuards;
  /** Its items on the take-down list; null for a step that does not read the list. */
  takedowns: PartView[] | null;
  /** Each other report of a step of which there is one for each platform, with what may be done; empty for every other. */
  reports: StepReport[];
  /** The one act of this step, as the case and the queue show it; null when there is none. */
  act: NextStep | null;
  stage: StepStage;
  /** How long to wait at each level of a complaint, by its key. */
  rungClocks: Record<string, string>;
  /** What closes the step, in words. */
  closedBy: string[];
  /** The kinds of number that the step brings. */
  numbers: { value: string; label: string; needsStation: boolean }[];
  /** Platforms that may be added to a step of which there is one for each; empty for every other. */
  platforms: { value: string; label: string }[];
};

/** All that may be done on a step. */
function guardsOf(playbook: Playbook, facts: LadderFacts, stepKey: string): StepGuards {
  return {
    begin: canBegin(playbook, facts, stepKey),
    submit: canSubmit(playbook, facts, stepKey),
    complete: canRecordOutcome(playbook, facts, stepKey, true),
    outcome: canRecordOutcome(playbook, facts, stepKey, false),
    skip: canSkip(playbook, facts, stepKey),
  };
}

/** One step: what its playbook says, its state and its history. @throws AppError not_found */
export const readStepPage = query("case.read", async (ctx, caseId: string, stepKey: string): Promise<StepPage> => {
  const row = await findCase(ctx, caseId);
  const reading = await readReading(ctx, row);
  const { playbook, facts } = reading;
  const step = Object.hasOwn(playbook.steps, stepKey) ? playbook.steps[stepKey] : undefined;
  if (!step) throw new AppError("not_found", t("No such step."));
  const ladder = evaluateCase(reading);
  const level = ladder.levels.find((candidate) =>
    candidate.rows.some((r) => r.home?.key === stepKey || r.there?.key === stepKey),
  );
  const view = level?.rows.flatMap((r) => [r.home, r.there]).find((candidate) => candidate?.key === stepKey);
  if (!level || !view) throw new AppError("not_found", t("No such step."));
  const lines = await ctx.db
    .select({
      id: stepEvents.id,
      part: stepEvents.part,
      event: stepEvents.event,
      happenedOn: stepEvents.happenedOn,
      channel: stepEvents.channel,
      withWhom: stepEvents.withWhom,
      note: stepEvents.note,
      recordedAt: stepEvents.recordedAt,
    })
    .from(stepEvents)
    .where(and(eq(stepEvents.caseId, caseId), eq(stepEvents.stepKey, stepKey)))
    .orderBy(desc(stepEvents.recordedAt), desc(stepEvents.id));
  const vault = await openVault(ctx, row.keyId);
  const named = partNames(reading, step);
  const events = lines.map(({ part, ...line }) => ({
    ...line,
    about: named(part),
    withWhom: vault.openMaybe(withWhomPlace(line.id), line.withWhom),
    note: vault.openSince(notePlace(line.id), line.note),
  }));
  const perPlatform = isPerPlatform(step, reading.law);
  const known = new Set(view.parts.map((part) => part.platform));
  const platforms = perPlatform
    ? reading.law.platforms.flatMap(({ key, name }) => (known.has(key) ? [] : [{ value: key, label: name }]))
    : [];
  const recorded = perPlatform ? splitStep(reading, step).filter(({ takedown }) => takedown === null) : [];
  const reports = recorded.flatMap((part): StepReport[] => {
    const of = view.parts.find((candidate) => candidate.key === part.key);
    if (!of) return [];
    const { playbook: own, facts: mine } = part.reading;
    const asks = asksBeforeSending(part.step, mine);
    return [{ view: of, guards: guardsOf(own, mine, stepKey), asks, recorded: part.fact?.state ?? null }];
  });
  const at = { number: level.number, name: level.name };
  const guards = guardsOf(playbook, facts, stepKey);
  const listed = perPlatform || isNoticeStep(step, reading.law);
  const takedowns = listed ? view.parts.filter(({ takedown }) => takedown !== null) : null;
  const act = actOfStep(reading, stepKey, [ladder.next, ...ladder.alsoReady], ladder.clocks);
  return {
    step,
    view,
    level: at,
    facts,
    playbook,
    events,
    guards,
    takedowns,
    reports,
    platforms,
    act,
    stage: stageOf(reading, step),
    closedBy: closingWords(step, reading.law),
    numbers: step.produces.references.flatMap((key) => {
      const kind = findReferenceKind(key, reading.law);
      return kind ? [{ value: key, label: kind.label, needsStation: kind.parser.shape === "station_serial" }] : [];
    }),
    rungClocks: Object.fromEntries(
      (step.rungs ?? []).map((rung) => [rung.key, clockText(rung.clock, findClock(rung.clockCode ?? "", reading.law))]),
    ),
  };
});
