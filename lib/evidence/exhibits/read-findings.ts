import "server-only";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { findExhibit } from "./access";
import { Findings } from "./input";

/** A file's metadata as read on arrival: EXIF, GPS and the like. Empty before. @throws AppError not_found */
export const readFindings = query("case.read", async (ctx, exhibitId: string): Promise<Findings> => {
  const { id, keyId, metadata } = await findExhibit(ctx, exhibitId);
  if (metadata === null) return { metadata: [], fingerprint: null };
  const vault = await openVault(ctx, keyId);
  return Findings.parse(JSON.parse(vault.open({ table: "exhibits", column: "metadata", row: id }, metadata)));
});
