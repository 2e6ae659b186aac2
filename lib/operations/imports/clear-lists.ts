import "server-only";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { clearList } from "./commands/clear-list";
import { listOld } from "./queries";

/** Removes files and rows of lists untouched for a month. What cannot be removed now is removed as an orphan. */
export async function clearLists(ctx: Ctx): Promise<void> {
  for (const { id, keyId, fileId } of await listOld(ctx)) {
    await clearList(ctx, { importId: id });
    if (fileId) await (await openFiles(ctx, keyId)).drop(fileId).catch(() => undefined);
  }
}
