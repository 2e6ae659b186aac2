import "server-only";
import { and, eq, gt, inArray, isNotNull, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { always } from "@/db/always";
import { cases, clientPages, members, packets, queueItems } from "@/db/schema";
import { answeredFor, openCases, visibleCases } from "@/lib/casework/cases/access";
import { soonDays } from "@/lib/escalation/queue/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { may } from "@/lib/kernel/access/roles";
import type { QueueList } from "./types";

export const mostOfficerItems = 100;

const day = 86_400_000;

/** Open cases that this person owns, or covers while a colleague is away: what `owner=me` lists. */
const myOpenCases = (ctx: TxCtx): SQL | undefined => and(visibleCases(ctx), openCases(), answeredFor(ctx));

/** The cases of the queue: of a supervisor the whole team's, or those of one member; of a caseworker their own. */
export function casesOfQueue(ctx: TxCtx, of: string | null): SQL | undefined {
  if (!may(ctx.actor, "team.read")) return myOpenCases(ctx);
  return and(visibleCases(ctx), openCases(), of ? eq(cases.ownerId, of) : undefined);
}

/** The same as a condition on the items: whose they are, so that the queue of one person is read by an index. */
export function itemsOfQueue(ctx: TxCtx, of: string | null): SQL | undefined {
  const { memberId, role } = ctx.actor;
  const ofOrg = eq(queueItems.orgId, ctx.orgId);
  if (may({ role }, "team.read")) return and(ofOrg, of ? eq(queueItems.ownerId, of) : undefined);
  const me = memberId ?? ctx.orgId;
  const mine = ctx.covers.length > 0 ? inArray(queueItems.ownerId, [me, ...ctx.covers]) : eq(queueItems.ownerId, me);
  return and(ofOrg, mine);
}

/** What is overdue, by the minute. */
export const lateItems = (ctx: TxCtx): SQL => lte(queueItems.lateAt, ctx.now);

const notLate = (ctx: TxCtx) => or(isNull(queueItems.lateAt), gt(queueItems.lateAt, ctx.now));
const ours = always(queueItems.turn, "ours");
const theirs = always(queueItems.turn, "theirs");

/**
 * For today: its day has come, or it has none and is ours. What is late is so within a day of its own, so two days of
 * the index hold whatever is for today and not late.
 */
export const itemsOfToday = (ctx: TxCtx): SQL | undefined =>
  or(
    and(gt(queueItems.lateAt, ctx.now), lte(queueItems.lateAt, addDays(ctx.now, 2)), lte(queueItems.dayAt, ctx.now)),
    and(isNull(queueItems.lateAt), lte(queueItems.dayAt, ctx.now)),
    and(isNull(queueItems.lateAt), isNull(queueItems.dayAt), ours),
  );

const addDays = (at: Date, days: number): Date => new Date(at.getTime() + days * day);

/** Ours, and due in the next days. */
export const soonItems = (ctx: TxCtx): SQL | undefined =>
  and(
    notLate(ctx),
    ours,
    gt(queueItems.dayAt, ctx.now),
    lte(queueItems.dayAt, new Date(ctx.now.getTime() + soonDays * day)),
  );

/**
 * With others, and not to be followed up today: those without a day, and those with a later one. Each is one stretch of the
 * index; asked for both at once, Postgres collects all of them before it counts the first.
 */
export const waitingItems = (ctx: TxCtx): (SQL | undefined)[] =>
  [isNull(queueItems.dayAt), gt(queueItems.dayAt, ctx.now)].map((when) => and(notLate(ctx), theirs, when));

/** A snooze holds for the day on which the act was due: a clock that starts again is shown. */
const notSnoozed = (ctx: TxCtx): SQL => sql`not exists (select 1 from app.queue_snoozes z
  where z.case_id = ${queueItems.caseId} and z.item_key = ${queueItems.key} and z.due_on = ${queueItems.dueOn}
    and z.ended_at is null and z.wakes_at > ${ctx.now.toISOString()}::timestamptz)`;

/** What officers await on my cases; closed ones too, since they still await an answer. */
export const ofMyCases = (ctx: TxCtx) => and(visibleCases(ctx), answeredFor(ctx));

/** The columns of one line: which packet of which case, and the officer. */
export const officerItem = {
  packetId: packets.id,
  pseudonym: cases.pseudonym,
  code: packets.code,
  version: packets.version,
  kind: packets.kind,
  officer: members.name,
};

/** The lists of the queue, each by one condition: the list, its number, the side bar and the Team page use the same. */
export const queueLists = {
  overdue: (ctx: TxCtx) => and(lateItems(ctx), notSnoozed(ctx)),
  today: (ctx: TxCtx) => and(itemsOfToday(ctx), notSnoozed(ctx)),
  soon: (ctx: TxCtx) => and(soonItems(ctx), notSnoozed(ctx)),
  waiting: (ctx: TxCtx) => or(...waitingItems(ctx)),
} as const satisfies Record<QueueList, (ctx: TxCtx) => SQL | undefined>;

/** Where somebody has to look: a page on which something happened since it was last marked as seen. */
export const unseenNews = and(
  isNotNull(clientPages.newsAt),
  or(isNull(clientPages.seenAt), gt(clientPages.newsAt, clientPages.seenAt)),
);
