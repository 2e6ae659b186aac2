import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, desc, eq, gt, inArray, lte } from "drizzle-orm";
import { packets } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { deliverable } from "./rules";

type Packet = Pick<typeof packets.$inferSelect, "caseId" | "number" | "version">;

/**
 * Nothing is handed over that a newer approved version replaced. @param at when it left, if earlier
 * @throws AppError conflict that names the version to give
 */
export async function refuseReplaced(ctx: TxCtx, packet: Packet, at?: Date): Promise<void> {
  const { caseId, number, version } = packet;
  const [newer] = await ctx.db
    .select({ version: packets.version })
    .from(packets)
    .where(
      and(
        eq(packets.orgId, ctx.orgId),
        eq(packets.caseId, caseId),
        eq(packets.number, number),
        gt(packets.version, version),
        inArray(packets.status, [...deliverable]),
        at && lte(packets.decidedAt, at),
      ),
    )
    .orderBy(desc(packets.version))
    .limit(1);
  if (!newer) return;
  throw new AppError(
    "conflict",
    t("Version {version} replaces version {version2}. Give version {version3}.", {
      version: newer.version,
      version2: version,
      version3: newer.version,
    }),
  );
}
