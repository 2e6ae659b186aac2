import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, count, desc, eq, isNull, ne } from "drizzle-orm";
import {
  accounts,
  cases,
  charges,
  documents,
  exhibits,
  incidents,
  letters,
  members,
  packets,
  references,
  refusals,
  releases,
  subjects,
  takedowns,
} from "@/db/schema";
import { readSafeContact } from "@/lib/casework/clients/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { civilDate } from "@/lib/platform/time/clock";
import { findCase, joinLatest, notDenied, openCases } from "./access";
import { isPastDue } from "./rules";
import type { CaseHeaderView } from "./types";

/** The top and the navigation of every page of a case. @throws AppError not_found */
export const readCaseHeader = query("case.read", async (ctx, caseId: string): Promise<CaseHeaderView> => {
  const row = await findCase(ctx, caseId);
  const playbook = findPlaybook(row.pair, row.playbookVersion);
  const homeZone = playbook?.home.zone ?? "UTC";
  const today = civilDate(ctx.now, homeZone);
  const [[owner], safeContact, { needsAccountId, openRefusals, ...counts }] = await Promise.all([
    ctx.db.select({ name: members.name }).from(members).where(eq(members.id, row.ownerId)),
    readSafeContact(ctx, row.clientId),
    countParts(ctx, caseId),
  ]);
  return {
    id: row.id,
    code: row.code,
    pseudonym: row.pseudonym,
    clientId: row.clientId,
    matter: row.matter,
    risk: row.risk,
    riskAssessed: row.riskAssessed,
    inDanger: row.inDanger,
    level: row.level,
    levels: row.levels,
    ownerId: row.ownerId,
    ownerName: owner?.name ?? t("Not known"),
    nextDueOn: row.nextDueOn,
    nextDueLabel: row.nextDueLabel,
    today,
    late: isPastDue(row, today, ctx.now),
    pair: row.pair,
    homeZone,
    thereZone: playbook?.there.zone ?? "UTC",
    closedAt: row.closedAt,
    safeContact,
    counts,
    needsAccountId,
    mayBeRefused: Object.values(playbook?.steps ?? {}).some((step) => step.refusable || step.rungs),
    openRefusals,
  };
});

/** The pair of countries that most of the open cases have which were opened last and are visible; null when none is open. */
export const readUsualPair = query("case.open", async (ctx): Promise<string | null> => {
  const open = ctx.db.select({ pair: cases.pair }).from(cases).$dynamic();
  const latest = joinLatest(ctx, open)
    .where(and(eq(cases.orgId, ctx.orgId), notDenied, openCases()))
    .orderBy(desc(cases.openedAt))
    .limit(latestOpened)
    .as("latest");
  const [row] = await ctx.db
    .select({ pair: latest.pair })
    .from(latest)
    .groupBy(latest.pair)
    .orderBy(desc(count()))
    .limit(1);
  return row?.pair ?? null;
});

/** Of so many cases the pair is counted. */
const latestOpened = 200;

type Counted = CaseHeaderView["counts"] & Pick<CaseHeaderView, "needsAccountId" | "openRefusals">;

async function countParts(ctx: TxCtx, caseId: string): Promise<Counted> {
  const [row] = await ctx.db
    .select({
      references: ctx.db.$count(references, and(eq(references.caseId, caseId), ne(references.state, "withdrawn"))),
      incidents: ctx.db.$count(incidents, eq(incidents.caseId, caseId)),
      subjects: ctx.db.$count(subjects, eq(subjects.caseId, caseId)),
      exhibits: ctx.db.$count(exhibits, eq(exhibits.caseId, caseId)),
      charges: ctx.db.$count(charges, eq(charges.caseId, caseId)),
      documents: ctx.db.$count(documents, and(eq(documents.caseId, caseId), ne(documents.state, "withdrawn"))),
      letters: ctx.db.$count(letters, and(eq(letters.caseId, caseId), isNull(letters.withdrawnAt))),
      packets: ctx.db.$count(packets, eq(packets.caseId, caseId)),
      releases: ctx.db.$count(releases, eq(releases.caseId, caseId)),
      refusals: ctx.db.$count(refusals, eq(refusals.caseId, caseId)),
      takedowns: ctx.db.$count(takedowns, and(eq(takedowns.caseId, caseId), isNull(takedowns.droppedAt))),
      openRefusals: ctx.db.$count(refusals, and(eq(refusals.caseId, caseId), isNull(refusals.settledOn))),
      needsAccountId: ctx.db.$count(accounts, and(eq(accounts.caseId, caseId), isNull(accounts.platformId))),
    })
    .from(members)
    .limit(1);
  const none = {
    references: 0,
    incidents: 0,
    subjects: 0,
    exhibits: 0,
    charges: 0,
    documents: 0,
    letters: 0,
    packets: 0,
  };
  return row ?? { ...none, releases: 0, refusals: 0, takedowns: 0, openRefusals: 0, needsAccountId: 0 };
}
