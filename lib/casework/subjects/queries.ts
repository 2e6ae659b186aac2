import "server-only";
import { and, asc, count, desc, eq, gt, isNotNull, isNull, lte, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { accountExhibits, accountHandles, accounts, exhibits, incidents, subjects } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { exhibitCode, incidentCode, mostListed, mostProposed } from "@/lib/casework/incidents/rules";
import type { PickList } from "@/lib/casework/incidents/types";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { may } from "@/lib/kernel/access/roles";
import { openVault } from "@/lib/kernel/access/vault";
import { findPlatform } from "@/lib/law/jurisdictions/rules";
import { type Paged, sliceOf } from "@/lib/platform/paging";
import { accountsOf, findSubject } from "./access";
import { accountCode, entriesOnBoard, entriesOnPage, subjectsOnPage } from "./rules";
import type { AccountView, BoardSubject, SubjectView } from "./types";

/** The identity board of a case. @throws AppError not_found */
export const listSubjects = query("case.read", async (ctx, caseId: string): Promise<SubjectView[]> => {
  const row = await findCase(ctx, caseId);
  return viewsOf(ctx, row, await byNumber(ctx, row.id), await accountsOf(ctx, row.id));
});

export type SubjectPage = Paged<BoardSubject> & { nameless: { count: number; first: string[] } };

/**
 * One page of the board: each subject with its first accounts. With `subject`, that one alone and a page of its accounts,
 * counted in `accountCount`. @throws AppError not_found
 */
export const listSubjectPage = query(
  "case.read",
  async (ctx, caseId: string, asked: { page: number; subject?: string }): Promise<SubjectPage> => {
    const row = await findCase(ctx, caseId);
    const one = asked.subject ? await findSubject(ctx, row.id, asked.subject) : null;
    const total = await ctx.db.$count(subjects, and(eq(subjects.orgId, ctx.orgId), eq(subjects.caseId, row.id)));
    const { page, offset, limit } = sliceOf(asked.page, total, subjectsOnPage);
    const people = one ? [one] : await byNumber(ctx, row.id).limit(limit).offset(offset);
    const ids = people.map(({ id }) => id);
    const from = one ? { offset: (asked.page - 1) * entriesOnPage, limit: entriesOnPage } : { limit: entriesOnBoard };
    const counts = await countAccounts(ctx, ids);
    const views = await viewsOf(ctx, row, people, await firstAccounts(ctx, ids, from));
    const rows = views.map((view) => ({ ...view, accountCount: counts.get(view.id) ?? 0 }));
    return { rows, page: one ? asked.page : page, total, nameless: await namelessOf(ctx, row.id) };
  },
);

async function countAccounts(ctx: TxCtx, subjectIds: readonly string[]): Promise<Map<string, number>> {
  if (subjectIds.length === 0) return new Map();
  const rows = await ctx.db
    .select({ subjectId: accounts.subjectId, n: count() })
    .from(accounts)
    .where(and(eq(accounts.orgId, ctx.orgId), among(accounts.subjectId, [...subjectIds])))
    .groupBy(accounts.subjectId);
  return new Map(rows.map(({ subjectId, n }) => [subjectId, n]));
}

/** The accounts of each subject from `offset` on, by number. */
async function firstAccounts(
  ctx: TxCtx,
  subjectIds: readonly string[],
  { offset = 0, limit }: { offset?: number; limit: number },
): Promise<AccountRow[]> {
  if (subjectIds.length === 0) return [];
  const place = sql<number>`row_number() over (partition by ${accounts.subjectId} order by ${accounts.number})`;
  const placed = ctx.db
    .select({ id: accounts.id, place: place.as("place") })
    .from(accounts)
    .where(and(eq(accounts.orgId, ctx.orgId), among(accounts.subjectId, [...subjectIds])))
    .as("placed");
  const rows = await ctx.db
    .select({ account: accounts })
    .from(accounts)
    .innerJoin(placed, eq(placed.id, accounts.id))
    .where(and(eq(accounts.orgId, ctx.orgId), gt(placed.place, offset), lte(placed.place, offset + limit)))
    .orderBy(asc(accounts.number));
  return rows.map(({ account }) => account);
}

function byNumber(ctx: TxCtx, caseId: string) {
  return ctx.db
    .select()
    .from(subjects)
    .where(and(eq(subjects.orgId, ctx.orgId), eq(subjects.caseId, caseId)))
    .orderBy(asc(subjects.number))
    .$dynamic();
}

async function namelessOf(ctx: TxCtx, caseId: string): Promise<SubjectPage["nameless"]> {
  const missing = and(eq(accounts.orgId, ctx.orgId), eq(accounts.caseId, caseId), isNull(accounts.platformId));
  const first = await ctx.db
    .select({ number: accounts.number })
    .from(accounts)
    .where(missing)
    .orderBy(asc(accounts.number))
    .limit(10);
  return { count: await ctx.db.$count(accounts, missing), first: first.map((account) => accountCode(account.number)) };
}

async function viewsOf(
  ctx: TxCtx,
  row: { id: string; keyId: string },
  people: readonly (typeof subjects.$inferSelect)[],
  theirs: readonly AccountRow[],
): Promise<SubjectView[]> {
  if (people.length === 0) return [];
  const vault = await openVault(ctx, row.keyId);
  const seen = may(ctx.actor, "field.identity");
  const board = Map.groupBy(await readAccounts(ctx, row.id, theirs), (account) => account.subjectId);
  return people.map((person) => {
    const place = (column: string) => ({ table: "subjects", column, row: person.id });
    return {
      id: person.id,
      number: person.number,
      allegedName: seen ? vault.openMaybe(place("alleged_name"), person.allegedName) : null,
      allegedPlace: seen ? vault.openMaybe(place("alleged_place"), person.allegedPlace) : null,
      zone: person.zone,
      zoneReason: person.zoneReason,
      accounts: board.get(person.id)?.map((account) => account.view) ?? [],
    };
  });
}

/** Accounts of a case for a picker: `A1 Instagram, @handle`. @throws AppError not_found */
export const listAccountChoices = query(
  "case.read",
  async (ctx, caseId: string): Promise<{ id: string; label: string }[]> => {
    await findCase(ctx, caseId);
    const rows = await accountsOf(ctx, caseId);
    return rows.map((row) => ({
      id: row.id,
      label: `${accountCode(row.number)} ${findPlatform(row.platform)?.name ?? row.platform}, ${row.handle}`,
    }));
  },
);

/** The same for a form's picker: all of them, or the newest if there are many. @throws AppError not_found */
export const pickAccounts = query("case.read", async (ctx, caseId: string): Promise<PickList> => {
  const row = await findCase(ctx, caseId);
  const { id, number, platform, handle } = accounts;
  const newest = await ctx.db
    .select({ id, number, platform, handle })
    .from(accounts)
    .where(and(eq(accounts.orgId, ctx.orgId), eq(accounts.caseId, row.id)))
    .orderBy(desc(number))
    .limit(mostProposed);
  const options = newest.map((exhibit) => ({
    id: exhibit.id,
    code: accountCode(exhibit.number),
    label: `${accountCode(exhibit.number)} ${findPlatform(exhibit.platform)?.name ?? exhibit.platform}, ${exhibit.handle}`,
  }));
  const all = options.length <= mostListed;
  return { kind: "account", all, options: all ? options.toReversed() : options };
});

/** The first known time zone of a subject. @throws AppError not_found */
export const readSubjectZone = query("case.read", async (ctx, caseId: string): Promise<string | null> => {
  const row = await findCase(ctx, caseId);
  const [first] = await ctx.db
    .select({ zone: subjects.zone })
    .from(subjects)
    .where(and(eq(subjects.orgId, ctx.orgId), eq(subjects.caseId, row.id), isNotNull(subjects.zone)))
    .orderBy(asc(subjects.number))
    .limit(1);
  return first?.zone ?? null;
});

type AccountRow = typeof accounts.$inferSelect;

async function readAccounts(
  ctx: TxCtx,
  caseId: string,
  rows: readonly AccountRow[],
): Promise<{ subjectId: string; view: AccountView }[]> {
  if (rows.length === 0) return [];
  const ids = rows.map((row) => row.id);
  const handles = await ctx.db
    .select()
    .from(accountHandles)
    .where(and(eq(accountHandles.caseId, caseId), among(accountHandles.accountId, ids)))
    .orderBy(desc(accountHandles.seenOn), desc(accountHandles.id));
  const shown = await ctx.db
    .select({ accountId: incidents.accountId, kind: incidents.kind, number: incidents.number })
    .from(incidents)
    .where(and(eq(incidents.caseId, caseId), among(incidents.accountId, ids)))
    .orderBy(asc(incidents.number));
  const proof = await ctx.db
    .select({ accountId: exhibits.accountId, number: exhibits.number })
    .from(exhibits)
    .where(and(eq(exhibits.caseId, caseId), among(exhibits.accountId, ids)))
    .orderBy(asc(exhibits.number));
  const links = await ctx.db
    .select({ accountId: accountExhibits.accountId, id: exhibits.id, number: exhibits.number })
    .from(accountExhibits)
    .innerJoin(exhibits, and(eq(exhibits.orgId, accountExhibits.orgId), eq(exhibits.id, accountExhibits.exhibitId)))
    .where(
      and(
        eq(accountExhibits.orgId, ctx.orgId),
        eq(accountExhibits.caseId, caseId),
        among(accountExhibits.accountId, ids),
      ),
    )
    .orderBy(asc(exhibits.number));
  const by = <T extends { accountId: string | null }>(all: T[]) => Map.groupBy(all, (row) => row.accountId);
  const of = { handles: by(handles), incidents: by(shown), exhibits: by(proof), links: by(links) };
  return rows.map((row) => ({
    subjectId: row.subjectId,
    view: {
      ...accountFacts(row),
      handles: (of.handles.get(row.id) ?? []).map(({ handle, seenOn }) => ({ handle, seenOn })),
      incidents: (of.incidents.get(row.id) ?? []).map((incident) => incidentCode(incident.kind, incident.number)),
      exhibits: (of.exhibits.get(row.id) ?? []).map((exhibit) => exhibitCode(exhibit.number)),
      shownBy: (of.links.get(row.id) ?? []).map(({ id, number }) => ({ id, code: exhibitCode(number) })),
      needsProof: row.confidence === "confirmed" && (!of.links.has(row.id) || row.linkReason === null),
    },
  }));
}

function accountFacts(row: AccountRow) {
  const platform = findPlatform(row.platform);
  return {
    id: row.id,
    number: row.number,
    code: accountCode(row.number),
    platform: row.platform,
    platformName: platform?.name ?? row.platform,
    stableIdentifier: platform?.stableIdentifier ?? "",
    platformId: row.platformId,
    needsId: row.platformId === null,
    handle: row.handle,
    url: row.url,
    displayName: row.displayName,
    confidence: row.confidence,
    linkReason: row.linkReason,
    firstSeenOn: row.firstSeenOn,
    lastSeenOn: row.lastSeenOn,
  };
}
