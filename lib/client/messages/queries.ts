import "server-only";
import { and, desc, eq, isNull, type SQL } from "drizzle-orm";
import { clientMessages } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { newestPage, ownPage } from "@/lib/client/pages/access";
import { type StatusLine, statusLines } from "@/lib/client/wording/rules";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { openVault, type Vault } from "@/lib/kernel/access/vault";
import { namesOf } from "@/lib/organisation/members/names-of";
import { wordsPlace } from "./rules";
import type { ClientMessage, StaffMessage } from "./types";

type Row = typeof clientMessages.$inferSelect;

/** The newest are shown; more would be slow on an old phone. */
const most = 100;

/** What the client reads on her page, oldest first. */
export const listOwnMessages = query("own.page", async (ctx): Promise<ClientMessage[]> => {
  const { keyId, caseId } = await ownPage(ctx);
  const rows = await newest(ctx, and(eq(clientMessages.caseId, caseId), isNull(clientMessages.withdrawnAt)));
  const vault = await openVault(ctx, keyId);
  return rows.map((row) => viewOf(row, vault));
});

/** The same for staff, with who wrote and what was taken off, oldest first. @throws AppError not_found */
export const listCaseMessages = query("case.read", async (ctx, caseId: string): Promise<StaffMessage[]> => {
  const found = await findCase(ctx, caseId);
  const page = await newestPage(ctx, found.id);
  if (!page) return [];
  const rows = await newest(ctx, eq(clientMessages.caseId, found.id));
  const [vault, names] = await Promise.all([
    openVault(ctx, page.keyId),
    namesOf(
      ctx,
      rows.map((row) => row.memberId),
    ),
  ]);
  return rows.map((row) => ({
    ...viewOf(row, vault),
    by: row.memberId && (names.get(row.memberId) ?? null),
    withdrawnAt: row.withdrawnAt,
  }));
});

async function newest(ctx: TxCtx, where: SQL | undefined): Promise<Row[]> {
  const rows = await ctx.db
    .select()
    .from(clientMessages)
    .where(and(eq(clientMessages.orgId, ctx.orgId), where))
    .orderBy(desc(clientMessages.at), desc(clientMessages.id))
    .limit(most);
  return rows.toReversed();
}

function viewOf(row: Row, vault: Vault): ClientMessage {
  const { id, kind, writer, lineOn, at } = row;
  return { id, kind, writer, line: lineOf(row.line), lineOn, words: vault.openMaybe(wordsPlace(id), row.words), at };
}

const lineOf = (key: string | null): StatusLine | null => statusLines.find((known) => known === key) ?? null;
