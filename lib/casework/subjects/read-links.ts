import "server-only";
import { and, asc, eq, isNull } from "drizzle-orm";
import { accountExhibits, accounts, exhibits, identifiers, subjects } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { exhibitCode } from "@/lib/casework/incidents/rules";
import { query } from "@/lib/kernel/access/query";
import { findPlatform } from "@/lib/law/jurisdictions/rules";
import { accountCode } from "./rules";
import type { LinkedSubject } from "./types";

/**
 * Who is linked to which accounts and identifiers, and which exhibits show it, for the whole case. By code: nothing
 * encrypted is opened. @throws AppError not_found
 */
export const readLinks = query("case.read", async (ctx, caseId: string): Promise<LinkedSubject[]> => {
  const row = await findCase(ctx, caseId);
  const people = await ctx.db
    .select({ id: subjects.id, number: subjects.number })
    .from(subjects)
    .where(and(eq(subjects.orgId, ctx.orgId), eq(subjects.caseId, row.id)))
    .orderBy(asc(subjects.number));
  const theirs = await ctx.db
    .select({
      id: accounts.id,
      number: accounts.number,
      platform: accounts.platform,
      confidence: accounts.confidence,
      subjectId: accounts.subjectId,
    })
    .from(accounts)
    .where(and(eq(accounts.orgId, ctx.orgId), eq(accounts.caseId, row.id)))
    .orderBy(asc(accounts.number));
  const shown = await ctx.db
    .select({ accountId: accountExhibits.accountId, number: exhibits.number })
    .from(accountExhibits)
    .innerJoin(exhibits, and(eq(exhibits.orgId, accountExhibits.orgId), eq(exhibits.id, accountExhibits.exhibitId)))
    .where(and(eq(accountExhibits.orgId, ctx.orgId), eq(accountExhibits.caseId, row.id)))
    .orderBy(asc(exhibits.number));
  const others = await ctx.db
    .select({
      subjectId: identifiers.subjectId,
      kind: identifiers.kind,
      confidence: identifiers.confidence,
      exhibit: exhibits.number,
    })
    .from(identifiers)
    .leftJoin(exhibits, and(eq(exhibits.orgId, identifiers.orgId), eq(exhibits.id, identifiers.exhibitId)))
    .where(and(eq(identifiers.orgId, ctx.orgId), eq(identifiers.caseId, row.id), isNull(identifiers.removedAt)))
    .orderBy(asc(identifiers.addedAt), asc(identifiers.id));
  return people.map(({ id, number }) => ({
    number,
    accounts: theirs
      .filter((account) => account.subjectId === id)
      .map((account) => ({
        name: `${accountCode(account.number)} ${findPlatform(account.platform)?.name ?? account.platform}`,
        confidence: account.confidence,
        exhibits: shown.filter((link) => link.accountId === account.id).map((link) => exhibitCode(link.number)),
      })),
    identifiers: others
      .filter((entry) => entry.subjectId === id)
      .map(({ kind, confidence, exhibit }) => ({
        kind,
        confidence,
        exhibits: exhibit === null ? [] : [exhibitCode(exhibit)],
      })),
  }));
});
