import "server-only";
import { and, asc, count, desc, eq, isNotNull, type SQL, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { accounts, choiceVersions, exhibits, incidentExhibits, incidents, members } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { knowledgeShown, natureLabel } from "@/lib/casework/cases/labels";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { findPlatform } from "@/lib/law/jurisdictions/rules";
import { valueRecorded, wordsRecorded } from "@/lib/organisation/choices/rules";
import type { ChoiceLabels } from "@/lib/organisation/choices/types";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { type Paged, pageHolding, sliceOf } from "@/lib/platform/paging";
import { civilDate } from "@/lib/platform/time/clock";
import { wallTime } from "@/lib/platform/time/zone";
import { exhibitCode, gravityOf, incidentCode, mostListed, mostProposed } from "./rules";
import type { ChartedActs, IncidentFilter, IncidentView, PickList } from "./types";

/** The incidents in chronological order. @throws AppError not_found */
export const listIncidents = query(
  "case.read",
  async (ctx, caseId: string, filter: IncidentFilter = "all"): Promise<IncidentView[]> => {
    const row = await findCase(ctx, caseId);
    return viewsOf(ctx, row, await inOrder(ctx, row.id, filter));
  },
);

/** The incident with this code, `I-3` or `C-2`. @throws AppError not_found */
export const readIncident = query("case.read", async (ctx, caseId: string, code: string): Promise<IncidentView> => {
  const row = await findCase(ctx, caseId);
  const [, letter, number] = /^([IC])-(\d{1,6})$/.exec(code) ?? [];
  const kind = letter === "I" ? "act" : "event";
  const only = number ? await inOrder(ctx, row.id, kind, eq(incidents.number, Number(number))) : [];
  const [incident] = await viewsOf(ctx, row, only);
  if (!incident) throw new AppError("not_found", t("No such incident."));
  return incident;
});

export type IncidentPage = Paged<IncidentView> & {
  counts: Record<IncidentFilter, number>;
  /** True when the case has an exhibit to link. */
  canLink: boolean;
};

/** One page of the incidents, and the count of each kind. @throws AppError not_found */
export const listIncidentPage = query(
  "case.read",
  async (ctx, caseId: string, asked: { filter: IncidentFilter; page: number }): Promise<IncidentPage> => {
    const row = await findCase(ctx, caseId);
    const counts = await countKinds(ctx, row.id);
    const total = counts[asked.filter];
    const { page, offset, limit } = sliceOf(asked.page, total);
    const rows = await viewsOf(ctx, row, await inOrder(ctx, row.id, asked.filter).limit(limit).offset(offset));
    const canLink = (await ctx.db.$count(exhibits, eq(exhibits.caseId, row.id))) > 0;
    return { rows, page, total, counts, canLink };
  },
);

/** The page of that list with an incident; the first if it is not listed. @throws AppError not_found */
export const findIncidentPage = query(
  "case.read",
  async (ctx, caseId: string, incidentId: string, filter: IncidentFilter): Promise<number> => {
    const row = await findCase(ctx, caseId);
    if (!isId(incidentId)) return 1;
    const kind = filter === "all" ? sql`` : sql`and before.kind = ${filter}`;
    const [found] = await ctx.db.execute<{ place: number }>(sql`
      select count(before.id)::int as place
      from ${incidents} as one
      left join ${incidents} as before on before.org_id = one.org_id and before.case_id = one.case_id
        and (coalesce(before.happened_at, 'infinity'), before.id) < (coalesce(one.happened_at, 'infinity'), one.id) ${kind}
      where one.org_id = ${ctx.orgId} and one.case_id = ${row.id} and one.id = ${incidentId}::uuid`);
    return pageHolding(found?.place ?? 0);
  },
);

function inOrder(ctx: TxCtx, caseId: string, filter: IncidentFilter, only?: SQL) {
  const kind = filter === "all" ? undefined : eq(incidents.kind, filter);
  return ctx.db
    .select({ incident: incidents, account: accounts, by: members.name, ...ownNature })
    .from(incidents)
    .leftJoin(choiceVersions, eq(choiceVersions.id, incidents.natureVersion))
    .leftJoin(accounts, eq(accounts.id, incidents.accountId))
    .innerJoin(members, eq(members.id, incidents.loggedBy))
    .where(and(eq(incidents.orgId, ctx.orgId), eq(incidents.caseId, caseId), kind, only))
    .orderBy(asc(incidents.happenedAt), asc(incidents.id))
    .$dynamic();
}

async function countKinds(ctx: TxCtx, caseId: string): Promise<Record<IncidentFilter, number>> {
  const rows = await ctx.db
    .select({ kind: incidents.kind, n: count() })
    .from(incidents)
    .where(and(eq(incidents.orgId, ctx.orgId), eq(incidents.caseId, caseId)))
    .groupBy(incidents.kind);
  const of = (kind: "act" | "event") => rows.find((row) => row.kind === kind)?.n ?? 0;
  return { all: of("act") + of("event"), act: of("act"), event: of("event") };
}

/** The organisation's own words of a nature, where it has some. */
const ownNature = { choice: choiceVersions.choice, labels: choiceVersions.labels };

type Found = {
  incident: typeof incidents.$inferSelect;
  account: typeof accounts.$inferSelect | null;
  by: string;
  choice: string | null;
  labels: ChoiceLabels | null;
};

async function viewsOf(ctx: TxCtx, row: { id: string; keyId: string }, found: Found[]): Promise<IncidentView[]> {
  if (found.length === 0) return [];
  const vault = await openVault(ctx, row.keyId);
  const linked = await linksOf(
    ctx,
    row.id,
    found.map(({ incident }) => incident.id),
  );
  return found.map(({ incident, account, by, choice, labels }) => {
    const place = (column: string) => ({ table: "incidents", column, row: incident.id });
    const { id, nature, happenedAt, zone, timeIsExact, accountId, url, isKnowledge, loggedAt } = incident;
    return {
      id,
      kind: incident.kind,
      nature,
      happenedAt,
      zone,
      timeIsExact,
      accountId,
      url,
      isKnowledge,
      loggedAt,
      code: incidentCode(incident.kind, incident.number),
      natureText: wordsRecorded(labels, natureLabel(nature)),
      natureValue: valueRecorded(nature, choice),
      knowledge: incident.knowledge,
      knowledgeText: knowledgeShown(incident),
      when: happenedAt && wallTime(happenedAt, zone),
      account: account
        ? `A${account.number} ${findPlatform(account.platform)?.name ?? account.platform}, ${account.handle}`
        : null,
      words: vault.openMaybe(place("words"), incident.words),
      what: vault.open(place("what"), incident.what),
      exhibits: linked.get(id) ?? [],
      loggedBy: by,
    };
  });
}

/** The exhibits that show these incidents, by number. */
async function linksOf(ctx: TxCtx, caseId: string, incidentIds: readonly string[]) {
  const links = await ctx.db
    .select({ incidentId: incidentExhibits.incidentId, id: exhibits.id, number: exhibits.number })
    .from(incidentExhibits)
    .innerJoin(exhibits, eq(exhibits.id, incidentExhibits.exhibitId))
    .where(and(eq(incidentExhibits.caseId, caseId), among(incidentExhibits.incidentId, [...incidentIds])))
    .orderBy(asc(exhibits.number));
  const linked = new Map<string, { id: string; code: string }[]>();
  for (const { incidentId, id, number } of links) {
    const known = linked.get(incidentId) ?? [];
    known.push({ id, code: exhibitCode(number) });
    linked.set(incidentId, known);
  }
  return linked;
}

/** What the chart of a case shows, on the days of its home country. Nothing encrypted is opened. @throws AppError not_found */
export const readChartedActs = query("case.read", async (ctx, caseId: string, zone: string): Promise<ChartedActs> => {
  const row = await findCase(ctx, caseId);
  const { kind, number, nature, happenedAt, isKnowledge, knowledge } = incidents;
  const found = await ctx.db
    .select({ kind, number, nature, happenedAt, isKnowledge, knowledge, account: accounts.number })
    .from(incidents)
    .leftJoin(accounts, eq(accounts.id, incidents.accountId))
    .where(and(eq(incidents.orgId, ctx.orgId), eq(incidents.caseId, row.id), isNotNull(happenedAt)))
    .orderBy(asc(happenedAt), asc(incidents.id));
  const timed = found.flatMap(({ happenedAt: at, ...incident }) =>
    at ? [{ ...incident, on: civilDate(at, zone) }] : [],
  );
  const listed = await ctx.db
    .select({ number: accounts.number, platform: accounts.platform })
    .from(accounts)
    .where(and(eq(accounts.orgId, ctx.orgId), eq(accounts.caseId, row.id)));
  return {
    acts: timed
      .filter((incident) => incident.kind === "act")
      .map((incident) => ({
        on: incident.on,
        account: incident.account === null ? null : `A${incident.account}`,
        gravity: gravityOf(incident.nature),
      })),
    accounts: listed.map((account) => ({
      code: `A${account.number}`,
      label: `A${account.number} ${findPlatform(account.platform)?.name ?? account.platform}`,
    })),
    flags: timed.flatMap((incident) => {
      const shown = knowledgeShown(incident);
      if (shown === null) return [];
      return [{ on: incident.on, label: `${incidentCode(incident.kind, incident.number)} ${shown.toLowerCase()}` }];
    }),
  };
});

/** Exhibits of a case for a picker, by number. Their text stays encrypted. @throws AppError not_found */
export const listExhibitChoices = query(
  "case.read",
  async (ctx, caseId: string): Promise<{ id: string; code: string; label: string }[]> => {
    const row = await findCase(ctx, caseId);
    const vault = await openVault(ctx, row.keyId);
    const rows = await ctx.db
      .select({ id: exhibits.id, number: exhibits.number, description: exhibits.description })
      .from(exhibits)
      .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, row.id)))
      .orderBy(asc(exhibits.number));
    return rows.map(({ id, number, description }) => {
      const message = vault.open({ table: "exhibits", column: "description", row: id }, description);
      return { id, code: exhibitCode(number), label: `${exhibitCode(number)} ${message.slice(0, 80)}` };
    });
  },
);

/** The exhibits for a form's picker: all of them, or the newest if there are many. @throws AppError not_found */
export const pickExhibits = query("case.read", async (ctx, caseId: string): Promise<PickList> => {
  const row = await findCase(ctx, caseId);
  const vault = await openVault(ctx, row.keyId);
  const here = and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, row.id));
  const newest = await ctx.db
    .select({ id: exhibits.id, number: exhibits.number, description: exhibits.description })
    .from(exhibits)
    .where(here)
    .orderBy(desc(exhibits.number))
    .limit(mostProposed);
  const options = newest.map(({ id, number, description }) => {
    const message = vault.open({ table: "exhibits", column: "description", row: id }, description);
    return { id, code: exhibitCode(number), label: `${exhibitCode(number)} ${message.slice(0, 80)}` };
  });
  const all = options.length <= mostListed;
  return { kind: "exhibit", all, options: all ? options.toReversed() : options };
});

/** The same for incidents, acts before other events. @throws AppError not_found */
export const pickIncidents = query("case.read", async (ctx, caseId: string): Promise<PickList> => {
  const row = await findCase(ctx, caseId);
  const { id, kind, number, nature, what } = incidents;
  const [vault, found] = await Promise.all([
    openVault(ctx, row.keyId),
    ctx.db
      .select({ id, kind, number, nature, what, labels: choiceVersions.labels })
      .from(incidents)
      .leftJoin(choiceVersions, eq(choiceVersions.id, incidents.natureVersion))
      .where(and(eq(incidents.orgId, ctx.orgId), eq(incidents.caseId, row.id)))
      .orderBy(asc(kind), asc(number))
      .limit(mostListed + 1),
  ]);
  const options = found.map((exhibit) => {
    const message = vault.open({ table: "incidents", column: "what", row: exhibit.id }, exhibit.what);
    return {
      id: exhibit.id,
      code: incidentCode(exhibit.kind, exhibit.number),
      label: `${wordsRecorded(exhibit.labels, natureLabel(exhibit.nature))}: ${message}`,
    };
  });
  const all = options.length <= mostListed;
  return { kind: "incident", all, options: all ? options : [] };
});

/** The codes of exhibits and incidents of a case, by id. @throws AppError not_found */
export const readCodes = query(
  "case.read",
  async (ctx, caseId: string, ids: readonly string[]): Promise<Map<string, string>> => {
    const row = await findCase(ctx, caseId);
    if (ids.length === 0) return new Map();
    const acts = await ctx.db
      .select({ id: incidents.id, kind: incidents.kind, number: incidents.number })
      .from(incidents)
      .where(and(eq(incidents.orgId, ctx.orgId), eq(incidents.caseId, row.id), among(incidents.id, [...ids])));
    const kept = await ctx.db
      .select({ id: exhibits.id, number: exhibits.number })
      .from(exhibits)
      .where(and(eq(exhibits.orgId, ctx.orgId), eq(exhibits.caseId, row.id), among(exhibits.id, [...ids])));
    return new Map([
      ...acts.map((act) => [act.id, incidentCode(act.kind, act.number)] as const),
      ...kept.map((exhibit) => [exhibit.id, exhibitCode(exhibit.number)] as const),
    ]);
  },
);
