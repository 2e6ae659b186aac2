import "server-only";
import { and, desc, eq, isNotNull } from "drizzle-orm";
import { clientPapers } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { newestPage, ownPage } from "@/lib/client/pages/access";
import { parseInput } from "@/lib/kernel/access/command";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { findOwnPaper } from "./access";
import { draftRecord } from "./draft-record";
import { OfferRecord } from "./input";
import { answeredPlace, englishPlace, readAnswer, readPaperText, stateOfPaper, textPlace } from "./rules";
import type { OfferedPaper, OwnPaper, PaperPreview, RefusedWhy, StatementAnswer } from "./types";

type Row = typeof clientPapers.$inferSelect;

/** The client's papers, the newest first. */
export const listOwnPapers = query("own.page", async (ctx): Promise<OwnPaper[]> => {
  const { keyId } = await ownPage(ctx);
  const rows = await ctx.db
    .select()
    .from(clientPapers)
    .where(eq(clientPapers.orgId, ctx.orgId))
    .orderBy(desc(clientPapers.offeredAt), desc(clientPapers.id));
  const vault = await openVault(ctx, keyId);
  return rows.map((row) => viewOf(row, vault));
});

/** @throws AppError not_found */
export const readOwnPaper = query("own.page", async (ctx, paperId: string): Promise<OwnPaper> => {
  const row = await findOwnPaper(ctx, paperId);
  return viewOf(row, await openVault(ctx, row.keyId));
});

/** The papers of a case with their answers, the newest first. @throws AppError not_found */
export const listOfferedPapers = query("case.read", async (ctx, caseId: string): Promise<OfferedPaper[]> => {
  const found = await findCase(ctx, caseId);
  const page = await newestPage(ctx, found.id);
  if (!page) return [];
  const rows = await ctx.db
    .select()
    .from(clientPapers)
    .where(eq(clientPapers.caseId, found.id))
    .orderBy(desc(clientPapers.offeredAt), desc(clientPapers.id));
  const [vault, names] = await Promise.all([
    openVault(ctx, page.keyId),
    namesOf(
      ctx,
      rows.map((row) => row.offeredBy),
    ),
  ]);
  return rows.map((row) => {
    const answered = vault.openMaybe(answeredPlace(row.id), row.answered);
    return {
      ...viewOf(row, vault),
      offeredBy: names.get(row.offeredBy) ?? "",
      answered: answered === null ? null : readAnswer(answered),
      fromRecord: row.terms !== null,
      recordedId: row.recordedId,
      refused: row.refused as RefusedWhy | null,
    };
  });
});

/** A record as it would be offered. Nothing is written. @throws AppError not_found; invalid at a field; conflict */
export const previewRecord = query("client.page", async (ctx, raw: unknown): Promise<PaperPreview> => {
  const offer = parseInput(OfferRecord, raw);
  const { text, english, unconfirmed } = await draftRecord(ctx, await findCase(ctx, offer.caseId), offer);
  return { language: offer.language, text, english, unconfirmed };
});

/** What the client said of a document of a case that she read on her page, the newest first. @throws AppError not_found */
export const listStatementAnswers = query(
  "case.read",
  async (ctx, caseId: string, documentId: string): Promise<StatementAnswer[]> => {
    const found = await findCase(ctx, caseId);
    const page = await newestPage(ctx, found.id);
    if (!page) return [];
    const mine = and(eq(clientPapers.caseId, found.id), eq(clientPapers.documentId, documentId));
    const rows = await ctx.db.select().from(clientPapers).where(mine).orderBy(desc(clientPapers.offeredAt));
    const vault = await openVault(ctx, page.keyId);
    return rows.map((row) => {
      const answered = vault.openMaybe(answeredPlace(row.id), row.answered);
      const { id: paperId, language, documentVersion, offeredAt, answeredAt } = row;
      return {
        paperId,
        state: stateOfPaper(row),
        language,
        version: documentVersion ?? 0,
        offeredAt,
        answeredAt,
        answered: answered === null ? null : readAnswer(answered),
      };
    });
  },
);

/** Which consents, releases and authorities of a case the client signed on her page, by their ids. */
export const listSignedHere = query("case.read", async (ctx, caseId: string): Promise<ReadonlyMap<string, string>> => {
  const found = await findCase(ctx, caseId);
  const rows = await ctx.db
    .select({ id: clientPapers.id, recordedId: clientPapers.recordedId })
    .from(clientPapers)
    .where(and(eq(clientPapers.caseId, found.id), isNotNull(clientPapers.recordedId)));
  return new Map(rows.flatMap(({ id, recordedId }) => (recordedId ? [[recordedId, id] as const] : [])));
});

function viewOf(row: Row, vault: Vault): OwnPaper {
  const { id, kind, language, unconfirmed, textSha256, offeredAt, answeredAt, withdrawnAt } = row;
  const english = vault.openMaybe(englishPlace(id), row.english);
  return {
    id,
    kind,
    state: stateOfPaper(row),
    language,
    text: readPaperText(vault.open(textPlace(id), row.text)),
    english: english === null ? null : readPaperText(english),
    unconfirmed,
    textSha256,
    offeredAt,
    answeredAt,
    withdrawnAt,
  };
}
