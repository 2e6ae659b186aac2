import "server-only";
import type { Ctx } from "@/lib/access/ctx";
import { sha256OfStream } from "@/lib/platform/hash";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import { fileStorage } from "@/lib/platform/storage/file-storage";
import { noteLook } from "./note-look";
import { readOriginal } from "./queries";
import { evidenceSpace } from "./scope";

/**
 * The job after an exhibit arrived: says what the file is, reads the stored bytes back and notes both. Nothing holds
 * a transaction while the sandbox works, and a retry finds the work done.
 */
export async function lookIntoExhibit(ctx: Ctx, { exhibitId }: { exhibitId: string }): Promise<void> {
  const { sha256, size, look } = await readOriginal(ctx, exhibitId);
  if (look) return;
  const open = async () => (await fileStorage().open(evidenceSpace(ctx.orgId), sha256)).stream;
  const found = await sandbox.inspect({ size, open });
  const stored = await sha256OfStream(await open());
  await noteLook(ctx, { exhibitId, look: found, sha256: stored.sha256 });
}
