import { z } from "zod";
import { t } from "@/lib/platform/language/translate";

export const PlayRecording = z.object({ exhibitId: z.uuid(t("The exhibit is missing.")) });

/** Milliseconds from the start of a film: no film here is a day long. */
const at = z.coerce
  .number(t("Say where in the film."))
  .int(t("Say where in the film, in whole milliseconds."))
  .min(0, t("Say where in the film."))
  .max(86_400_000, t("Say where in the film."));

/** What a browser says of a still that it sends. */
export const TakeStill = z.object({ exhibitId: z.uuid(t("The exhibit is missing.")), at });

/** A still that was drawn afresh and is in the storage already. */
export const KeepStill = z.object({
  exhibitId: z.uuid(t("The exhibit is missing.")),
  at,
  fileId: z.uuid(t("The file is missing.")),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, t("The hash of the file is not a SHA-256 digest.")),
  size: z.number().int().min(1),
  format: z.enum(["jpeg", "png"]),
  width: z.number().int().min(1).max(1_000_000),
  height: z.number().int().min(1).max(1_000_000),
  tool: z.string().max(200),
});
