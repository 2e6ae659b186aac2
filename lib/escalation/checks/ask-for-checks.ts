import "server-only";
import { and, asc, eq, isNotNull, isNull, lte, or, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { cases, imageStops, takedowns } from "@/db/schema";
import { notRestricted } from "@/lib/casework/cases/access";
import { isKept, openDesk, readEntries } from "@/lib/escalation/takedowns/access";
import { standingOf, takedownPlace } from "@/lib/escalation/takedowns/rules";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { enqueue } from "@/lib/kernel/jobs/queue";
import { chance } from "@/lib/platform/ids";
import { addHours } from "@/lib/platform/time/clock";
import { checksOf, readSetting } from "./access";
import { noticeHoursOf } from "./notice-hours-of";
import { nextCheck, requestOf } from "./rules";
import type { CheckSetting } from "./types";

/** So many items are looked at in one round of a quarter of an hour. */
const batch = 100;

/** Between two requests of one round to one host, in seconds; and up to as many again, by chance. */
const paceSeconds = 60;

/** What is on no list, or is asked for already, is considered again then. */
const laterHours = { notListed: 6, asked: 2 };

/**
 * The part of the round that looks at addresses of take-down lists: those of open cases, on hosts that an administrator
 * named, when they are due. Each is a job of its own, and no host is asked twice at once. @returns how many were enqueued
 */
export async function askForChecks(ctx: Ctx): Promise<number> {
  requirePermission(ctx, "job.run");
  return withTransaction(ctx, "read write", async (scoped) => {
    const setting = await readSetting(scoped);
    if (!setting.on || setting.hosts.length === 0) return 0;
    const due = await listDue(scoped);
    const slots = new Map<string, number>();
    let asked = 0;
    for (const items of Map.groupBy(due, ({ row }) => row.id).values()) {
      asked += await askForCase(scoped, items, setting, slots);
    }
    return asked;
  });
}

type Due = Awaited<ReturnType<typeof listDue>>[number];

function listDue(ctx: TxCtx) {
  const stopped = sql`exists (select 1 from ${imageStops} s where s.case_id = ${cases.id} and s.lifted_at is null)`;
  const now = or(isNull(takedowns.nextCheckAt), lte(takedowns.nextCheckAt, ctx.now));
  const onList = and(eq(takedowns.orgId, ctx.orgId), isNull(takedowns.droppedAt), isNotNull(takedowns.url), now);
  const open = and(isNull(cases.closedAt), eq(cases.checksOff, false), notRestricted, sql`not ${stopped}`);
  return ctx.db
    .select({ item: takedowns, row: cases })
    .from(takedowns)
    .innerJoin(cases, eq(cases.id, takedowns.caseId))
    .where(and(onList, open))
    .orderBy(asc(takedowns.nextCheckAt), asc(takedowns.id))
    .limit(batch);
}

async function askForCase(
  ctx: TxCtx,
  items: readonly Due[],
  { hosts }: CheckSetting,
  slots: Map<string, number>,
): Promise<number> {
  const [first] = items;
  if (!first) return 0;
  const desk = await openDesk(ctx, first.row);
  const ids = items.map(({ item }) => item.id);
  const entries = Map.groupBy((await readEntries(ctx, ids)).filter(isKept), ({ takedownId }) => takedownId);
  let asked = 0;
  for (const { item } of items) {
    const request = requestOf(desk.vault.openMaybe(takedownPlace(item.id, "url"), item.url), hosts);
    const mine = entries.get(item.id) ?? [];
    const clocked = { ...checksOf(mine), standing: standingOf(mine), noticeHours: noticeHoursOf(desk.law) };
    const at = nextCheck({ ...clocked, zone: desk.zone, now: ctx.now }, chance());
    if ("why" in request || at > ctx.now) {
      await setNext(ctx, item.id, "why" in request ? addHours(ctx.now, laterHours.notListed) : at);
      continue;
    }
    const slot = slots.get(request.url.hostname) ?? 0;
    slots.set(request.url.hostname, slot + 1);
    const seconds = (slot + chance()) * paceSeconds;
    await enqueue(ctx, "address.check", { takedownId: item.id }, addHours(ctx.now, seconds / 3600));
    await setNext(ctx, item.id, addHours(ctx.now, laterHours.asked));
    asked += 1;
  }
  return asked;
}

async function setNext(ctx: TxCtx, takedownId: string, at: Date): Promise<void> {
  await ctx.db
    .update(takedowns)
    .set({ nextCheckAt: at })
    .where(and(eq(takedowns.orgId, ctx.orgId), among(takedowns.id, [takedownId])));
}
