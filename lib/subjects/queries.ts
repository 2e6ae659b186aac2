import "server-only";
import { and, asc, desc, eq } from "drizzle-orm";
import { accountExhibits, accountHandles, type accounts, exhibits, incidents, subjects } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { query } from "@/lib/access/query";
import { openVault } from "@/lib/access/vault";
import { findCase } from "@/lib/cases/scope";
import { exhibitCode, incidentCode } from "@/lib/incidents/rules";
import { findPlatform } from "@/lib/jurisdictions/rules";
import { accountCode } from "./rules";
import { accountsOf } from "./scope";
import type { AccountView, SubjectView } from "./types";

/** The identity board of a case. @throws AppError not_found */
export const listSubjects = query("case.read", async (ctx, caseId: string): Promise<SubjectView[]> => {
  const row = await findCase(ctx, caseId);
  const vault = await openVault(ctx, row.keyId);
  const people = await ctx.db
    .select()
    .from(subjects)
    .where(and(eq(subjects.orgId, ctx.orgId), eq(subjects.caseId, row.id)))
    .orderBy(asc(subjects.number));
  const board = await readAccounts(ctx, row.id);
  return people.map((one) => {
    const place = (column: string) => ({ table: "subjects", column, row: one.id });
    return {
      id: one.id,
      number: one.number,
      allegedName: vault.openMaybe(place("alleged_name"), one.allegedName),
      allegedPlace: vault.openMaybe(place("alleged_place"), one.allegedPlace),
      zone: one.zone,
      zoneReason: one.zoneReason,
      accounts: board.filter((account) => account.subjectId === one.id).map((account) => account.view),
    };
  });
});

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

async function readAccounts(ctx: Scoped, caseId: string): Promise<{ subjectId: string; view: AccountView }[]> {
  const rows = await accountsOf(ctx, caseId);
  const handles = await ctx.db
    .select()
    .from(accountHandles)
    .where(eq(accountHandles.caseId, caseId))
    .orderBy(desc(accountHandles.seenOn), desc(accountHandles.id));
  const shown = await ctx.db
    .select({ accountId: incidents.accountId, kind: incidents.kind, number: incidents.number })
    .from(incidents)
    .where(eq(incidents.caseId, caseId))
    .orderBy(asc(incidents.number));
  const proof = await ctx.db
    .select({ accountId: exhibits.accountId, number: exhibits.number })
    .from(exhibits)
    .where(eq(exhibits.caseId, caseId))
    .orderBy(asc(exhibits.number));
  const ties = await ctx.db
    .select({ accountId: accountExhibits.accountId, id: exhibits.id, number: exhibits.number })
    .from(accountExhibits)
    .innerJoin(exhibits, and(eq(exhibits.orgId, accountExhibits.orgId), eq(exhibits.id, accountExhibits.exhibitId)))
    .where(and(eq(accountExhibits.orgId, ctx.orgId), eq(accountExhibits.caseId, caseId)))
    .orderBy(asc(exhibits.number));
  const of = <T extends { accountId: string | null }>(all: T[], id: string) =>
    all.filter((one) => one.accountId === id);
  return rows.map((row) => ({
    subjectId: row.subjectId,
    view: {
      ...accountFacts(row),
      handles: of(handles, row.id).map(({ handle, seenOn }) => ({ handle, seenOn })),
      incidents: of(shown, row.id).map((one) => incidentCode(one.kind, one.number)),
      exhibits: of(proof, row.id).map((one) => exhibitCode(one.number)),
      shownBy: of(ties, row.id).map(({ id, number }) => ({ id, code: exhibitCode(number) })),
      needsProof: row.confidence === "confirmed" && (of(ties, row.id).length === 0 || row.linkReason === null),
    },
  }));
}

function accountFacts(row: typeof accounts.$inferSelect) {
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
