import "server-only";
import { and, desc, eq } from "drizzle-orm";
import { clientFiles, exhibits } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { newestPage, ownPage } from "@/lib/client/pages/access";
import { exhibitLabel } from "@/lib/evidence/exhibits/rules";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { caseTakesFiles, findOwnFile, findReceivedFile } from "./access";
import { filePlace, maxWaitingFiles, readFileWords } from "./rules";
import type { OwnFile, ReceivedFile } from "./types";

type Row = typeof clientFiles.$inferSelect;

/** What the client sent, the newest first. */
export const listOwnFiles = query("own.page", async (ctx): Promise<OwnFile[]> => {
  const { keyId } = await ownPage(ctx);
  const rows = await ctx.db
    .select()
    .from(clientFiles)
    .where(eq(clientFiles.orgId, ctx.orgId))
    .orderBy(desc(clientFiles.announcedAt), desc(clientFiles.id))
    .limit(100);
  const vault = await openVault(ctx, keyId);
  return rows.map((row) => viewOf(row, vault));
});

/** One file of the client's with the key that it lies under. @throws AppError not_found */
export const readOwnFile = query("own.page", (ctx, clientFileId: string) => findOwnFile(ctx, clientFileId));

/** A file to be accepted, with what its sender said of it. @throws AppError not_found */
export const readReceivedFile = query("case.read", async (ctx, clientFileId: string) => {
  const row = await findReceivedFile(ctx, clientFileId);
  const { keyId: caseKeyId } = await findCase(ctx, row.caseId);
  const vault = await openVault(ctx, row.keyId);
  return { ...row, caseKeyId, words: readFileWords(vault.open(filePlace(row.id), row.details)) };
});

/** What arrived on a case's page, the newest first; what is still on its way comes too. @throws AppError not_found */
export const listReceivedFiles = query("case.read", async (ctx, caseId: string): Promise<ReceivedFile[]> => {
  const found = await findCase(ctx, caseId);
  const page = await newestPage(ctx, found.id);
  if (!page) return [];
  const rows = await ctx.db
    .select({ file: clientFiles, number: exhibits.number })
    .from(clientFiles)
    .leftJoin(exhibits, and(eq(exhibits.orgId, clientFiles.orgId), eq(exhibits.id, clientFiles.exhibitId)))
    .where(and(eq(clientFiles.orgId, ctx.orgId), eq(clientFiles.caseId, found.id)))
    .orderBy(desc(clientFiles.announcedAt), desc(clientFiles.id))
    .limit(maxWaitingFiles);
  const [vault, names] = await Promise.all([
    openVault(ctx, page.keyId),
    namesOf(
      ctx,
      rows.map(({ file }) => file.decidedBy),
    ),
  ]);
  return rows.map(({ file, number }) => ({
    ...viewOf(file, vault),
    announcedAt: file.announcedAt,
    sentSha256: file.sentSha256,
    decidedAt: file.decidedAt,
    decidedBy: file.decidedBy && (names.get(file.decidedBy) ?? null),
    exhibit: file.exhibitId && number !== null ? { id: file.exhibitId, label: exhibitLabel(number) } : null,
  }));
});

function viewOf(row: Row, vault: Vault): OwnFile {
  const { id, state, size, sha256, receivedAt } = row;
  return { id, state, size, sha256, receivedAt, words: readFileWords(vault.open(filePlace(id), row.details)) };
}

/** Whether her case takes files now. */
export const takesFiles = query("own.page", async (ctx) => caseTakesFiles(ctx, (await ownPage(ctx)).caseId));
