import { z } from "zod";
import { t } from "@/lib/platform/language/translate";
import { findings } from "./types";

const picture = z
  .object({
    exhibitId: z.uuid(t("The exhibit is missing.")),
    page: z.coerce
      .number(t("Say which page."))
      .int(t("Say which page, as a whole number."))
      .min(0, t("Say which page."))
      .max(100_000, t("No file here has so many pages.")),
    sha256: z.string().regex(/^[0-9a-f]{64}$/, t("The hash of the picture is not a SHA-256 digest.")),
    /** Empty: not checked yet. */
    found: z.enum([...findings, ""], "Say what you found.").default(""),
    reason: z.string().trim().max(600, t("Use at most 600 characters.")).default(""),
  })
  .superRefine(({ found, reason }, ctx) => {
    if (found === "may_leave" && reason.length < 3)
      ctx.addIssue({ code: "custom", path: ["reason"], message: t("Say why it may leave, in a few words.") });
  });

/** What a person found on each picture they checked; those without an answer do not change. */
export const ClearPictures = z.object({
  caseId: z.uuid(t("The case is missing.")),
  /** By place on the page: `0`, `1`. */
  pictures: z
    .record(z.string().regex(/^\d{1,3}$/), picture)
    .refine((all) => Object.values(all).some(({ found }) => found !== ""), {
      path: ["0", "found"],
      message: t("Say what you found on at least one picture."),
    }),
});
export type ClearPictures = z.output<typeof ClearPictures>;
