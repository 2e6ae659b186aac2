import { z } from "zod";
import { t } from "@/lib/platform/language/translate";
import { denseOf, PhraseFinder } from "@/lib/platform/text/phrases";
import { isOnPage, maxBoxes } from "./rules";
import { coverKinds } from "./types";

/** A value that is not a number is on no page, and is rejected with the rest. */
const part = z.number().catch(Number.NaN);
const box = z.object({ x: part, y: part, width: part, height: part });

/** A form sends its boxes as JSON. */
const asJson = (value: unknown): unknown => {
  if (typeof value !== "string") return value;
  try {
    return JSON.parse(value);
  } catch {
    return undefined;
  }
};

const shared = {
  exhibitId: z.uuid(t("The exhibit is missing.")),
  page: z.coerce
    .number(t("Say which page."))
    .int(t("Say which page, as a whole number."))
    .min(1, t("Pages are counted from 1."))
    .max(100_000, t("No file here has so many pages.")),
  reason: z
    .string(t("Say why it is masked."))
    .trim()
    .min(3, t("Say why it is masked, in a few words."))
    .max(600, t("Use at most 600 characters.")),
};

const boxes = z
  .array(box, t("Draw at least one box."))
  .min(1, t("Draw at least one box."))
  .max(maxBoxes, t("Draw at most {maxBoxes} boxes on one page.", { maxBoxes }))
  .refine((all) => all.every(isOnPage), t("A box is empty or reaches outside the page."));

/** Boxes in fractions of the page as displayed, from its upper left corner, and the reason for them. */
export const RedactExhibit = z.object({ ...shared, boxes: z.preprocess(asJson, boxes) });
export type RedactExhibit = z.output<typeof RedactExhibit>;

/** A masked page whose picture is in the storage already. */
export const KeepRedaction = z.object({
  ...shared,
  boxes,
  fileId: z.uuid(t("The file is missing.")),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, t("The hash of the file is not a SHA-256 digest.")),
  size: z.number().int().min(1),
  format: z.enum(["jpeg", "png"]),
  width: z.number().int().min(1).max(1_000_000),
  height: z.number().int().min(1).max(1_000_000),
  tool: z.string().max(200),
});

const covered = {
  exhibitId: z.uuid(t("The exhibit is missing.")),
  words: z
    .string(t("Write the words to cover."))
    .trim()
    .max(200, t("Use at most 200 characters. Cover a long passage in parts."))
    .refine((words) => denseOf(words).length >= 2, t("Write at least two letters or digits.")),
  kind: z.enum(coverKinds, "Say what is covered."),
  /** Printed, so it must not contain a bracket that would look like the end of a mark. */
  reason: z
    .string()
    .trim()
    .max(120, t("Use at most 120 characters."))
    .regex(/^[^[\]\r\n]*$/, t("Use no square brackets and one line."))
    .default(""),
};

type Reason = { kind: string; reason: string; words: string };

const needsReason = ({ kind, reason, words }: Reason, ctx: z.RefinementCtx) => {
  if (new PhraseFinder(reason).find(words).length > 0)
    ctx.addIssue({ code: "custom", path: ["reason"], message: t("It is printed: leave the covered words out of it.") });
  if (kind === "other" && reason.length < 3)
    ctx.addIssue({
      code: "custom",
      path: ["reason"],
      message: t("Say in a few words why it is covered. It is printed."),
    });
};

const number = z
  .string()
  .trim()
  .regex(/^\d{0,7}$/, t("Give its number, as shown in the list."))
  .default("");

/** Words of a chat, mail or text to cover in packets: everywhere in it, or in one message or line. */
export const CoverWords = z
  .object({ ...covered, where: z.enum(["everywhere", "one"]).default("everywhere"), place: number })
  .superRefine((asked, ctx) => {
    needsReason(asked, ctx);
    if (asked.where === "one" && Number(asked.place) < 1)
      ctx.addIssue({ code: "custom", path: ["place"], message: t("Give the number of the message or the line.") });
  });

/** A cover whose words were found in the exhibit. */
export const KeepWordCover = z
  .object({ ...covered, place: z.int().min(1).nullable(), reading: z.uuid().nullable() })
  .superRefine(needsReason);

export const LiftWordCover = z.object({ coverId: z.uuid(t("The cover is missing.")) });
