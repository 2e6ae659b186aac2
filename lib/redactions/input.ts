import { z } from "zod";
import { isOnPage, maxBoxes } from "./rules";

/** What is no number lies nowhere on the page, and is refused with the rest. */
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
  exhibitId: z.uuid("The exhibit is missing."),
  page: z.coerce
    .number("Say which page.")
    .int("Say which page, as a whole number.")
    .min(1, "Pages are counted from 1.")
    .max(100_000, "No file here has so many pages."),
  reason: z
    .string("Say why it is masked.")
    .trim()
    .min(3, "Say why it is masked, in a few words.")
    .max(600, "Use at most 600 characters."),
};

const boxes = z
  .array(box, "Draw at least one box.")
  .min(1, "Draw at least one box.")
  .max(maxBoxes, `Draw at most ${maxBoxes} boxes on one page.`)
  .refine((all) => all.every(isOnPage), "A box is empty or reaches outside the page.");

/** Boxes in fractions of the page as it is seen, from its upper left corner, and why they are there. */
export const RedactExhibit = z.object({ ...shared, boxes: z.preprocess(asJson, boxes) });
export type RedactExhibit = z.output<typeof RedactExhibit>;

/** A masked page whose picture is in the storage already. */
export const KeepRedaction = z.object({
  ...shared,
  boxes,
  fileId: z.uuid("The file is missing."),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, "The hash of the file is not a SHA-256 digest."),
  size: z.number().int().min(1),
  format: z.enum(["jpeg", "png"]),
  width: z.number().int().min(1).max(1_000_000),
  height: z.number().int().min(1).max(1_000_000),
  tool: z.string().max(200),
});
