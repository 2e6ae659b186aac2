import "server-only";
import { openFiles } from "@/lib/kernel/access/case-files";
import { requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { noteCheck } from "./commands/note-check";
import { findBytesProblem } from "./find-bytes-problem";
import { readOriginal } from "./queries";

/**
 * Reads the stored bytes of an exhibit back now, and records in its ledger whether they still have their hash. No
 * transaction is open while bytes are read. @throws AppError not_found, forbidden
 */
export async function checkExhibit(ctx: Ctx, { exhibitId }: { exhibitId: string }): Promise<{ verified: boolean }> {
  requirePermission(ctx, "case.write");
  const original = await readOriginal(ctx, exhibitId);
  const files = await openFiles(ctx, original.keyId);
  const verified = (await findBytesProblem(files, original)) === null;
  await noteCheck(ctx, { exhibitId, verified });
  return { verified };
}
