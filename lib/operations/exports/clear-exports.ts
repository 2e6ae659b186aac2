import "server-only";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { noteExport } from "./note-export";
import { listExpired } from "./queries";

/** Removes expired exports. What cannot be removed now is removed as an orphan. */
export async function clearExports(ctx: Ctx): Promise<void> {
  for (const { id, keyId, fileId } of await listExpired(ctx)) {
    await noteExport(ctx, { exportId: id, cleared: true });
    if (fileId) await (await openFiles(ctx, keyId)).drop(fileId).catch(() => undefined);
  }
}
