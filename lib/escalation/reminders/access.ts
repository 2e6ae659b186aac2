import "server-only";
import { and, eq, inArray, isNull, or, type SQL, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { caseMembers, cases, members, reminderWishes } from "@/db/schema";
import { coveredCases, openCases, visibleCases } from "@/lib/casework/cases/access";
import type { Scoped } from "@/lib/kernel/access/ctx";
import { may } from "@/lib/kernel/access/roles";
import { postMails } from "@/lib/kernel/mail/post-mails";
import { wholeClockKey } from "@/lib/law/clocks/rules";
import { listAway } from "@/lib/organisation/absences/queries";
import type { Away } from "@/lib/organisation/absences/types";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { addHours, civilDate } from "@/lib/platform/time/clock";
import { standsWords, urgentText } from "./labels";
import { afterQuiet, defaultWishes, dueReminders, hasCome, isDangerClock, urgentOccasion } from "./rules";
import type { CaseToRemind, DeadlinesAsked, DueReminder, MailLine, Wishes } from "./types";

/**
 * The cases of which the Deadlines page, the navigation beside its word and the calendar speak: a supervisor's own, or
 * every case of the team; a caseworker has only their own. An owner works on the case too.
 */
export function deadlineCases(ctx: Scoped, { whose }: Pick<DeadlinesAsked, "whose">): SQL | undefined {
  const open = and(visibleCases(ctx), openCases());
  const { memberId, role } = ctx.actor;
  if (role === "service" || (whose === "team" && may(role, "team.read"))) return open;
  if (!memberId || role === "caseworker") return open;
  const shared = ctx.db
    .select({ id: caseMembers.caseId })
    .from(caseMembers)
    .where(and(eq(caseMembers.orgId, ctx.orgId), eq(caseMembers.memberId, memberId)));
  return and(open, or(inArray(cases.id, shared), coveredCases(ctx)));
}

/** A member who can be reminded, with the wishes that count for them. */
export type Receiver = { id: string; role: "caseworker" | "supervisor" | "admin"; wishes: Wishes };

/** Who is reminded of cases. */
const staff: readonly Receiver["role"][] = ["caseworker", "supervisor"];

type NewReminder = DueReminder & { id: string; memberId: string; caseId: string };

/** Members of staff who can see cases, or those of other roles; all of the organisation's, or only those named. */
export async function listReceivers(
  ctx: Scoped,
  { only, roles = staff }: { only?: readonly string[]; roles?: readonly Receiver["role"][] } = {},
): Promise<Receiver[]> {
  if (only?.length === 0) return [];
  const rows = await ctx.db
    .select({ id: members.id, role: members.role, wishes: reminderWishes })
    .from(members)
    .leftJoin(reminderWishes, and(eq(reminderWishes.orgId, members.orgId), eq(reminderWishes.memberId, members.id)))
    .where(
      and(
        eq(members.orgId, ctx.orgId),
        isNull(members.removedAt),
        inArray(members.role, [...roles]),
        only ? among(members.id, [...only]) : undefined,
      ),
    );
  const usual = defaultWishes();
  return rows.map(({ id, role, wishes }) => ({ id, role: role as Receiver["role"], wishes: wishes ?? usual }));
}

/**
 * Records every reminder that has come for the people of these cases and makes the urgent mails. The round calls it
 * in the transaction of its batch. A reminder is a row that can exist once, so a second round or a second worker
 * adds nothing. The number of statements does not grow with the number of cases.
 */
export async function planReminders(ctx: Scoped, { cases }: { cases: readonly CaseToRemind[] }): Promise<void> {
  // Somewhere on earth it is already tomorrow: each receiver's own zone decides below.
  const ahead = addHours(ctx.now, 14);
  const zone = defaultWishes().zone;
  const near = cases.filter(({ clocks }) =>
    clocks.some(({ alerts }) => alerts.some((one) => hasCome(one, ahead, zone) || hasCome(one, ctx.now, zone))),
  );
  if (near.length === 0) return;
  const teams = await teamsOf(ctx, near);
  const receivers = new Map(
    (await listReceivers(ctx, { only: [...new Set([...teams.values()].flat())] })).map((one) => [one.id, one]),
  );
  const planned = near.flatMap((one) =>
    (teams.get(one.id) ?? [])
      .flatMap((memberId) => receivers.get(memberId) ?? [])
      .flatMap(({ id: memberId, wishes }) =>
        dueReminders(one.clocks, wishes, ctx.now).map((due) => ({ ...due, id: newId(), memberId, caseId: one.id })),
      ),
  );
  const fresh = await insertReminders(ctx, planned);
  await mailUrgent(ctx, fresh, receivers, new Map(near.map((one) => [one.id, one])));
}

/** The owner of each case, everybody who works on it, and who covers for its owner now. */
async function teamsOf(ctx: Scoped, cases: readonly CaseToRemind[]): Promise<Map<string, string[]>> {
  const ids = cases.map((one) => one.id);
  const rows = await ctx.db
    .select({ caseId: caseMembers.caseId, memberId: caseMembers.memberId })
    .from(caseMembers)
    .where(and(eq(caseMembers.orgId, ctx.orgId), among(caseMembers.caseId, ids)));
  const teams = new Map(cases.map((one) => [one.id, new Set([one.ownerId])]));
  for (const { caseId, memberId } of rows) teams.get(caseId)?.add(memberId);
  const covers = new Map((await listAway(ctx)).map((one) => [one.memberId, one.coverId]));
  for (const { id, ownerId } of cases) {
    const coverId = covers.get(ownerId);
    if (coverId) teams.get(id)?.add(coverId);
  }
  return new Map([...teams].map(([caseId, team]) => [caseId, [...team]]));
}

/**
 * One statement for a batch; returns those that were not there before. What somebody was told of a whole step, before
 * each of its reports had a clock, is not told again of every report.
 */
async function insertReminders(ctx: Scoped, planned: readonly NewReminder[]): Promise<NewReminder[]> {
  if (planned.length === 0) return [];
  const named = planned.map((one) => ({ ...one, wholeKey: wholeClockKey(one.clockKey) }));
  const rows = await ctx.db.execute<{ id: string }>(sql`
    insert into app.reminders (id, org_id, member_id, case_id, clock_key, due_on, alert, urgency, why, made_at)
    select r.id, ${ctx.orgId}::uuid, r."memberId", r."caseId", r."clockKey", r."dueOn", r.alert, r.urgency, r.why,
      ${ctx.now.toISOString()}::timestamptz
    from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as r(id uuid, "memberId" uuid, "caseId" uuid,
      "clockKey" text, "wholeKey" text, "dueOn" date, alert text, urgency text, why text)
    where r."wholeKey" = r."clockKey" or not exists (select 1 from app.reminders told
      where told.org_id = ${ctx.orgId}::uuid and told.member_id = r."memberId" and told.case_id = r."caseId"
        and told.clock_key = r."wholeKey" and told.due_on = r."dueOn" and told.alert = r.alert
        and told.mail_id is not null)
    on conflict do nothing returning id`);
  const made = new Set(rows.map((row) => row.id));
  return planned.filter((one) => made.has(one.id));
}

type Urgent = { line: MailLine; reminderIds: string[]; memberId: string; occasion: string; at: Date };

/** One mail for what became urgent to a member at once, with one line for each clock however many alerts it had. */
async function mailUrgent(
  ctx: Scoped,
  fresh: readonly NewReminder[],
  receivers: ReadonlyMap<string, Receiver>,
  cases: ReadonlyMap<string, CaseToRemind>,
): Promise<void> {
  const urgent = fresh.filter((one) => one.urgency === "urgent");
  const clocks = Map.groupBy(urgent, (one) => `${one.memberId} ${one.caseId} ${one.clockKey} ${one.dueOn}`);
  const away = urgent.length > 0 ? await listAway(ctx) : [];
  const lines = [...clocks.values()].flatMap((alerts) => urgentLine(ctx, alerts, { receivers, cases, away }) ?? []);
  const together = Map.groupBy(lines, (one) => `${one.memberId} ${one.at.getTime()}`);
  const written = [...together.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { memberId, occasion, at } = first;
    const told = group.map((one) => one.line);
    const mail = { ...urgentText(told, env().APP_ORIGIN), id: newId(), memberId, kind: "urgent", occasion, at };
    return [{ mail, reminderIds: group.flatMap((one) => one.reminderIds) }];
  });
  await postMails(ctx, written);
}

type Known = {
  receivers: ReadonlyMap<string, Receiver>;
  cases: ReadonlyMap<string, CaseToRemind>;
  away: readonly Away[];
};

function urgentLine(ctx: Scoped, alerts: readonly NewReminder[], { receivers, cases, away }: Known): Urgent | null {
  const last = alerts.at(-1);
  const receiver = last && receivers.get(last.memberId);
  const of = last && cases.get(last.caseId);
  const clock = of?.clocks.find((one) => one.key === last?.clockKey);
  if (!last || !receiver || !of || !clock) return null;
  const stands = standsWords(clock, civilDate(ctx.now, receiver.wishes.zone));
  const cover = away.find((one) => one.memberId === of.ownerId && one.coverId === receiver.id);
  const line = { ...last, code: of.code, overdue: clock.state === "overdue", stands, cover };
  const at = isDangerClock(clock.code) ? ctx.now : afterQuiet(ctx.now, receiver.wishes);
  const reminderIds = alerts.map((one) => one.id);
  return { line, reminderIds, memberId: last.memberId, occasion: urgentOccasion(of.id, last), at };
}
