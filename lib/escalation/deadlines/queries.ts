import { findVersion } from "@/lib/organisation/choices/access";
import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, asc, desc, eq, isNotNull } from "drizzle-orm";
import { accounts, clockChanges, handClocks, members, preservations, references } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { outcomeLabel } from "@/lib/casework/cases/labels";
import { shownNumber } from "@/lib/casework/references/rules";
import { type CaseRow, readReading } from "@/lib/escalation/ladder/queries";
import { currentKeep, forecastGap } from "@/lib/escalation/preservation/rules";
import { timetable } from "@/lib/escalation/steps/clocks/rules";
import { type CaseReading, factOf, handedOver, marksOf } from "@/lib/escalation/steps/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { clockTitle, limitWords } from "@/lib/law/clocks/labels";
import { ruleFor } from "@/lib/law/clocks/rules";
import type { CaseClock } from "@/lib/law/clocks/types";
import { briefingWordsOf } from "@/lib/law/jurisdictions/pairs/briefing-words";
import { findPlatform, type Law } from "@/lib/law/jurisdictions/rules";
import { civilDate } from "@/lib/platform/time/clock";
import { clockName } from "./labels";
import { dayAllowed, maySupersede, rulesByHand, stillOpen } from "./rules";
import type { AccountForecast, ClockChangeView, ClosingPage, DeadlinesPage } from "./types";

export { readCaseClocks } from "@/lib/escalation/ladder/queries";

/** Every clock of a case with people's changes, and what is preserved of each account. @throws AppError not_found */
export const readDeadlinesPage = query("case.read", async (ctx, caseId: string): Promise<DeadlinesPage> => {
  const row = await findCase(ctx, caseId);
  const reading = await readReading(ctx, row);
  const clocks = row.closedAt ? [] : timetable(reading);
  return {
    clocks,
    allowed: Object.fromEntries(
      clocks.flatMap((clock) => {
        const day = dayAllowed(clock, reading);
        return day ? [[clock.key, day]] : [];
      }),
    ),
    changes: await listChanges(ctx, row, clocks, reading),
    rules: rulesByHand(reading.law).map((rule) => ({
      ...rule,
      limitWords: limitWords(ruleFor(rule, marksOf(reading))),
      dated: rule.limit === null,
    })),
    accounts: await forecastsOf(ctx, row, reading),
    request: requestOf(row, reading),
    numbers: await listNumbers(ctx, row, reading.law),
    today: reading.moment.today,
    homeZone: reading.playbook.home.zone,
    thereZone: reading.playbook.there.zone,
    closed: row.closedAt !== null,
  };
});

async function listChanges(
  ctx: TxCtx,
  row: CaseRow,
  clocks: readonly CaseClock[],
  reading: CaseReading,
): Promise<ClockChangeView[]> {
  const changed = await ctx.db
    .select({ change: clockChanges, by: members.name })
    .from(clockChanges)
    .innerJoin(members, eq(members.id, clockChanges.recordedBy))
    .where(and(eq(clockChanges.orgId, ctx.orgId), eq(clockChanges.caseId, row.id)))
    .orderBy(desc(clockChanges.recordedAt));
  const answered = await ctx.db
    .select({ clock: handClocks, by: members.name })
    .from(handClocks)
    .innerJoin(members, eq(members.id, handClocks.answeredBy))
    .where(and(eq(handClocks.orgId, ctx.orgId), eq(handClocks.caseId, row.id), isNotNull(handClocks.answeredOn)))
    .orderBy(desc(handClocks.answeredOn));
  const titles = new Map([
    ...clocks.map((clock) => [clock.key, clockTitle(clock)] as const),
    ...answered.map(({ clock }) => [`hand:${clock.id}`, clock.title] as const),
  ]);
  const changes = changed.map(({ change, by }): ClockChangeView => {
    const clock = titles.get(change.clockKey) ?? clockName(change.clockKey, reading);
    return { ...change, clock, by, at: change.recordedAt };
  });
  const answers = answered.map(({ clock, by }): ClockChangeView => {
    const on = clock.answeredOn ?? reading.moment.today;
    const answeredClock = {
      clock: clock.title,
      on,
      until: null,
      reason: clock.answeredNote ?? "",
      by,
      at: clock.recordedAt,
    };
    return { id: clock.id, change: "answered", ...answeredClock };
  });
  return [...changes, ...answers].toSorted((a, b) => b.on.localeCompare(a.on) || b.at.getTime() - a.at.getTime());
}

async function forecastsOf(ctx: TxCtx, row: CaseRow, reading: CaseReading): Promise<AccountForecast[]> {
  const { facts, law, moment } = reading;
  const rows = await ctx.db
    .select()
    .from(accounts)
    .where(and(eq(accounts.orgId, ctx.orgId), eq(accounts.caseId, row.id)))
    .orderBy(asc(accounts.number));
  const asked = await ctx.db
    .select({ id: preservations.id, askedBy: preservations.askedBy })
    .from(preservations)
    .where(and(eq(preservations.orgId, ctx.orgId), eq(preservations.caseId, row.id)));
  const requestOn = stateRequestOn(reading);
  return rows.map((account) => {
    const keep = currentKeep(facts.preservations ?? [], account.id);
    const forecast = forecastGap(keep, moment.today, law, requestOn);
    const { renewFrom, renewUntil } = forecast;
    return {
      accountId: account.id,
      number: account.number,
      label: t("{handle} on {value}", {
        handle: account.handle,
        value: findPlatform(account.platform, law)?.name ?? account.platform,
      }),
      keepId: keep?.id ?? null,
      askedBy: asked.find((request) => request.id === keep?.id)?.askedBy ?? null,
      acceptedOn: keep?.acceptedOn ?? null,
      renewed: Boolean(keep?.renewedOn),
      forecast,
      draftRenewal: Boolean(renewFrom && renewUntil && renewFrom <= moment.today && moment.today <= renewUntil),
      mayRecord: maySupersede(forecast.state),
    };
  });
}

function requestOf(row: CaseRow, reading: CaseReading): DeadlinesPage["request"] {
  const { gap, mayTakeMonths } = briefingWordsOf(row.pair).preservation;
  return { sentOn: stateRequestOn(reading), mayTakeMonths, text: gap.text };
}

/** The numbers of the kind that a provider issues when it preserves an account. */
async function listNumbers(ctx: TxCtx, row: CaseRow, law: Law) {
  const rows = await ctx.db
    .select()
    .from(references)
    .where(and(eq(references.caseId, row.id), eq(references.kind, "preservation"), eq(references.state, "issued")))
    .orderBy(asc(references.recordedAt), asc(references.id));
  return rows.map(({ id, kind, raw, canonical }) => ({
    id,
    display: shownNumber({ kind, raw, canonical }, law) ?? "",
  }));
}

/** The day on which a request from state to state left: a bridge that only states cross. */
function stateRequestOn(c: CaseReading): string | null {
  const rows = c.playbook.levels.flatMap((level) => level.rows);
  const days = rows.flatMap(({ crossing, home }) => {
    const step = crossing?.kind === "bridge" && crossing.sign === "landmark" && home ? c.playbook.steps[home] : null;
    if (!step) return [];
    const packet = handedOver(c, step.produces.packet);
    const handed = packet && c.facts.handovers.find((handover) => handover.packetKind === packet.kind)?.handedOverOn;
    return factOf(c, step.key)?.submittedOn ?? handed ?? [];
  });
  return days.toSorted()[0] ?? null;
}

/** What is preserved of each account of a case, for pages that show accounts. */
export const readForecasts = query("case.read", async (ctx, caseId: string): Promise<AccountForecast[]> => {
  const row = await findCase(ctx, caseId);
  return forecastsOf(ctx, row, await readReading(ctx, row));
});

/** What remains open when this case is closed, or how it ended. @throws AppError not_found */
export const readClosingPage = query("case.write", async (ctx, caseId: string): Promise<ClosingPage> => {
  const row = await findCase(ctx, caseId);
  const mayClose = ctx.actor.role === "supervisor" || ctx.actor.memberId === row.ownerId;
  const reading = await readReading(ctx, row);
  if (!row.closedAt) return { open: stillOpen(reading, timetable(reading)), closed: null, mayClose };
  const vault = await openVault(ctx, row.keyId);
  const [by] = await ctx.db
    .select({ name: members.name })
    .from(members)
    .where(eq(members.id, row.closedBy ?? row.ownerId));
  const closed = {
    on: civilDate(row.closedAt, reading.moment.zone),
    outcome: outcomeLabel(row.outcome, (await findVersion(ctx, row.outcomeVersion))?.labels ?? null),
    note: vault.openMaybe({ table: "cases", column: "closing_note", row: row.id }, row.closingNote),
    by: by?.name ?? t("Not known"),
  };
  return { open: [], closed, mayClose };
});
