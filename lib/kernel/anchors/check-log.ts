import "server-only";
import { writeAudit } from "@/lib/kernel/access/append-entry";
import { requirePermission } from "@/lib/kernel/access/command";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { anchorHead } from "./anchor-head";
import { noteBroken } from "./note-broken";
import { readAnchors } from "./read-anchors";
import { tidyHeadRecords } from "./tidy-head-records";
import { type LogReport, verifyLog } from "./verify-log";

/**
 * The nightly job that verifies the whole log of an organisation against its anchors, and logs start and end. After a
 * night without a worker it anchors first, because a late anchor then means nothing.
 */
export async function checkLog(ctx: Ctx): Promise<LogReport> {
  requirePermission(ctx, "job.run");
  await anchorHead(ctx);
  const outside = (await readAnchors({ only: ctx.orgId })).organisations.get(ctx.orgId);
  const report = await verifyLog(ctx, { outside });
  if (report.broken) {
    await noteBroken(ctx, report.broken);
    return report;
  }
  const detail = { entries: report.entries, anchors: report.anchors };
  const entry = { action: "audit.checked", subjectId: ctx.orgId, detail } as const;
  await withTransaction(ctx, "read write", ({ db }) => writeAudit(db, entry));
  await tidyHeadRecords(ctx.orgId, ctx.now);
  return report;
}
