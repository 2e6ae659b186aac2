import "server-only";
import { and, eq, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { caseMembers } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { postMails } from "@/lib/kernel/mail/post-mails";
import { wholeClockKey } from "@/lib/law/clocks/rules";
import { listAway } from "@/lib/organisation/absences/queries";
import type { Away } from "@/lib/organisation/absences/types";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { addHours, civilDate } from "@/lib/platform/time/clock";
import type { Receiver } from "./access";
import { standsWords, urgentText } from "./labels";
import { listReceivers } from "./list-receivers";
import { afterQuiet, defaultWishes, dueReminders, hasCome, isDangerClock, urgentOccasion } from "./rules";
import type { CaseToRemind, DueReminder, MailLine } from "./types";

type NewReminder = DueReminder & { id: string; memberId: string; caseId: string };

/**
 * Records every reminder that is due for the people of these cases and creates the urgent mails. Called by the round in
 * the transaction of its batch. A reminder is a unique row, so a second round or worker adds nothing. The number of
 * statements does not grow with the number of cases.
 */
export async function planReminders(ctx: TxCtx, { cases }: { cases: readonly CaseToRemind[] }): Promise<void> {
  // Somewhere on earth it is already tomorrow: each receiver's own zone decides below.
  const ahead = addHours(ctx.now, 14);
  const zone = defaultWishes().zone;
  const near = cases.filter(({ clocks }) =>
    clocks.some(({ alerts }) => alerts.some((alert) => hasCome(alert, ahead, zone) || hasCome(alert, ctx.now, zone))),
  );
  if (near.length === 0) return;
  const teams = await teamsOf(ctx, near);
  const receivers = new Map(
    (await listReceivers(ctx, { only: [...new Set([...teams.values()].flat())] })).map((receiver) => [
      receiver.id,
      receiver,
    ]),
  );
  const planned = near.flatMap((caseToRemind) =>
    (teams.get(caseToRemind.id) ?? [])
      .flatMap((memberId) => receivers.get(memberId) ?? [])
      .flatMap(({ id: memberId, wishes }) =>
        dueReminders(caseToRemind.clocks, wishes, ctx.now).map((due) => ({
          ...due,
          id: newId(),
          memberId,
          caseId: caseToRemind.id,
        })),
      ),
  );
  const fresh = await insertReminders(ctx, planned);
  await mailUrgent(ctx, fresh, receivers, new Map(near.map((caseToRemind) => [caseToRemind.id, caseToRemind])));
}

/** The owner of each case, everybody who works on it, and the person who covers for its owner now. */
async function teamsOf(ctx: TxCtx, cases: readonly CaseToRemind[]): Promise<Map<string, string[]>> {
  const ids = cases.map((case_) => case_.id);
  const rows = await ctx.db
    .select({ caseId: caseMembers.caseId, memberId: caseMembers.memberId })
    .from(caseMembers)
    .where(and(eq(caseMembers.orgId, ctx.orgId), among(caseMembers.caseId, ids)));
  const teams = new Map(cases.map((case_) => [case_.id, new Set([case_.ownerId])]));
  for (const { caseId, memberId } of rows) teams.get(caseId)?.add(memberId);
  const covers = new Map((await listAway(ctx)).map((away) => [away.memberId, away.coverId]));
  for (const { id, ownerId } of cases) {
    const coverId = covers.get(ownerId);
    if (coverId) teams.get(id)?.add(coverId);
  }
  return new Map([...teams].map(([caseId, team]) => [caseId, [...team]]));
}

/**
 * One statement per batch; returns the rows that are new. A reminder about a whole step, from before each of its
 * reports had a clock, is not repeated for every report.
 */
async function insertReminders(ctx: TxCtx, planned: readonly NewReminder[]): Promise<NewReminder[]> {
  if (planned.length === 0) return [];
  const named = planned.map((newReminder) => ({ ...newReminder, wholeKey: wholeClockKey(newReminder.clockKey) }));
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
  return planned.filter((newReminder) => made.has(newReminder.id));
}

type Urgent = { line: MailLine; reminderIds: string[]; memberId: string; occasion: string; at: Date };

/**
 * One mail for everything that became urgent for a member at once, with one line per clock however many alerts it had.
 */
async function mailUrgent(
  ctx: TxCtx,
  fresh: readonly NewReminder[],
  receivers: ReadonlyMap<string, Receiver>,
  cases: ReadonlyMap<string, CaseToRemind>,
): Promise<void> {
  const urgent = fresh.filter((newReminder) => newReminder.urgency === "urgent");
  const clocks = Map.groupBy(
    urgent,
    (newReminder) => `${newReminder.memberId} ${newReminder.caseId} ${newReminder.clockKey} ${newReminder.dueOn}`,
  );
  const away = urgent.length > 0 ? await listAway(ctx) : [];
  const lines = [...clocks.values()].flatMap((alerts) => urgentLine(ctx, alerts, { receivers, cases, away }) ?? []);
  const together = Map.groupBy(lines, (line) => `${line.memberId} ${line.at.getTime()}`);
  const written = [...together.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const { memberId, occasion, at } = first;
    const told = group.map((urgent) => urgent.line);
    const mail = { ...urgentText(told, env().APP_ORIGIN), id: newId(), memberId, kind: "urgent", occasion, at };
    return [{ mail, reminderIds: group.flatMap((urgent) => urgent.reminderIds) }];
  });
  await postMails(ctx, written);
}

type Known = {
  receivers: ReadonlyMap<string, Receiver>;
  cases: ReadonlyMap<string, CaseToRemind>;
  away: readonly Away[];
};

function urgentLine(ctx: TxCtx, alerts: readonly NewReminder[], { receivers, cases, away }: Known): Urgent | null {
  const last = alerts.at(-1);
  const receiver = last && receivers.get(last.memberId);
  const of = last && cases.get(last.caseId);
  const clock = of?.clocks.find((caseClock) => caseClock.key === last?.clockKey);
  if (!last || !receiver || !of || !clock) return null;
  const stands = standsWords(clock, civilDate(ctx.now, receiver.wishes.zone));
  const cover = away.find((absence) => absence.memberId === of.ownerId && absence.coverId === receiver.id);
  const line = { ...last, code: of.code, overdue: clock.state === "overdue", stands, cover };
  const at = isDangerClock(clock.code) ? ctx.now : afterQuiet(ctx.now, receiver.wishes);
  const reminderIds = alerts.map((alert) => alert.id);
  return { line, reminderIds, memberId: last.memberId, occasion: urgentOccasion(of.id, last), at };
}
