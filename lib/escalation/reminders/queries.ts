import { t } from "@/lib/platform/language/translate";
import "server-only";
import {
  and,
  asc,
  desc,
  eq,
  getTableColumns,
  gt,
  gte,
  ilike,
  isNotNull,
  isNull,
  lte,
  or,
  type SQL,
  sql,
} from "drizzle-orm";
import { calendarFeeds, caseAccess, cases, mails, reminders, reminderWishes } from "@/db/schema";
import { visibleCases } from "@/lib/casework/cases/access";
import { readCaseClocks } from "@/lib/escalation/deadlines/queries";
import { readReadings } from "@/lib/escalation/ladder/queries";
import { timetable } from "@/lib/escalation/steps/clocks/rules";
import { type CaseReading, partNames } from "@/lib/escalation/steps/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { countsAsDate, wholeClockKey } from "@/lib/law/clocks/rules";
import { findClock, findPlaybook, type Law } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { listAway } from "@/lib/organisation/absences/queries";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { isId } from "@/lib/platform/ids";
import { type CivilDate, isCivilDate } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import type { CalendarEvent } from "@/lib/platform/time/ics";
import { deadlineCases, listOfDeadlines } from "./access";
import { eventTitle } from "./labels";
import { daysOfMonth, defaultWishes, holidaysBetween, nextHolidays } from "./rules";
import type {
  Deadline,
  DeadlinePage,
  DeadlinesAsked,
  DoneDeadline,
  FeedView,
  MailView,
  MonthPage,
  OpenCase,
  Wishes,
} from "./types";

type CaseRow = typeof cases.$inferSelect;

/** Cases of one page of the list, and the most that a month or a calendar feed shows. */
const pageOfCases = 50;
const mostCases = 600;
/** The number of cases whose clocks are read at a time. */
const batch = 100;

/** The person's reminder settings: their own, otherwise the default. */
export const readWishes = query("own.settings", async (ctx): Promise<Wishes> => {
  const mine = eq(reminderWishes.memberId, ctx.actor.memberId ?? ctx.orgId);
  const [row] = await ctx.db
    .select()
    .from(reminderWishes)
    .where(and(eq(reminderWishes.orgId, ctx.orgId), mine));
  return row ?? defaultWishes();
});

/** The person's open calendar address, without its token, which only they know. */
export const readFeed = query("own.settings", async (ctx): Promise<FeedView | null> => {
  const mine = eq(calendarFeeds.memberId, ctx.actor.memberId ?? ctx.orgId);
  const [row] = await ctx.db
    .select({ id: calendarFeeds.id, madeAt: calendarFeeds.madeAt })
    .from(calendarFeeds)
    .where(and(eq(calendarFeeds.orgId, ctx.orgId), mine, isNull(calendarFeeds.revokedAt)))
    .limit(1);
  return row ?? null;
});

/** The last mails to the person, newest first. */
export const listMyMails = query("own.settings", async (ctx): Promise<MailView[]> => {
  const mine = eq(mails.memberId, ctx.actor.memberId ?? ctx.orgId);
  return ctx.db
    .select({
      id: mails.id,
      subject: mails.subject,
      madeAt: mails.madeAt,
      notBefore: mails.notBefore,
      sentAt: mails.sentAt,
      failure: mails.failure,
    })
    .from(mails)
    .where(and(eq(mails.orgId, ctx.orgId), mine))
    .orderBy(desc(mails.id))
    .limit(5);
});

async function readDeadlines(ctx: TxCtx, rows: readonly CaseRow[], asked: DeadlinesAsked): Promise<Deadline[]> {
  const found: Deadline[] = [];
  // The first of them beside what says for whom they are.
  const [everybodyAway, first] = await Promise.all([listAway(ctx), readCaseClocks(ctx, rows.slice(0, batch))]);
  const mine = everybodyAway.filter((away) => away.coverId === ctx.actor.memberId);
  const covered = new Map(mine.map((away) => [away.memberId, away.name]));
  for (let at = 0; at < rows.length; at += batch) {
    const some = rows.slice(at, at + batch);
    const clocks = at === 0 ? first : await readCaseClocks(ctx, some);
    for (const row of some) {
      const coveringFor = covered.get(row.ownerId);
      const playbook = findPlaybook(row.pair, row.playbookVersion);
      const zones = playbook ? [playbook.home.zone, playbook.there.zone] : [];
      for (const clock of clocks.get(row.id) ?? []) {
        if (asked.kind && clock.kind !== asked.kind) continue;
        found.push({ ...clock, caseId: row.id, caseCode: row.code, pseudonym: row.pseudonym, zones, coveringFor });
      }
    }
  }
  return found.toSorted((a, b) => a.dueOn.localeCompare(b.dueOn) || a.caseCode.localeCompare(b.caseCode));
}

const markOf = (row: CaseRow): string => `${row.nextDueOn ?? "never"}_${row.id}`;

/** The place of a cursor in the list. An invalid cursor is ignored. */
function placeOf(mark: string | undefined): { dueOn: CivilDate | null; id: string } | null {
  const [dueOn = "", id = ""] = mark?.split("_") ?? [];
  if (!isId(id)) return null;
  if (dueOn === "never") return { dueOn: null, id };
  return isCivilDate(dueOn) ? { dueOn, id } : null;
}

async function casesOfList(
  ctx: TxCtx,
  asked: DeadlinesAsked,
  only: SQL | undefined,
  order: SQL[],
  most: number,
): Promise<CaseRow[]> {
  const { mine, where } = listOfDeadlines(ctx, asked);
  const query = ctx.db.select(getTableColumns(cases)).from(cases).$dynamic();
  if (mine) query.innerJoin(caseAccess, and(eq(caseAccess.orgId, cases.orgId), eq(caseAccess.caseId, cases.id)));
  return query
    .where(and(where, only))
    .orderBy(...order)
    .limit(most);
}

/** The cases of the list from a cursor on, those with a date first: each part is walked along an index. */
async function dueFirst(ctx: TxCtx, asked: DeadlinesAsked, mark: string | undefined, most: number): Promise<CaseRow[]> {
  const { dueOn, id } = listOfDeadlines(ctx, asked);
  const place = placeOf(mark);
  const after = place?.dueOn ? sql`(${dueOn}, ${id}) > (${place.dueOn}::date, ${place.id}::uuid)` : undefined;
  const dated =
    place && !place.dueOn
      ? []
      : await casesOfList(ctx, asked, and(isNotNull(dueOn), after), [asc(dueOn), asc(id)], most);
  const rest = most - dated.length;
  if (rest === 0) return dated;
  const beyond = place && !place.dueOn ? gt(id, place.id) : undefined;
  return [...dated, ...(await casesOfList(ctx, asked, and(isNull(dueOn), beyond), [asc(dueOn), asc(id)], rest))];
}

/** Today's date in the person's zone, and the zone. */
async function todayOf(ctx: TxCtx): Promise<{ today: CivilDate; zone: string }> {
  const { zone } = defaultWishes(await readLaw(ctx));
  return { today: civilDate(ctx.now, zone), zone };
}

/** The deadlines of the cases that are due soonest, a page of cases at a time. */
export const listDeadlines = query(
  "case.read",
  async (ctx, asked: DeadlinesAsked & { after?: string | undefined }): Promise<DeadlinePage> => {
    // Beside the cases what says when and for whom they are due, which is then known when their clocks are read.
    const [rows] = await Promise.all([dueFirst(ctx, asked, asked.after, pageOfCases + 1), readLaw(ctx), listAway(ctx)]);
    const page = rows.slice(0, pageOfCases);
    const last = rows.length > pageOfCases ? page.at(-1) : undefined;
    const [deadlines, today] = await Promise.all([readDeadlines(ctx, page, asked), todayOf(ctx)]);
    return { ...today, deadlines, after: last ? markOf(last) : null };
  },
);

/** A month in whole weeks: what is due on each day, what was, and both countries' holidays. */
export const readMonthPage = query(
  "case.read",
  async (ctx, asked: DeadlinesAsked & { month: string }): Promise<MonthPage> => {
    const law = await readLaw(ctx);
    const days = daysOfMonth(asked.month);
    const from = days[0] ?? "";
    const until = days.at(-1) ?? "";
    const { dueOn, id } = listOfDeadlines(ctx, asked);
    const inMonth = and(isNotNull(dueOn), lte(dueOn, until));
    const rows = await casesOfList(ctx, asked, inMonth, [asc(dueOn), asc(id)], mostCases + 1);
    const all = await readDeadlines(ctx, rows.slice(0, mostCases), asked);
    const { today, zone } = await todayOf(ctx);
    return {
      today,
      zone,
      days,
      deadlines: all.filter((deadline) => deadline.dueOn >= from && deadline.dueOn <= until && countsAsDate(deadline)),
      done: asked.whose === "mine" ? await listDone(ctx, law, { from, until, today }) : [],
      holidays: holidaysBetween(law, from, until),
      nextHolidays: nextHolidays(law, today).map(({ country, date }) => ({ country: country.name, date })),
      more: rows.length > mostCases,
    };
  },
);

type Span = { from: CivilDate; until: CivilDate; today: CivilDate };

/** Deadlines the person was reminded of and that no clock waits for any more. */
async function listDone(ctx: TxCtx, law: Law, { from, until, today }: Span): Promise<DoneDeadline[]> {
  const told = await ctx.db
    .selectDistinct({ caseId: reminders.caseId, clockKey: reminders.clockKey, dueOn: reminders.dueOn, row: cases })
    .from(reminders)
    .innerJoin(cases, and(eq(cases.orgId, reminders.orgId), eq(cases.id, reminders.caseId)))
    .where(
      and(
        visibleCases(ctx),
        eq(reminders.memberId, ctx.actor.memberId ?? ctx.orgId),
        gte(reminders.dueOn, from),
        lte(reminders.dueOn, until < today ? until : today),
      ),
    )
    .limit(mostCases);
  const rows = [...new Map(told.map(({ row }) => [row.id, row])).values()];
  const readings = await readReadings(
    ctx,
    rows.filter((row) => findPlaybook(row.pair, row.playbookVersion, law)),
  );
  const clocks = new Map(
    rows.flatMap((row) => {
      const c = row.closedAt ? undefined : readings.get(row.id);
      return c ? [[row.id, timetable(c)]] : [];
    }),
  );
  // A reminder about a whole step, from before each of its reports had a clock, is pending while one of the reports is.
  const runs = (caseId: string, key: string, dueOn: CivilDate) =>
    clocks
      .get(caseId)
      ?.some((clock) => (clock.key === key || wholeClockKey(clock.key) === key) && clock.dueOn === dueOn) ?? false;
  return told
    .filter(({ caseId, clockKey, dueOn }) => !runs(caseId, clockKey, dueOn))
    .map(({ caseId, clockKey, dueOn, row }) => ({
      caseId,
      clockKey,
      pseudonym: row.pseudonym,
      dueOn,
      title: titleOf(clockKey, readings.get(caseId), law),
    }));
}

/** The name of a clock that no longer runs: its step, with the platform, otherwise its rule. */
function titleOf(clockKey: string, c: CaseReading | undefined, law: Law): string {
  const [kind, ...parts] = clockKey.split(":");
  const [stepKey = "", report = ""] = (parts[0] ?? "").split("/");
  const step = kind === "step" ? c?.playbook.steps[stepKey] : undefined;
  if (c && step) return [step.title, partNames(c, step)(report)].filter(Boolean).join(": ");
  const rule = findClock(parts.at(-1) ?? "", law);
  if (rule) return rule.title;
  return kind === "release" ? "Release" : t("A date of our own");
}

/**
 * The calendar feed: the deadlines of the cases that its owner works on, by number and kind only. Event ids are made
 * with a key of ours: the clock reveals the step, and there are few enough steps to try them all.
 */
export const listFeedEvents = query("case.read", async (ctx): Promise<CalendarEvent[]> => {
  const rows = await ctx.db
    .select()
    .from(cases)
    .where(deadlineCases(ctx, { whose: "mine" }))
    .orderBy(sql`${cases.nextDueOn} asc nulls last`, asc(cases.id))
    .limit(mostCases);
  const all = await readDeadlines(ctx, rows, { whose: "mine", kind: null });
  const { APP_ORIGIN, KEK } = env();
  const names = deriveKey(KEK, "calendar");
  return all
    .filter((deadline) => deadline.state !== "paused" && !deadline.warning)
    .map(({ caseId, caseCode, key, kind, dueOn, dueAt }) => ({
      uid: `${keyedToken(names, `${caseId} ${key}`).toString("hex")}@${new URL(APP_ORIGIN).hostname}`,
      summary: eventTitle(caseCode, kind),
      url: `${APP_ORIGIN}/cases/${caseId}/deadlines`,
      on: dueOn,
      at: dueAt,
    }));
});

/** Open cases by code or pseudonym, to pick the one that a date belongs to. */
export const findOpenCases = query("case.read", async (ctx, text: string): Promise<OpenCase[]> => {
  const like = `%${text.trim().replace(/[\\%_]/g, "\\$&")}%`;
  return ctx.db
    .select({ id: cases.id, code: cases.code, pseudonym: cases.pseudonym })
    .from(cases)
    .where(
      and(
        deadlineCases(ctx, { whose: "team" }),
        text.trim() ? or(ilike(cases.code, like), ilike(cases.pseudonym, like)) : undefined,
      ),
    )
    .orderBy(desc(cases.lastActivityAt), asc(cases.id))
    .limit(50);
});
