import "server-only";
import { desc, eq } from "drizzle-orm";
import { clientPapers } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { newestPage, ownPage } from "@/lib/client/pages/access";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { findOwnPaper } from "./access";
import { answeredPlace, readAnswer, readPaperText, stateOfPaper, textPlace } from "./rules";
import type { OfferedPaper, OwnPaper } from "./types";

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
    };
  });
});

function viewOf(row: Row, vault: Vault): OwnPaper {
  const { id, kind, language, textSha256, offeredAt, answeredAt, withdrawnAt } = row;
  const text = readPaperText(vault.open(textPlace(id), row.text));
  return { id, kind, state: stateOfPaper(row), language, text, textSha256, offeredAt, answeredAt, withdrawnAt };
}
