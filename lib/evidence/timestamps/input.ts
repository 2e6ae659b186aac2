import { z } from "zod";
import { t } from "@/lib/platform/language/translate";
import { askProblems, tokenProblems } from "@/lib/platform/tsa/problems";

const exhibitId = z.uuid(t("Name the exhibit."));
const authority = z.string().min(1, t("Name the authority.")).max(300, t("No host has so long a name."));

export const NoteStamp = z.object({
  exhibitId,
  authority,
  /** The token to keep, in DER. */
  token: z.instanceof(Uint8Array, { error: t("Give the token.") }).refine((bytes) => bytes.byteLength <= 64 * 1024, {
    error: t("The token is larger than 64 KB."),
  }),
});

export const NoteStampProblem = z.object({
  exhibitId,
  authority,
  problem: z.enum([...askProblems, ...tokenProblems], "Name a problem of the list."),
});

export const ExportStamp = z.object({ exhibitId, stampId: z.uuid(t("Name the stamp.")) });
