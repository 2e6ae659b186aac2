import "server-only";
import { eq } from "drizzle-orm";
import { caseExports } from "@/db/schema";
import { command } from "@/lib/access/command";
import { requireStepUp } from "@/lib/access/require-step-up";
import { AppError } from "@/lib/platform/errors";
import { OneExport } from "./input";
import { lockExport } from "./scope";

/**
 * Notes that whoever asked for a folder takes it, and says where it lies. Wants a fresh proof each time.
 * @throws AppError not_found for anybody else; conflict when it is not ready, or expired
 */
export const takeExport = command({
  needs: "case.export",
  input: OneExport,
  async run(ctx, { exportId }) {
    const row = await lockExport(ctx, exportId);
    if (row.askedBy !== ctx.actor.memberId) throw new AppError("not_found", "No such folder.");
    const expired = row.expiresAt !== null && row.expiresAt <= ctx.now;
    if (row.state !== "ready" || !row.fileId || expired) {
      throw new AppError("conflict", "This folder is not ready, or it was cleared away. Ask for it again.");
    }
    requireStepUp(ctx, "export.take");
    await ctx.db.update(caseExports).set({ takenAt: ctx.now }).where(eq(caseExports.id, exportId));
    const day = (row.readyAt ?? ctx.now).toISOString().slice(0, 10);
    return {
      value: { keyId: row.keyId, fileId: row.fileId, name: `crossdocket-${row.kind}-${day}.zip` },
      audit: { action: "export.downloaded", subjectId: exportId, caseId: row.caseId ?? undefined, detail: {} },
    };
  },
});
