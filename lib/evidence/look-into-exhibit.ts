import "server-only";
import type { Ctx } from "@/lib/access/ctx";
import { sha256OfStream } from "@/lib/platform/hash";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import { noteLook } from "./note-look";
import { openOriginal } from "./open-original";
import { readOriginal } from "./queries";

/**
 * The job after an exhibit arrived: says what the file is, reads the stored bytes back and notes both. Nothing holds
 * a transaction while the sandbox works, and a retry finds the work done.
 */
export async function lookIntoExhibit(ctx: Ctx, { exhibitId }: { exhibitId: string }): Promise<void> {
  const original = await readOriginal(ctx, exhibitId);
  if (original.look) return;
  const file = await openOriginal(ctx, original);
  const found = await sandbox.inspect(file);
  const stored = await sha256OfStream(await file.open());
  await noteLook(ctx, { exhibitId, look: found, sha256: stored.sha256 });
}
