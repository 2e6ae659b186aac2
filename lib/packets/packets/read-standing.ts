import "server-only";
import { and, eq } from "drizzle-orm";
import { packetParts, type packets } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { findReplacing } from "./access";
import { type CopyState, stampedCopies } from "./types";

type Packet = Pick<typeof packets.$inferSelect, "id" | "caseId" | "number" | "version" | "status">;

/** Why a version no longer counts, for those who are given its files again; null while it does, or never did. */
export async function readStanding(ctx: TxCtx, packet: Packet): Promise<CopyState | null> {
  if (packet.status === "withdrawn") return "withdrawn";
  if (await findReplacing(ctx, packet)) return "superseded";
  return (await hasPlace(ctx, packet)) ? "superseded" : null;
}

/** An officer sees no version that they were not given: the placeholder of its copy shows that theirs was replaced. */
async function hasPlace(ctx: TxCtx, { id }: Packet): Promise<boolean> {
  const copy = and(eq(packetParts.packetId, id), eq(packetParts.part, stampedCopies.superseded));
  return (await ctx.db.$count(packetParts, and(eq(packetParts.orgId, ctx.orgId), copy))) > 0;
}
