import "server-only";
import { requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { clearExports } from "@/lib/operations/exports/clear-exports";
import { clearLists } from "@/lib/operations/imports/clear-lists";
import { filePlaces } from "@/lib/platform/storage/file-storage";
import { sweepParts } from "@/lib/platform/storage/parts";
import { listUnfinished } from "@/lib/privacy/erasures/queries";
import { removeErased } from "@/lib/privacy/erasures/remove-erased";
import { removeOrphans } from "./remove-orphans";
import { sealPlainFiles } from "./seal-plain-files";

/** The daily job on an organisation's stored files, also right after an upgrade: seals what is plain, sweeps what is left over. */
export async function tidyFiles(ctx: Ctx): Promise<void> {
  requirePermission(ctx, "job.run");
  await sealPlainFiles(ctx);
  await sweepParts(filePlaces().parts, ctx.now);
  await clearExports(ctx);
  await clearLists(ctx);
  for (const { requestId } of await listUnfinished(ctx)) await removeErased(ctx, { requestId });
  await removeOrphans(ctx);
}
