import { z } from "zod";
import { t } from "@/lib/platform/language/translate";

/** What a job made of a picture, and the exhibit that it is like. `cells`: null for what cannot be compared. */
export const NoteLikeness = z.object({
  exhibitId: z.uuid(t("The exhibit is missing.")),
  cells: z.instanceof(Uint8Array).nullable(),
  near: z.object({ exhibitId: z.uuid(), cropped: z.boolean(), mirrored: z.boolean() }).nullable(),
});
export type NoteLikeness = z.output<typeof NoteLikeness>;
