import "server-only";
import { and, eq, gt } from "drizzle-orm";
import { chatMessages } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { plainRow } from "./plain-row";
import { rowsOf } from "./rows-of";
import type { Naming } from "./rules";
import type { Plain } from "./types";

const size = 1000;

type Asked = { caseId: string; after: string; naming: Naming };

/** A thousand messages of a case for export, the oldest first; `last` is where the next thousand starts. */
export const listMessagesOf = query("case.read", async (ctx, { caseId, after, naming }: Asked) => {
  const vault = await openVault(ctx, (await findCase(ctx, caseId)).keyId);
  const mine = and(eq(chatMessages.orgId, ctx.orgId), eq(chatMessages.caseId, caseId));
  const where = after ? and(mine, gt(chatMessages.id, after)) : mine;
  const raw = await rowsOf(ctx, chatMessages, where, size);
  const rows: Record<string, Plain>[] = [];
  for (const row of raw) rows.push(await plainRow(ctx, chatMessages, row, { vault, naming }));
  return { rows, last: raw.length === size ? String(raw.at(-1)?.id) : null };
});
