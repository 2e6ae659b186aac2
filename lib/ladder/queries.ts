import "server-only";
import { and, asc, desc, eq, isNotNull, ne } from "drizzle-orm";
import type { cases } from "@/db/schema";
import {
  accounts,
  caseSteps,
  clients,
  exhibits,
  handovers,
  incidents,
  packets,
  references,
  stepEvents,
} from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { query } from "@/lib/access/query";
import { findCase } from "@/lib/cases/scope";
import { findPlaybook } from "@/lib/jurisdictions/rules";
import type { Playbook, PlaybookStep } from "@/lib/jurisdictions/types";
import { civilDate } from "@/lib/platform/clock";
import { AppError } from "@/lib/platform/errors";
import { displayReference } from "@/lib/references/rules";
import type { PacketStatus } from "@/lib/steps/types";
import { evaluateLadder } from "./rules";
import type { LadderFacts, LadderView, StepView } from "./types";

type CaseRow = typeof cases.$inferSelect;

/** The playbook that the case pinned. @throws Error when this release no longer carries it */
export function playbookOf(row: { pair: string; playbookVersion: number }): Playbook {
  const playbook = findPlaybook(row.pair, row.playbookVersion);
  if (!playbook) throw new Error(`No playbook ${row.pair}, version ${row.playbookVersion}.`);
  return playbook;
}

/** All that the ladder needs to know of one case, read inside a transaction. */
export async function readFacts(ctx: Scoped, row: CaseRow): Promise<LadderFacts> {
  const zone = playbookOf(row).home.zone;
  const on = (at: Date) => civilDate(at, zone);
  const mine = { caseId: row.id };
  const [client] = await ctx.db
    .select({ reviewedOn: clients.safeContactReviewedOn })
    .from(clients)
    .where(eq(clients.id, row.clientId));
  const steps = await ctx.db.select().from(caseSteps).where(eq(caseSteps.caseId, row.id));
  const numbers = await ctx.db
    .select()
    .from(references)
    .where(and(eq(references.caseId, row.id), ne(references.state, "withdrawn")))
    .orderBy(asc(references.recordedAt));
  const given = await readHandovers(ctx, row.id, on);
  return {
    steps,
    references: numbers.map((one) => ({
      kind: one.kind,
      state: one.state === "issued" ? "issued" : "not_yet_issued",
      display: one.canonical ? displayReference(one.kind, one.raw ?? "", one.canonical) : null,
      issuedOn: one.issuedOn,
      recordedOn: on(one.recordedAt),
    })),
    counts: {
      exhibits: await ctx.db.$count(exhibits, eq(exhibits.caseId, mine.caseId)),
      incidents: await ctx.db.$count(incidents, eq(incidents.caseId, mine.caseId)),
      subjectsWithAccountId: await ctx.db.$count(
        accounts,
        and(eq(accounts.caseId, mine.caseId), isNotNull(accounts.platformId)),
      ),
    },
    safeContactRecorded: client !== undefined,
    safeContactReviewedOn: client?.reviewedOn ?? null,
    documents: [],
    packets: await readPackets(ctx, row.id, given, on),
    handovers: given.map(({ packetKind, handedOverOn, acknowledgedOn }) => ({
      packetKind,
      handedOverOn,
      acknowledgedOn,
    })),
    danger: row.inDanger,
    traits: row.traits ?? undefined,
  };
}

type Given = Awaited<ReturnType<typeof readHandovers>>;

async function readHandovers(ctx: Scoped, caseId: string, on: (at: Date) => string) {
  const rows = await ctx.db
    .select({
      packetId: handovers.packetId,
      kind: packets.kind,
      deliveredAt: handovers.deliveredAt,
      openedAt: handovers.openedAt,
      acknowledgedAt: handovers.acknowledgedAt,
    })
    .from(handovers)
    .innerJoin(packets, eq(packets.id, handovers.packetId))
    .where(eq(handovers.caseId, caseId));
  return rows.map((one) => ({
    packetId: one.packetId,
    packetKind: one.kind,
    opened: one.openedAt !== null,
    handedOverOn: on(one.deliveredAt),
    acknowledgedOn: one.acknowledgedAt ? on(one.acknowledgedAt) : null,
  }));
}

async function readPackets(ctx: Scoped, caseId: string, given: Given, on: (at: Date) => string) {
  const rows = await ctx.db
    .select({
      id: packets.id,
      kind: packets.kind,
      version: packets.version,
      status: packets.status,
      at: packets.draftedAt,
    })
    .from(packets)
    .where(and(eq(packets.caseId, caseId), ne(packets.status, "withdrawn")))
    .orderBy(desc(packets.version));
  return rows.map((one) => ({ kind: one.kind, version: one.version, on: on(one.at), status: statusOf(one, given) }));
}

function statusOf(packet: { id: string; status: string }, given: Given): PacketStatus {
  const mine = given.filter((one) => one.packetId === packet.id);
  if (mine.some((one) => one.acknowledgedOn)) return "acknowledged";
  if (mine.some((one) => one.opened)) return "opened";
  if (mine.length > 0) return "handed_over";
  if (packet.status === "approved") return "approved";
  return packet.status === "ready" ? "ready" : "drafted";
}

/** The ladder of a case as it stands now. */
export const readLadder = query("case.read", async (ctx, caseId: string): Promise<LadderView> => {
  const row = await findCase(ctx, caseId);
  return ladderOf(ctx, row);
});

/** The same for a case that was read already. */
export async function ladderOf(ctx: Scoped, row: CaseRow): Promise<LadderView> {
  const playbook = playbookOf(row);
  const facts = await readFacts(ctx, row);
  return evaluateLadder(playbook, facts, civilDate(ctx.now, playbook.home.zone), ctx.now);
}

export type StepEventView = { id: string; event: string; happenedOn: string; note: string | null; recordedAt: Date };
export type StepPage = {
  step: PlaybookStep;
  view: StepView;
  level: { number: number; name: string };
  facts: LadderFacts;
  playbook: Playbook;
  events: StepEventView[];
};

/** One step with what its playbook says, where it stands and what happened to it. @throws AppError not_found */
export const readStepPage = query("case.read", async (ctx, caseId: string, stepKey: string): Promise<StepPage> => {
  const row = await findCase(ctx, caseId);
  const playbook = playbookOf(row);
  const step = playbook.steps[stepKey];
  if (!step) throw new AppError("not_found", "No such step.");
  const facts = await readFacts(ctx, row);
  const ladder = evaluateLadder(playbook, facts, civilDate(ctx.now, playbook.home.zone), ctx.now);
  const level = ladder.levels.find((one) => one.rows.some((r) => r.home?.key === stepKey || r.there?.key === stepKey));
  const view = level?.rows.flatMap((r) => [r.home, r.there]).find((one) => one?.key === stepKey);
  if (!level || !view) throw new AppError("not_found", "No such step.");
  const events = await ctx.db
    .select({
      id: stepEvents.id,
      event: stepEvents.event,
      happenedOn: stepEvents.happenedOn,
      note: stepEvents.note,
      recordedAt: stepEvents.recordedAt,
    })
    .from(stepEvents)
    .where(and(eq(stepEvents.caseId, caseId), eq(stepEvents.stepKey, stepKey)))
    .orderBy(desc(stepEvents.recordedAt), desc(stepEvents.id));
  return { step, view, level: { number: level.number, name: level.name }, facts, playbook, events };
});
