import { t } from "@/lib/platform/language/translate";
import "server-only";
import type { packets } from "@/db/schema";
import { AppError } from "@/lib/platform/errors";

/** The key of the packet alone: its officer may open it, and nothing else of the case. @throws AppError conflict without */
export function keyForBoth({ fileKeyId }: typeof packets.$inferSelect): string {
  if (!fileKeyId)
    throw new AppError("conflict", t("The file of this packet is being stored again. Try again in an hour."));
  return fileKeyId;
}
