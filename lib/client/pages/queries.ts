import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { clientPageEvents } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { findClient } from "@/lib/casework/clients/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { officeZone } from "@/lib/law/office/rules";
import { namesOf } from "@/lib/organisation/members/names-of";
import { newestPage, type PageRow, pagesAreOn } from "./access";
import { hasNews, stateOf } from "./rules";
import type { CasePage, PageEventView } from "./types";

/** Enough for what happened in the last weeks. */
const mostEvents = 60;

/** The page of a case's client and what happened at it, newest first. @throws AppError not_found */
export const readCasePage = query("case.read", async (ctx, caseId: string): Promise<CasePage> => {
  const found = await findCase(ctx, caseId);
  const [isOn, client, page] = await Promise.all([
    pagesAreOn(ctx),
    findClient(ctx, found.clientId),
    newestPage(ctx, caseId),
  ]);
  const events = page ? await listEvents(ctx, page.caseId) : [];
  const names = await namesOf(ctx, [page?.madeBy ?? null, ...events.map((event) => event.by)]);
  return {
    isOn,
    closed: found.closedAt !== null,
    clientIsMinor: client.isMinor,
    homeZone: findPlaybook(found.pair, found.playbookVersion)?.home.zone ?? officeZone(),
    page: page && viewOf(page, names.get(page.madeBy) ?? "", ctx.now),
    events: events.map((event) => ({ ...event, by: event.by && (names.get(event.by) ?? null) })),
  };
});

/** Whether clients' pages are on, for the settings. */
export const readPagesSetting = query("people.read", (ctx) => pagesAreOn(ctx));

function listEvents(ctx: TxCtx, caseId: string): Promise<PageEventView[]> {
  const { id, event, at, by } = clientPageEvents;
  return ctx.db
    .select({ id, event, at, by })
    .from(clientPageEvents)
    .where(and(eq(clientPageEvents.orgId, ctx.orgId), eq(clientPageEvents.caseId, caseId)))
    .orderBy(desc(clientPageEvents.at), desc(clientPageEvents.id))
    .limit(mostEvents);
}

function viewOf(page: PageRow, madeBy: string, now: Date) {
  const { id, language, madeAt, expiresAt, agreedOn, endedAt, lastVisitAt, wrongPins } = page;
  const state = stateOf(page, now);
  return {
    id,
    state,
    language,
    madeAt,
    madeBy,
    expiresAt,
    agreedOn,
    endedAt,
    lastVisitAt,
    wrongPins,
    hasNews: hasNews(page),
  };
}
