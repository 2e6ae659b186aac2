import "server-only";
import { count, sql } from "drizzle-orm";
import { chatMessages } from "@/db/schema";
import { query } from "@/lib/kernel/access/query";
import { findImport } from "./access";
import { messagesOf } from "./messages-of";
import type { Bar, ChartBy, MessageFilter } from "./types";

type Asked = { filter: MessageFilter; homeZone: string; by: ChartBy };

/**
 * How many messages there are per day, week (by its Monday) or hour, in home time; not for a word or a marker, see
 * barsOf. @throws AppError not_found
 */
export const countMessages = query("case.read", async (ctx, importId: string, asked: Asked): Promise<Bar[]> => {
  const row = await findImport(ctx, importId);
  const wall = sql`(${chatMessages.sentAt} at time zone ${asked.homeZone})`;
  const at = {
    day: sql<string>`to_char(${wall}, 'YYYY-MM-DD')`,
    week: sql<string>`to_char(date_trunc('week', ${wall}), 'YYYY-MM-DD')`,
    hour: sql<string>`to_char(${wall}, 'HH24')`,
  }[asked.by];
  return ctx.db
    .select({ at: at.as("bar"), count: count() })
    .from(chatMessages)
    .where(messagesOf(row, asked))
    .groupBy(sql`bar`)
    .orderBy(sql`bar`);
});
