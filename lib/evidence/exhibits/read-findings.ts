import "server-only";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { findExhibit } from "./access";
import type { Findings } from "./input";
import { openFindings } from "./open-findings";

/** A file's metadata as read on arrival: EXIF, GPS and the like. Empty before. @throws AppError not_found */
export const readFindings = query("case.read", async (ctx, exhibitId: string): Promise<Findings> => {
  const row = await findExhibit(ctx, exhibitId);
  return openFindings(await openVault(ctx, row.keyId), row);
});
