import "server-only";
import { and, eq, gte, lt, type SQL } from "drizzle-orm";
import { chatMessages } from "@/db/schema";
import { addDays } from "@/lib/platform/time/calendar";
import { instantOnWall } from "@/lib/platform/time/zone";
import type { ImportRow } from "./access";
import type { MessageFilter } from "./types";

/** Which messages of a reading the clear columns choose; days are those of the home wall. */
export function messagesOf(
  row: ImportRow,
  { filter, homeZone }: { filter: MessageFilter; homeZone: string },
): SQL | undefined {
  const from = filter.from ? instantOnWall(`${filter.from}T00:00`, homeZone) : null;
  const until = filter.to ? instantOnWall(`${addDays(filter.to, 1)}T00:00`, homeZone) : null;
  return and(
    eq(chatMessages.orgId, row.orgId),
    eq(chatMessages.importId, row.id),
    filter.senderId ? eq(chatMessages.senderId, filter.senderId) : undefined,
    filter.kind ? eq(chatMessages.kind, filter.kind) : undefined,
    from ? gte(chatMessages.sentAt, from) : undefined,
    until ? lt(chatMessages.sentAt, until) : undefined,
  );
}
