import "server-only";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import type { PlainText } from "@/lib/platform/sandbox/types";
import { listReadings } from "./list-readings";
import { openReading } from "./open-reading";

/**
 * The text of a text file or a mail as the sandbox read it, the newest reading or that of `version`; null for any other
 * file, for a version that does not exist, and for files inspected by an earlier release.
 * @throws AppError not_found; StorageError not_found | broken | away
 */
export async function readKeptText(ctx: Ctx | TxCtx, exhibitId: string, version?: number): Promise<PlainText | null> {
  const { keyId, readings } = await listReadings(ctx, exhibitId);
  const reading = version === undefined ? readings[0] : readings.find((candidate) => candidate.version === version);
  return reading ? openReading(await openFiles(ctx, keyId), reading) : null;
}
