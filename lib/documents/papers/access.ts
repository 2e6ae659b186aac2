import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, inArray, or } from "drizzle-orm";
import {
  accounts,
  cases,
  documents,
  documentVersions,
  exhibits,
  incidentExhibits,
  incidents,
  preservations,
  refusals,
} from "@/db/schema";
import { lockCase, visibleCases } from "@/lib/casework/cases/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import type { DocumentTemplate } from "@/lib/law/jurisdictions/document-types";
import { findPlatform, findTemplate, type Law } from "@/lib/law/jurisdictions/rules";
import { AppError } from "@/lib/platform/errors";
import { isId, newId } from "@/lib/platform/ids";
import { notThatProvider, whyNot } from "./rules";
import type { DocumentBody } from "./types";

export type DocumentRecord = typeof documents.$inferSelect;

export type CaseRow = typeof cases.$inferSelect;

/** The document with its case, if this person may see the case. @throws AppError not_found */
export async function findDocument(ctx: TxCtx, documentId: string): Promise<{ row: DocumentRecord; found: CaseRow }> {
  if (isId(documentId)) {
    const [hit] = await ctx.db
      .select({ row: documents, found: cases })
      .from(documents)
      .innerJoin(cases, eq(cases.id, documents.caseId))
      .where(and(visibleCases(ctx), eq(documents.id, documentId)));
    if (hit) return hit;
  }
  throw new AppError("not_found", t("No such document."));
}

/**
 * As findDocument, with the case locked, for an act that the document's state permits.
 * @throws AppError not_found; conflict with the reason
 */
export async function lockDocument(ctx: TxCtx, documentId: string, act: Parameters<typeof whyNot>[0]) {
  const { row: seen } = await findDocument(ctx, documentId);
  await lockCase(ctx, seen.caseId);
  const { row, found } = await findDocument(ctx, documentId);
  const refused = whyNot(act, row);
  if (refused) throw new AppError("conflict", refused);
  return { row, found };
}

/** @throws AppError conflict if somebody saved since the text was read */
export function requireVersion(row: DocumentRecord, expected: number): void {
  if (row.version === expected) return;
  throw new AppError("conflict", t("Somebody saved this document while you had it open. None of your work is lost."));
}

/** The template of a document. @throws AppError conflict if this release no longer has it */
export function requireTemplate(law: Law, key: string): DocumentTemplate {
  const template = findTemplate(key, law);
  if (!template)
    throw new AppError("conflict", t("This version of Crossdocket no longer has the template for this document."));
  return template;
}

const place = (versionId: string) => ({ table: "document_versions", column: "body", row: versionId });

/** The text of one version, the newest if none is named. @throws AppError not_found */
export async function readBody(ctx: TxCtx, found: CaseRow, row: DocumentRecord, version = row.version) {
  const [hit] = await ctx.db
    .select()
    .from(documentVersions)
    .where(and(eq(documentVersions.documentId, row.id), eq(documentVersions.version, version)));
  if (!hit) throw new AppError("not_found", t("No such version of this document."));
  const vault = await openVault(ctx, found.keyId);
  return { saved: hit, body: JSON.parse(vault.open(place(hit.id), hit.body)) as DocumentBody };
}

/** Adds a version; the previous one is kept. */
export async function keepVersion(
  ctx: TxCtx,
  found: CaseRow,
  { documentId, version, body, note }: { documentId: string; version: number; body: DocumentBody; note: string | null },
): Promise<void> {
  const vault = await openVault(ctx, found.keyId);
  const id = newId();
  await ctx.db.insert(documentVersions).values({
    id,
    orgId: ctx.orgId,
    caseId: found.id,
    documentId,
    version,
    note,
    body: vault.seal(place(id), JSON.stringify(body)),
    savedBy: ctx.actor.memberId ?? "",
    savedAt: ctx.now,
  });
}

/** What the document is about must belong to the case. @throws AppError invalid with the field */
export async function requireAbout(
  ctx: TxCtx,
  caseId: string,
  template: DocumentTemplate,
  { accountId, refusalId, law }: { accountId: string | null; refusalId: string | null; law: Law },
): Promise<void> {
  if (accountId) {
    const [account] = await ctx.db.select().from(accounts).where(eq(accounts.id, accountId));
    if (account?.caseId !== caseId) refuse("accountId", t("Choose an account of this case."));
    if (template.platform && account?.platform !== template.platform)
      refuse("accountId", t("This document is worded for another platform. Choose an account there."));
    const elsewhere = account && notThatProvider(template, findPlatform(account.platform, law));
    if (elsewhere) refuse("accountId", elsewhere);
  } else if (template.about === "account") refuse("accountId", t("Choose the account that this document is about."));
  if (refusalId) {
    const [refusal] = await ctx.db.select().from(refusals).where(eq(refusals.id, refusalId));
    if (refusal?.caseId !== caseId) refuse("refusalId", t("Choose a refusal of this case."));
  } else if (template.about === "refusal") refuse("refusalId", t("Choose the refusal that this document is about."));
}

export function refuse(field: string, message: string): never {
  throw new AppError("invalid", message, { [field]: message });
}

/** True if something of the account is preserved: by the provider, or as one of our exhibits. */
export async function isPreserved(ctx: TxCtx, caseId: string, accountId: string | null): Promise<boolean> {
  const kept = await ctx.db
    .select({ accountId: preservations.accountId, on: preservations.acceptedOn })
    .from(preservations)
    .where(eq(preservations.caseId, caseId));
  if (kept.some((preservation) => preservation.on !== null && (!accountId || preservation.accountId === accountId)))
    return true;
  const linked = ctx.db
    .select({ id: incidentExhibits.exhibitId })
    .from(incidentExhibits)
    .innerJoin(incidents, eq(incidents.id, incidentExhibits.incidentId))
    .where(accountId ? eq(incidents.accountId, accountId) : eq(incidents.caseId, caseId));
  const ofAccount = accountId ? or(eq(exhibits.accountId, accountId), inArray(exhibits.id, linked)) : undefined;
  return (await ctx.db.$count(exhibits, and(eq(exhibits.caseId, caseId), ofAccount))) > 0;
}
