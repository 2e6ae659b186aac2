import "server-only";
import { and, asc, eq, gt, isNull, type SQL, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { cases, documents, queueItems, queueSnoozes } from "@/db/schema";
import { documentCode } from "@/lib/documents/papers/rules";
import { type CaseRow, readReadings } from "@/lib/escalation/ladder/queries";
import { evaluateActs } from "@/lib/escalation/ladder/rules";
import { groupOfItem, queueOf } from "@/lib/escalation/queue/rules";
import type { QueueItem } from "@/lib/escalation/queue/types";
import { lastSnoozeDay, reasonPlace, whyNotSnooze } from "@/lib/escalation/snoozes/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { listAway } from "@/lib/organisation/absences/queries";
import { namesOf } from "@/lib/organisation/members/names-of";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { casesOfQueue, itemsOfQueue, queueLists } from "./access";
import { countList } from "./count-list";
import type { Act, Few, Queue, QueueList, SnoozedAct, WaitingItem } from "./types";

/** So many lines of each list are drawn; its number says how many there are. */
const most: Record<QueueList | "snoozed", number> = { overdue: 50, today: 25, soon: 25, waiting: 30, snoozed: 20 };

type Picked = { itemId: string; key: string; row: CaseRow };
type Snooze = typeof queueSnoozes.$inferSelect;
/** What the lines are made of, read once for all lists. */
type Known = {
  now: Date;
  items: ReadonlyMap<string, readonly QueueItem[]>;
  today: ReadonlyMap<string, CivilDate>;
  drafts: ReadonlyMap<string, { id: string; code: string }>;
  owners: ReadonlyMap<string, string>;
  covered: ReadonlyMap<string, string>;
};

/**
 * The queue: which acts come first is read from what is kept of each case, and their words from the cases of these
 * acts alone. The number of statements does not grow with the number of cases.
 * @param of the member whose queue a supervisor asks for; null for everybody's
 */
export async function readQueue(ctx: TxCtx, of: string | null): Promise<Queue> {
  const [overdue, today, soon, waiting, snoozed] = await Promise.all([
    pick(ctx, "overdue", of),
    pick(ctx, "today", of),
    pick(ctx, "soon", of),
    pick(ctx, "waiting", of),
    pickSnoozed(ctx, of),
  ]);
  const picked = { overdue, today, soon, waiting };
  const all = [...Object.values(picked).flat(), ...snoozed];
  const known = await readKnown(ctx, all);
  const acts = (list: "overdue" | "today" | "soon") => few(ctx, list, of, actsOf(picked[list], known));
  const [late, due, next, waits, away] = await Promise.all([
    acts("overdue"),
    acts("today"),
    acts("soon"),
    few(ctx, "waiting", of, waitsOf(picked.waiting, known)),
    openSnoozed(ctx, snoozed, known),
  ]);
  return { overdue: late, today: due, soon: next, waiting: waits, snoozed: away };
}

async function few<T>(ctx: TxCtx, list: QueueList, of: string | null, items: readonly T[]): Promise<Few<T>> {
  return { items, count: items.length < most[list] ? items.length : await countList(ctx, list, of) };
}

async function pick(ctx: TxCtx, list: QueueList, of: string | null): Promise<Picked[]> {
  const first: Record<QueueList, SQL> = {
    overdue: asc(queueItems.lateAt),
    today: sql`${queueItems.dayAt} asc nulls first`,
    soon: asc(queueItems.dayAt),
    waiting: sql`${queueItems.since} asc nulls last`,
  };
  return ctx.db
    .select({ itemId: queueItems.id, key: queueItems.key, row: cases })
    .from(queueItems)
    .innerJoin(cases, and(eq(cases.orgId, queueItems.orgId), eq(cases.id, queueItems.caseId)))
    .where(and(itemsOfQueue(ctx, of), casesOfQueue(ctx, of), queueLists[list](ctx)))
    .orderBy(first[list], asc(queueItems.id))
    .limit(most[list]);
}

async function pickSnoozed(ctx: TxCtx, of: string | null): Promise<(Picked & { snooze: Snooze })[]> {
  return ctx.db
    .select({ itemId: queueItems.id, key: queueItems.key, row: cases, snooze: queueSnoozes })
    .from(queueSnoozes)
    .innerJoin(cases, and(eq(cases.orgId, queueSnoozes.orgId), eq(cases.id, queueSnoozes.caseId)))
    .innerJoin(
      queueItems,
      and(
        eq(queueItems.caseId, queueSnoozes.caseId),
        eq(queueItems.key, queueSnoozes.itemKey),
        eq(queueItems.dueOn, queueSnoozes.dueOn),
      ),
    )
    .where(
      and(
        eq(queueSnoozes.orgId, ctx.orgId),
        casesOfQueue(ctx, of),
        isNull(queueSnoozes.endedAt),
        gt(queueSnoozes.wakesAt, ctx.now),
      ),
    )
    .orderBy(asc(queueSnoozes.wakesAt), asc(queueSnoozes.id))
    .limit(most.snoozed);
}

async function readKnown(ctx: TxCtx, picked: readonly Picked[]): Promise<Known> {
  const distinct = [...new Map(picked.map(({ row }) => [row.id, row])).values()];
  const ofCase = Map.groupBy(picked, ({ row }) => row.id);
  if (distinct.length === 0) {
    return {
      now: ctx.now,
      items: new Map(),
      today: new Map(),
      drafts: new Map(),
      owners: new Map(),
      covered: new Map(),
    };
  }
  const [readings, everybodyAway, drafts, owners] = await Promise.all([
    readReadings(ctx, distinct),
    listAway(ctx),
    listDrafts(ctx, distinct),
    namesOf(
      ctx,
      distinct.map((row) => row.ownerId),
    ),
  ]);
  const away = everybodyAway.filter((absence) => absence.coverId === ctx.actor.memberId);
  return {
    now: ctx.now,
    items: new Map(
      [...readings].map(([id, c]) => {
        const { clocks, next, alsoReady } = evaluateActs(c);
        const wanted = new Set(ofCase.get(id)?.map(({ key }) => key));
        return [id, queueOf(c, clocks, [next, ...alsoReady], wanted)];
      }),
    ),
    today: new Map([...readings].map(([id, c]) => [id, c.moment.today])),
    drafts,
    owners,
    covered: new Map(away.map((absence) => [absence.memberId, absence.name])),
  };
}

/** The newest document of each step that is drafted or final and was not sent. */
async function listDrafts(ctx: TxCtx, rows: readonly CaseRow[]) {
  const found = await ctx.db
    .select({
      id: documents.id,
      caseId: documents.caseId,
      stepKey: documents.stepKey,
      number: documents.number,
    })
    .from(documents)
    .where(
      and(
        eq(documents.orgId, ctx.orgId),
        among(
          documents.caseId,
          rows.map((row) => row.id),
        ),
        sql`${documents.state} in ('draft', 'final')`,
        isNull(documents.sentOn),
      ),
    )
    .orderBy(asc(documents.changedAt), asc(documents.id));
  return new Map(
    found.map(({ id, caseId, stepKey, number }) => [`${caseId} ${stepKey}`, { id, code: documentCode(number) }]),
  );
}

const itemOf = ({ row, key }: Picked, { items }: Known) => items.get(row.id)?.find((item) => item.key === key);

/** What was done meanwhile, and is not noted in the lists yet, is left out. */
function actsOf(picked: readonly Picked[], known: Known): Act[] {
  return picked.flatMap((one) => {
    const item = itemOf(one, known);
    return item ? [actOf(one, item, known)] : [];
  });
}

function actOf({ itemId, row }: Picked, item: QueueItem, known: Known): Act {
  const { key, stepKey, part, what, object, why, dueOn, words, kind, danger } = item;
  const today = known.today.get(row.id) ?? "";
  const group = groupOfItem(item, known.now);
  return {
    id: itemId,
    caseId: row.id,
    pseudonym: row.pseudonym,
    code: row.code,
    ownerId: row.ownerId,
    ownerName: known.owners.get(row.ownerId) ?? "",
    coveringFor: known.covered.get(row.ownerId) ?? null,
    group,
    what,
    object: object && !what.includes(object) ? object : null,
    why,
    waits: item.who,
    dueOn,
    late: group === "overdue",
    words,
    kind,
    danger,
    href: `/cases/${row.id}${item.path}`,
    doIt: {
      key,
      stepKey,
      part,
      today,
      draft: known.drafts.get(`${row.id} ${stepKey}`) ?? null,
      log: item.mayLog,
      send: item.maySend,
      snoozeUntil: whyNotSnooze(item, today) ? null : lastSnoozeDay(item, today),
    },
  };
}

function waitsOf(picked: readonly Picked[], known: Known): WaitingItem[] {
  return picked.flatMap((one) => {
    const item = itemOf(one, known);
    if (!item) return [];
    return [
      {
        id: one.itemId,
        caseId: one.row.id,
        pseudonym: one.row.pseudonym,
        stepKey: item.stepKey,
        part: item.part,
        title: item.title,
        waitsOn: item.who ?? "",
        submittedOn: item.since,
        askOn: item.dueOn,
        href: `/cases/${one.row.id}${item.path}`,
      },
    ];
  });
}

async function openSnoozed(
  ctx: TxCtx,
  picked: readonly (Picked & { snooze: Snooze })[],
  known: Known,
): Promise<SnoozedAct[]> {
  const names = await namesOf(
    ctx,
    picked.map(({ snooze }) => snooze.snoozedBy),
  );
  const found: SnoozedAct[] = [];
  for (const one of picked) {
    const item = itemOf(one, known);
    if (!item) continue;
    const { id, until, reason, snoozedBy } = one.snooze;
    const vault = await openVault(ctx, one.row.keyId);
    found.push({
      snoozeId: id,
      until,
      reason: vault.open(reasonPlace(id), reason),
      by: names.get(snoozedBy) ?? "",
      act: actOf(one, item, known),
    });
  }
  return found;
}
