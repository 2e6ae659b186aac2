import "server-only";
import { requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { filePlaces } from "@/lib/platform/storage/file-storage";
import type { ObjectStore } from "@/lib/platform/storage/storage";
import { eraseRecords } from "./erase-records";
import { noteFilesRemoved } from "./note-files-removed";
import { listErasedKeys, readErasureState } from "./queries";

/**
 * The job of an erasure: keys and rows first, so that nothing can be read from then on, then every stored object under
 * those keys. If killed and run again, it continues; after its end, it finds nothing to do.
 * @throws StorageError away, with the rest left for the next attempt
 */
export async function removeErased(
  ctx: Ctx,
  { requestId }: { requestId: string },
  store: ObjectStore = filePlaces().store,
): Promise<void> {
  requirePermission(ctx, "job.run");
  const state = await readErasureState(ctx, requestId);
  if (state !== "released" && state !== "erased") return;
  const keyIds = state === "released" ? await eraseRecords(ctx, { requestId }) : await listErasedKeys(ctx, requestId);
  if (!keyIds) return;
  let files = 0;
  for (const keyId of keyIds) {
    for await (const { key } of store.list(`${ctx.orgId}/${keyId}`)) {
      await store.remove(key);
      files += 1;
    }
  }
  await noteFilesRemoved(ctx, { requestId, files });
}
