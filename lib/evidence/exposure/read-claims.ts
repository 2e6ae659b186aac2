import "server-only";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { isPlace } from "@/lib/evidence/exhibits/claims/rules";
import { openFindings } from "@/lib/evidence/exhibits/open-findings";
import { query } from "@/lib/kernel/access/query";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import type { MetadataEntry } from "@/lib/platform/sandbox/types";
import { placePurpose } from "./labels";
import { notedLately } from "./noted-lately";

/** `hidden`: how many entries name a place and are not among `entries`, until this person asks for them. */
export type ShownClaims = { entries: MetadataEntry[]; hidden: number };

/** What the file of an exhibit says of itself, for its page. The place only after it was asked for. @throws AppError not_found */
export const readClaims = query("case.read", async (ctx, caseId: string, exhibitId: string): Promise<ShownClaims> => {
  const row = await findExhibit(ctx, exhibitId);
  if (row.caseId !== caseId) throw new AppError("not_found", t("No such exhibit."));
  const { metadata } = openFindings(await openVault(ctx, row.keyId), row);
  const places = metadata.filter(isPlace).length;
  if (places === 0 || (await notedLately(ctx, exhibitId, placePurpose))) return { entries: metadata, hidden: 0 };
  return { entries: metadata.filter((entry) => !isPlace(entry)), hidden: places };
});
