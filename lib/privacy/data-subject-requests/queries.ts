import "server-only";
import { and, asc, desc, eq, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { cases, corrections, rightsRequests } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { findRequest, type RequestRow, requestPlace } from "./access";
import { correctionPlace } from "./rules";
import type { Corrected, CorrectionView, CorrectionWords, IdentityWay, RequestView, RequestWords } from "./types";

/** Requests that this person sees: those that are open first, by their day. At most 200. */
export const listRequests = query("rights.write", async (ctx): Promise<RequestView[]> => {
  const open = sql`(${rightsRequests.state} in ('received', 'identified', 'decided', 'refused') and ${rightsRequests.answeredOn} is null)`;
  const rows = await ctx.db
    .select()
    .from(rightsRequests)
    .where(eq(rightsRequests.orgId, ctx.orgId))
    .orderBy(desc(open), asc(rightsRequests.dueOn), desc(rightsRequests.number))
    .limit(200);
  return viewsOf(ctx, rows);
});

/** One request with the corrections made for it. @throws AppError not_found */
export const readRequest = query("rights.write", async (ctx, requestId: string) => {
  const row = await findRequest(ctx, requestId);
  const [request] = await viewsOf(ctx, [row]);
  if (!request) throw new Error("A request was not found again.");
  return { request, corrections: await correctionsOf(ctx, row) };
});

async function viewsOf(ctx: TxCtx, rows: readonly RequestRow[]): Promise<RequestView[]> {
  const ids = rows.flatMap(({ caseId }) => caseId ?? []);
  const found = ids.length
    ? await ctx.db
        .select({ id: cases.id, code: cases.code, pseudonym: cases.pseudonym, clientId: cases.clientId })
        .from(cases)
        .where(and(eq(cases.orgId, ctx.orgId), among(cases.id, ids)))
    : [];
  const people = rows.flatMap((row) => [
    row.handlerId,
    row.identifiedBy,
    row.decidedBy,
    row.answeredBy,
    row.recordedBy,
  ]);
  const names = await namesOf(ctx, people);
  const nameOf = (id: string | null) => (id ? (names.get(id) ?? "") : null);
  const views: RequestView[] = [];
  for (const row of rows) {
    const vault = await openVault(ctx, row.keyId);
    const case_ = found.find(({ id }) => id === row.caseId);
    const { id, number, kind, fromWhom, caseId, receivedOn, zone, dueOn, dueBy, state, handlerId, confirms } = row;
    views.push({
      id,
      number,
      kind,
      fromWhom,
      caseId,
      receivedOn,
      zone,
      dueOn,
      dueBy,
      state,
      handlerId,
      confirms,
      caseCode: case_?.code ?? null,
      pseudonym: case_?.pseudonym ?? null,
      clientId: case_?.clientId ?? null,
      handler: nameOf(handlerId) ?? "",
      identity: row.identity as IdentityWay | null,
      identifiedOn: row.identifiedOn,
      identifiedBy: nameOf(row.identifiedBy),
      decidedBy: nameOf(row.decidedBy),
      decidedAt: row.decidedAt,
      answeredOn: row.answeredOn,
      answeredBy: nameOf(row.answeredBy),
      recordedBy: nameOf(row.recordedBy) ?? "",
      words: JSON.parse(vault.open(requestPlace(id), row.words)) as RequestWords,
    });
  }
  return views;
}

async function correctionsOf(ctx: TxCtx, { id, caseId }: RequestRow): Promise<CorrectionView[]> {
  if (!caseId) return [];
  const mine = and(eq(corrections.orgId, ctx.orgId), eq(corrections.requestId, id));
  const rows = await ctx.db.select().from(corrections).where(mine).orderBy(asc(corrections.notedAt));
  if (rows.length === 0) return [];
  const vault = await openVault(ctx, (await findCase(ctx, caseId)).keyId);
  const names = await namesOf(
    ctx,
    rows.map(({ notedBy }) => notedBy),
  );
  return rows.map((row) => ({
    ...(JSON.parse(vault.open(correctionPlace(row.id), row.words)) as CorrectionWords),
    id: row.id,
    what: row.what as Corrected,
    notedBy: names.get(row.notedBy) ?? "",
    notedAt: row.notedAt,
  }));
}
