import "server-only";
import { and, asc, eq, gt, inArray, isNotNull, sql } from "drizzle-orm";
import { always } from "@/db/always";
import { among } from "@/db/among";
import { auditAlerts, auditEntries, clients, invitations, members } from "@/db/schema";
import type { Receiver } from "@/lib/escalation/reminders/access";
import { listReceivers } from "@/lib/escalation/reminders/list-receivers";
import { afterQuiet } from "@/lib/escalation/reminders/rules";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { postMails } from "@/lib/kernel/mail/post-mails";
import { officeToday, officeZone } from "@/lib/law/office/rules";
import { actionIn } from "@/lib/oversight/audit-log/access";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { addHours } from "@/lib/platform/time/clock";
import { alertMail, alertWords } from "./labels";
import {
  alertRules,
  ofAccounts,
  ofAdministrators,
  ofMachine,
  raiseFrom,
  raiseFromBrowsers,
  raiseFromReveals,
  raiseFromViews,
  raiseMissing,
  unseenByTheirs,
  watchedActions,
} from "./rules";
import type { DayOfReveals, DayOfViews, OneBrowser, Raised, Seen } from "./types";

/** A worker that was away for a weekend still sees what happened; what was raised then is not raised again. */
const lookBackHours = 72;

/** A log that fills faster than this is an alert in itself, and was one long before. */
const mostEntries = 50_000;

/**
 * The job that applies the rules to the log each quarter of an hour. An alert is a row unique by its occasion, so a
 * second run, or a second worker, adds nothing. @returns the new alerts
 */
export async function watchLog(ctx: Ctx): Promise<Raised[]> {
  requirePermission(ctx, "job.run");
  const raised = await withTransaction(ctx, "read only", async (scoped) => [
    ...raiseFrom(await readWatched(scoped)),
    ...raiseFromViews(await readViews(scoped), officeToday(ctx.now)),
    ...raiseFromBrowsers(await readOneBrowser(scoped)),
    ...raiseFromReveals(await readReveals(scoped), officeToday(ctx.now), await countClients(scoped)),
    ...(await readMissing(scoped)),
  ]);
  if (raised.length === 0) return [];
  return withTransaction(ctx, "read write", async (scoped) => {
    const fresh = await keep(scoped, raised);
    await tellByMail(scoped, fresh);
    return fresh;
  });
}

async function readWatched({ db, orgId, now }: TxCtx): Promise<Seen[]> {
  const { seq, at, memberId, subjectId, action, detail } = auditEntries;
  return db
    .select({ seq, at, memberId, subjectId, action, detail })
    .from(auditEntries)
    .where(and(eq(auditEntries.orgId, orgId), gt(at, addHours(now, -lookBackHours)), actionIn(watchedActions)))
    .orderBy(asc(seq))
    .limit(mostEntries);
}

async function readViews({ db, orgId, now }: TxCtx): Promise<DayOfViews[]> {
  const look = alertRules.cases_many;
  const days = look.how === "views" ? look.days : 0;
  const day = sql<string>`to_char(${auditEntries.at} at time zone ${officeZone()}, 'YYYY-MM-DD')`;
  const viewed = and(
    eq(auditEntries.orgId, orgId),
    always(auditEntries.action, "case.viewed"),
    gt(auditEntries.at, addHours(now, -24 * (days + 1))),
    isNotNull(auditEntries.memberId),
  );
  const rows = await db
    .select({
      memberId: auditEntries.memberId,
      day: day.as("on_day"),
      cases: sql<number>`count(distinct ${auditEntries.caseId})::int`,
      seq: sql<string>`max(${auditEntries.seq})`,
    })
    .from(auditEntries)
    .where(viewed)
    .groupBy(auditEntries.memberId, sql`on_day`);
  return rows.map((row) => ({ ...row, memberId: row.memberId ?? "", seq: Number(row.seq) }));
}

/** Decisions of the last days, each compared with its requester. */
async function readOneBrowser({ db, orgId, now }: TxCtx): Promise<OneBrowser[]> {
  const look = alertRules.one_browser;
  if (look.how !== "pairs") return [];
  const pairs = Object.entries(look.acts).flatMap(([decided, asked]) =>
    asked.map((value) => ({ decided, asked: value })),
  );
  const rows = await db.execute<{ seq: string; member_id: string; by_id: string }>(sql`
    select distinct second.seq, second.member_id, first.member_id as by_id
    from audit.entries second
    join jsonb_to_recordset(${JSON.stringify(pairs)}::jsonb) as pair(decided text, asked text) on pair.decided = second.action
    join audit.entries first on first.org_id = second.org_id and first.subject_id = second.subject_id
      and first.action = pair.asked and ${askedActions} and first.seq < second.seq and first.member_id <> second.member_id
    where second.org_id = ${orgId}::uuid and second.at > ${addHours(now, -lookBackHours).toISOString()}::timestamptz
      and app.one_browser(first.session, second.session)
    order by second.seq limit 200`);
  return rows.map((row) => ({ seq: Number(row.seq), memberId: row.member_id, byId: row.by_id }));
}

/** In the words of the index, so that it is used. */
const askedActions = sql.raw(
  "first.action in ('export.asked', 'erasure.asked', 'look.asked', 'packet.drafted', 'first_link.made', 'liaison.added', 'liaison.amended', 'member.access_asked')",
);

async function readReveals({ db, orgId, now }: TxCtx): Promise<DayOfReveals[]> {
  const look = alertRules.reveals_share;
  if (look.how !== "share") return [];
  const day = sql<string>`to_char(${auditEntries.at} at time zone ${officeZone()}, 'YYYY-MM-DD')`;
  const revealed = and(
    eq(auditEntries.orgId, orgId),
    inArray(auditEntries.action, [...look.actions]),
    gt(auditEntries.at, addHours(now, -48)),
    isNotNull(auditEntries.memberId),
  );
  const rows = await db
    .select({
      memberId: auditEntries.memberId,
      day: day.as("on_day"),
      clients: sql<number>`count(distinct ${auditEntries.subjectId})::int`,
      seq: sql<string>`max(${auditEntries.seq})`,
    })
    .from(auditEntries)
    .where(revealed)
    .groupBy(auditEntries.memberId, sql`on_day`);
  return rows.map((row) => ({ ...row, memberId: row.memberId ?? "", seq: Number(row.seq) }));
}

const countClients = ({ db, orgId }: TxCtx): Promise<number> => db.$count(clients, eq(clients.orgId, orgId));

async function readMissing({ db, orgId, now }: TxCtx): Promise<Raised[]> {
  const look = alertRules.backup_missing;
  if (look.how !== "missing") return [];
  const mine = eq(auditEntries.orgId, orgId);
  const recent = gt(auditEntries.at, addHours(now, -look.hours));
  const [first] = await db
    .select({ at: auditEntries.at })
    .from(auditEntries)
    .where(and(mine, eq(auditEntries.seq, 1)));
  const found = await db
    .select({ seq: auditEntries.seq })
    .from(auditEntries)
    .where(and(mine, recent, inArray(auditEntries.action, [...look.actions])))
    .limit(1);
  return raiseMissing(first?.at ?? null, found.length > 0, now);
}

async function keep(ctx: TxCtx, raised: readonly Raised[]): Promise<Raised[]> {
  const { db, orgId, now } = ctx;
  const inviters = await readInviters(ctx, raised);
  const named = raised.flatMap(({ memberId, byId }) => [memberId ?? [], byId ?? []].flat());
  const known = await db
    .select({ id: members.id })
    .from(members)
    .where(and(eq(members.orgId, orgId), among(members.id, named)));
  const ids = new Set(known.map(({ id }) => id));
  const idOf = (id: string | null | undefined) => (id && ids.has(id) ? id : null);
  const rows = raised.map((alert) => ({
    ...alert,
    id: newId(),
    orgId,
    raisedAt: now,
    memberId: idOf(alert.memberId),
    byId: idOf(alert.byId) ?? (alert.rule === "access_given" ? inviters.get(alert.memberId ?? "") : null) ?? null,
  }));
  const { rule, occasion } = auditAlerts;
  const made = await db.insert(auditAlerts).values(rows).onConflictDoNothing().returning({ rule, occasion });
  const fresh = new Set(made.map((alert) => `${alert.rule} ${alert.occasion}`));
  return raised.filter((alert) => fresh.has(`${alert.rule} ${alert.occasion}`));
}

/** Who invited, or made the link for, the people whose joining was seen. The log does not say it of itself. */
async function readInviters({ db, orgId }: TxCtx, raised: readonly Raised[]): Promise<Map<string, string | null>> {
  const about = raised.filter(({ rule }) => rule === "access_given").flatMap(({ memberId }) => memberId ?? []);
  const rows = await db
    .select({ by: invitations.invitedBy, whom: invitations.acceptedBy })
    .from(invitations)
    .where(and(eq(invitations.orgId, orgId), among(invitations.acceptedBy, about)))
    .orderBy(asc(invitations.acceptedAt));
  return new Map(rows.map(({ by, whom }) => [whom ?? "", by]));
}

/**
 * One mail for all new alerts: to supervisors, to administrators too where they can do something, and to them alone about
 * the machine. Members who want no
 * mail get none; what is not urgent is only on the page.
 */
async function tellByMail(ctx: TxCtx, fresh: readonly Raised[]): Promise<void> {
  const urgent = fresh.filter(({ rule }) => alertWords[rule].urgent);
  if (urgent.length === 0) return;
  const receivers = await listReceivers(ctx, { roles: ["supervisor", "admin"] });
  const mails = receivers.flatMap((receiver) => {
    const theirs = urgent.filter((raised) => concerns(raised, receiver));
    const [first] = theirs;
    if (!first || receiver.wishes.mails === "none") return [];
    const occasion = `alert:${first.rule}:${first.occasion}`;
    const at = afterQuiet(ctx.now, receiver.wishes);
    const text = alertMail(theirs.length, env().APP_ORIGIN);
    return [{ mail: { ...text, id: newId(), memberId: receiver.id, kind: "alert", occasion, at }, reminderIds: [] }];
  });
  await postMails(ctx, mails);
}

function concerns({ rule, memberId }: Raised, { id, role }: Receiver): boolean {
  const isOfAccount = ofAccounts.includes(rule);
  if (memberId === id && (isOfAccount || unseenByTheirs.includes(rule))) return false;
  if (ofMachine.includes(rule)) return role === "admin";
  return role === "supervisor" || ofAdministrators.includes(rule);
}
