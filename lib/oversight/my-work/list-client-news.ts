import "server-only";
import { and, asc, eq, sql } from "drizzle-orm";
import { cases, clientFiles, clientPages } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { mostOfficerItems, ofMyCases, unseenNews } from "./access";
import type { ClientNewsItem, Few } from "./types";

/** What clients did on their pages, on the cases that this person is responsible for: the oldest first. */
export async function listClientNews(ctx: TxCtx): Promise<Few<ClientNewsItem>> {
  const waiting = and(eq(clientFiles.caseId, clientPages.caseId), eq(clientFiles.state, "waiting"));
  const rows = await ctx.db
    .select({
      caseId: cases.id,
      pseudonym: cases.pseudonym,
      code: cases.code,
      at: sql<Date>`${clientPages.newsAt}`.mapWith(clientPages.newsAt),
      files: ctx.db.$count(clientFiles, waiting),
    })
    .from(clientPages)
    .innerJoin(cases, and(eq(cases.orgId, clientPages.orgId), eq(cases.id, clientPages.caseId)))
    .where(and(ofMyCases(ctx), unseenNews))
    .orderBy(asc(clientPages.newsAt), asc(clientPages.id))
    .limit(mostOfficerItems);
  return { items: rows, count: rows.length };
}
