import "server-only";
import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, ne, notExists, or, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { caseSteps, cases, handovers, members, packets, stepEvents } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { query } from "@/lib/access/query";
import { may } from "@/lib/access/roles";
import { visibleCases } from "@/lib/cases/scope";
import { findPlaybook } from "@/lib/jurisdictions/rules";
import { addDays } from "@/lib/platform/calendar";
import { listFirstContacts } from "./list-first-contacts";
import { listLinksToRelease } from "./list-links-to-release";
import { listOpenQuestions } from "./list-open-questions";
import { listUnseenRefusals } from "./list-unseen-refusals";
import { officeToday } from "./rules";
import type { Few, MyWork, NavCounts, PacketItem, TeamRow, WaitingItem, WorkItem } from "./types";

const few = 6;
const cap = 100;
const day = 86_400_000;

/** Open cases that this person owns. */
function myOpenCases(ctx: Scoped): SQL | undefined {
  return and(visibleCases(ctx), isNull(cases.closedAt), eq(cases.ownerId, ctx.actor.memberId ?? ctx.orgId));
}

async function cappedCount(ctx: Scoped, where: SQL | undefined): Promise<number> {
  const rows = ctx.db.select({ id: cases.id }).from(cases).where(where).limit(cap).as("capped");
  const [row] = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(rows);
  return row?.n ?? 0;
}

/** What the navigation says beside its words. */
export const readNavCounts = query("case.read", async (ctx): Promise<NavCounts> => {
  const overdue = await cappedCount(ctx, and(myOpenCases(ctx), lt(cases.nextDueOn, officeToday(ctx.now))));
  const deadlines = await cappedCount(
    ctx,
    and(myOpenCases(ctx), lt(cases.nextDueOn, addDays(officeToday(ctx.now), 3))),
  );
  const approvals = may(ctx.actor.role, "packet.decide") ? await countApprovals(ctx) : 0;
  return { overdue, deadlines, approvals };
});

/** The landing page: what is late, what is next, and what lies with others. */
export const readMyWork = query("case.read", async (ctx): Promise<MyWork> => {
  const today = officeToday(ctx.now);
  const mine = myOpenCases(ctx);
  const late = and(mine, lt(cases.nextDueOn, today));
  const near = and(mine, gte(cases.nextDueOn, today), lt(cases.nextDueOn, addDays(today, 8)));
  const quiet = or(isNull(cases.nextDueOn), gte(cases.nextDueOn, addDays(today, 8)));
  const ready = and(mine, ne(cases.nextStep, ""), quiet);
  const decides = may(ctx.actor.role, "packet.decide");
  return {
    overdue: await fewCases(ctx, late, [asc(cases.nextDueOn), asc(cases.id)]),
    soon: await fewCases(ctx, near, [asc(cases.nextDueOn), asc(cases.id)]),
    action: await fewCases(ctx, ready, [desc(cases.lastActivityAt), asc(cases.id)]),
    waiting: await fewWaiting(ctx),
    questions: await listOpenQuestions(ctx),
    refusals: await listUnseenRefusals(ctx),
    firstContacts: await listFirstContacts(ctx),
    releases: decides ? await listLinksToRelease(ctx) : { items: [], count: 0 },
    sent: await listPacketsBy(ctx, and(eq(packets.status, "ready"), draftedByMe(ctx))),
    returned: await listPacketsBy(ctx, and(eq(packets.status, "returned"), draftedByMe(ctx))),
    acknowledged: await listAcknowledged(ctx),
    approvals: decides
      ? { items: await listPacketsBy(ctx, toDecide(ctx)), count: await countApprovals(ctx) }
      : { items: [], count: 0 },
  };
});

async function fewCases(ctx: Scoped, where: SQL | undefined, order: SQL[]): Promise<Few<WorkItem>> {
  const items = await ctx.db
    .select({
      caseId: cases.id,
      pseudonym: cases.pseudonym,
      code: cases.code,
      nextStep: cases.nextStep,
      dueOn: cases.nextDueOn,
      dueLabel: cases.nextDueLabel,
    })
    .from(cases)
    .where(where)
    .orderBy(...order)
    .limit(few);
  return { items, count: items.length < few ? items.length : await cappedCount(ctx, where) };
}

async function fewWaiting(ctx: Scoped): Promise<Few<WaitingItem>> {
  const rows = await ctx.db
    .select({
      caseId: cases.id,
      pseudonym: cases.pseudonym,
      pair: cases.pair,
      version: cases.playbookVersion,
      stepKey: caseSteps.stepKey,
      submittedOn: caseSteps.submittedOn,
    })
    .from(caseSteps)
    .innerJoin(cases, eq(cases.id, caseSteps.caseId))
    .where(and(myOpenCases(ctx), eq(caseSteps.state, "submitted"), notCompleted(ctx)))
    .orderBy(asc(caseSteps.submittedOn), asc(cases.id))
    .limit(cap);
  const items = rows.map(({ pair, version, ...row }) => {
    const step = findPlaybook(pair, version)?.steps[row.stepKey];
    return { ...row, title: step?.title ?? row.stepKey, waitsOn: step?.waitsOn ?? "others" };
  });
  return { items: items.slice(0, few), count: items.length };
}

/** A step that its own record completed, such as a number that came in, keeps its row; its last event says it is done. */
function notCompleted(ctx: Scoped): SQL {
  const later = alias(stepEvents, "later");
  const sameStep = and(eq(later.caseId, stepEvents.caseId), eq(later.stepKey, stepEvents.stepKey));
  const reopened = ctx.db
    .select({ id: later.id })
    .from(later)
    .where(and(sameStep, eq(later.event, "reopened"), gt(later.id, stepEvents.id)));
  const done = ctx.db
    .select({ id: stepEvents.id })
    .from(stepEvents)
    .where(
      and(
        eq(stepEvents.orgId, caseSteps.orgId),
        eq(stepEvents.caseId, caseSteps.caseId),
        eq(stepEvents.stepKey, caseSteps.stepKey),
        eq(stepEvents.event, "done"),
        notExists(reopened),
      ),
    );
  return notExists(done);
}

function draftedByMe(ctx: Scoped): SQL {
  return eq(packets.draftedBy, ctx.actor.memberId ?? ctx.orgId);
}

/** Ready, and drafted by somebody else: the author of a packet never approves it. */
function toDecide(ctx: Scoped): SQL | undefined {
  return and(eq(packets.status, "ready"), ne(packets.draftedBy, ctx.actor.memberId ?? ctx.orgId));
}

async function countApprovals(ctx: Scoped): Promise<number> {
  const rows = ctx.db
    .select({ id: packets.id })
    .from(packets)
    .where(and(eq(packets.orgId, ctx.orgId), toDecide(ctx)))
    .limit(cap)
    .as("capped");
  const [row] = await ctx.db.select({ n: sql<number>`count(*)::int` }).from(rows);
  return row?.n ?? 0;
}

const packetItem = {
  id: packets.id,
  caseId: packets.caseId,
  pseudonym: cases.pseudonym,
  code: packets.code,
  kind: packets.kind,
  version: packets.version,
  receiver: packets.receiver,
  by: members.name,
  at: packets.draftedAt,
};

async function listPacketsBy(ctx: Scoped, where: SQL | undefined, limit = few): Promise<PacketItem[]> {
  return ctx.db
    .select({
      ...packetItem,
      at: sql<Date>`coalesce(${packets.builtAt}, ${packets.draftedAt})`.mapWith(packets.draftedAt),
    })
    .from(packets)
    .innerJoin(cases, eq(cases.id, packets.caseId))
    .innerJoin(members, eq(members.id, packets.draftedBy))
    .where(and(visibleCases(ctx), eq(packets.orgId, ctx.orgId), where))
    .orderBy(asc(packets.id))
    .limit(limit);
}

async function listAcknowledged(ctx: Scoped): Promise<(PacketItem & { liaison: string })[]> {
  const rows = await ctx.db
    .select({ ...packetItem, at: handovers.acknowledgedAt, liaison: members.name })
    .from(handovers)
    .innerJoin(packets, eq(packets.id, handovers.packetId))
    .innerJoin(cases, eq(cases.id, handovers.caseId))
    .innerJoin(members, eq(members.id, handovers.liaisonId))
    .where(
      and(
        visibleCases(ctx),
        eq(handovers.deliveredBy, ctx.actor.memberId ?? ctx.orgId),
        isNotNull(handovers.acknowledgedAt),
        gte(handovers.acknowledgedAt, new Date(ctx.now.getTime() - 14 * day)),
      ),
    )
    .orderBy(desc(handovers.acknowledgedAt))
    .limit(few);
  return rows.flatMap(({ at, ...row }) => (at ? [{ ...row, at }] : []));
}

/** Every packet that waits for this supervisor, the longest wait first. At most 100. */
export const listApprovals = query(
  "packet.decide",
  async (ctx): Promise<PacketItem[]> => listPacketsBy(ctx, toDecide(ctx), cap),
);

/** Packets that this person drafted and somebody else has to decide on. */
export const listSentForApproval = query(
  "case.read",
  async (ctx): Promise<PacketItem[]> => listPacketsBy(ctx, and(eq(packets.status, "ready"), draftedByMe(ctx)), cap),
);

/** One row for each person who owns cases, the most overdue first. Counts are exact: a team is small. */
export const listTeam = query("team.read", async (ctx): Promise<TeamRow[]> => {
  const today = officeToday(ctx.now);
  const quiet = new Date(ctx.now.getTime() - 30 * day);
  const only = (when: SQL) => sql<number>`(count(*) filter (where ${when}))::int`;
  const owned = await ctx.db
    .select({
      ownerId: cases.ownerId,
      open: sql<number>`count(*)::int`,
      overdue: only(sql`${cases.nextDueOn} < ${today}::date`),
      high: only(sql`${cases.risk} = 'high'`),
      stalled: only(lt(cases.lastActivityAt, quiet)),
      lastActivityAt: sql<Date>`max(${cases.lastActivityAt})`.mapWith(cases.lastActivityAt),
    })
    .from(cases)
    .where(and(eq(cases.orgId, ctx.orgId), isNull(cases.closedAt)))
    .groupBy(cases.ownerId);
  const waiting = await ctx.db
    .select({ by: packets.draftedBy, n: sql<number>`count(*)::int` })
    .from(packets)
    .where(and(eq(packets.orgId, ctx.orgId), eq(packets.status, "ready")))
    .groupBy(packets.draftedBy);
  const people = await ctx.db
    .select({ id: members.id, name: members.name, role: members.role, removedAt: members.removedAt })
    .from(members)
    .where(eq(members.orgId, ctx.orgId))
    .orderBy(asc(members.name));
  const none = { open: 0, overdue: 0, high: 0, stalled: 0, lastActivityAt: null };
  return people
    .map((person) => ({ person, row: owned.find((one) => one.ownerId === person.id) }))
    .filter(({ person, row }) => row || (person.role === "caseworker" && !person.removedAt))
    .map(({ person, row }) => ({
      ...none,
      ...row,
      id: person.id,
      name: person.name,
      toApprove: waiting.find((one) => one.by === person.id)?.n ?? 0,
    }))
    .toSorted((a, b) => b.overdue - a.overdue || a.name.localeCompare(b.name));
});
