import { z } from "zod";
import { t } from "@/lib/platform/language/translate";

const exhibitId = z.uuid(t("The exhibit is missing."));

/** Which copy of an exhibit is about to be handed out as a file. */
export const HandOutCopy = z.object({
  exhibitId,
  what: z.enum(["stripped", "masked"], "Say what is handed out."),
  derivativeId: z.uuid(t("The copy is not known.")),
});
export type HandOutCopy = z.output<typeof HandOutCopy>;

/** A picture redrawn without metadata that is already in the storage. */
export const KeepStripped = z.object({
  exhibitId,
  fileId: z.uuid(t("The file is missing.")),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, t("The hash of the file is not a SHA-256 digest.")),
  size: z.number().int().min(1),
  format: z.enum(["jpeg", "png"]),
  width: z.number().int().min(1).max(1_000_000),
  height: z.number().int().min(1).max(1_000_000),
  tool: z.string().max(200),
});
