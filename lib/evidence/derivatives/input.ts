import { z } from "zod";
import { t } from "@/lib/platform/language/translate";
import { derivativeFormats, derivativeKinds } from "./types";

const count = z.number().int().min(0);

/** A file that a job made from an exhibit and stored, before its row exists. */
export const MadeFile = z.object({
  kind: z.enum(derivativeKinds),
  page: count,
  /** Of the readings of a page: of which redaction; if omitted, what `keepDerivative` decides. */
  version: count.optional(),
  fileId: z.uuid(t("The file is missing.")),
  sha256: z.string().regex(/^[0-9a-f]{64}$/, t("The hash of the file is not a SHA-256 digest.")),
  size: count,
  format: z.enum(derivativeFormats),
  width: count.nullable(),
  height: count.nullable(),
  tool: z.string().min(1).max(100),
});
export type MadeFile = z.output<typeof MadeFile>;
