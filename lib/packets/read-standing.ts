import "server-only";
import { and, eq, gt, inArray } from "drizzle-orm";
import { packets } from "@/db/schema";
import type { Scoped } from "@/lib/access/ctx";
import { deliverable } from "./rules";

/** Why a version no longer counts, for whoever is handed its files again; null while it does, or never did. */
export async function readStanding(
  ctx: Scoped,
  { caseId, number, version, status }: Pick<typeof packets.$inferSelect, "caseId" | "number" | "version" | "status">,
): Promise<"withdrawn" | "superseded" | null> {
  if (status === "withdrawn") return "withdrawn";
  const newer = and(eq(packets.caseId, caseId), eq(packets.number, number), gt(packets.version, version));
  const found = await ctx.db.$count(
    packets,
    and(eq(packets.orgId, ctx.orgId), newer, inArray(packets.status, [...deliverable])),
  );
  return found > 0 ? "superseded" : null;
}
