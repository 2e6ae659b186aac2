import "server-only";
import { writeAudit } from "@/lib/access/append-entry";
import { requirePermission } from "@/lib/access/command";
import { type Ctx, inScope } from "@/lib/access/ctx";
import type { ChainReport } from "@/lib/audit/types";
import { verifyChain } from "@/lib/audit/verify-chain";
import { noteBroken } from "./note-broken";
import { readAnchors } from "./read-anchors";

/** The nightly job that walks the whole log of an organisation and compares it with its anchors; both ends are noted. */
export async function checkLog(ctx: Ctx): Promise<ChainReport> {
  requirePermission(ctx, "job.run");
  const anchors = (await readAnchors(ctx.orgId)).organisations.get(ctx.orgId) ?? new Map();
  const report = await verifyChain(ctx, { anchors });
  if (report.broken) await noteBroken(ctx, report.broken);
  const detail = { entries: report.entries, anchors: report.anchors };
  const entry = { action: "audit.checked", subjectId: ctx.orgId, detail } as const;
  if (!report.broken) await inScope(ctx, "read write", ({ db }) => writeAudit(db, entry));
  return report;
}
