import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { scans } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { requireStepUp } from "@/lib/kernel/access/require-step-up";
import { openVault } from "@/lib/kernel/access/vault";
import { scannerAddress } from "@/lib/platform/clamd/scanner";
import { AppError } from "@/lib/platform/errors";
import { findScanned, lockScan } from "./access";
import { LetOutOriginal } from "./input";
import { isHeld, letOutUntil, standingOf } from "./rules";

/**
 * A supervisor may download an original that is held back, for a few minutes and only themselves, after giving a reason
 * and with a passkey. It stays held back for everybody else and for packets. @throws AppError conflict if it is not
 * held back
 */
export const letOutOriginal = command({
  needs: "exhibit.let_out",
  input: LetOutOriginal,
  async run(ctx, { exhibitId, reason }) {
    const exhibit = await findScanned(ctx, exhibitId);
    requireStepUp(ctx, "exhibit.let_out");
    const row = await lockScan(ctx, exhibit);
    if (!isHeld(standingOf(row.state, scannerAddress() !== null))) {
      throw new AppError("conflict", t("This file is not held back: it can be downloaded as it is."));
    }
    const vault = await openVault(ctx, exhibit.keyId);
    const place = { table: "scans", column: "let_out_reason", row: row.id };
    await ctx.db
      .update(scans)
      .set({ letOutBy: ctx.actor.memberId, letOutAt: ctx.now, letOutReason: vault.seal(place, reason) })
      .where(and(eq(scans.orgId, ctx.orgId), eq(scans.id, row.id)));
    return {
      value: { until: letOutUntil(ctx.now, ctx.now) },
      audit: {
        action: "exhibit.let_out",
        subjectId: exhibitId,
        caseId: exhibit.caseId,
        detail: { state: row.state, virus: row.virus },
      },
    };
  },
});
