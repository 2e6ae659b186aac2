import "server-only";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { setArrivalAside } from "./set-arrival-aside";

/** Deletes what arrived, with its bytes. @throws AppError not_found; conflict if it was settled before */
export async function deleteArrival(ctx: Ctx, raw: unknown): Promise<void> {
  const { fileId, keyId } = await setArrivalAside(ctx, raw);
  if (!fileId) return;
  // If it cannot be removed now, it is removed as an orphan.
  await (await openFiles(ctx, keyId)).drop(fileId).catch(() => undefined);
}
