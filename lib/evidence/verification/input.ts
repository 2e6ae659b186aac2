import { z } from "zod";
import { t } from "@/lib/platform/language/translate";

const count = z.number().int().min(0);

/** The results of a nightly check, in numbers. */
export const NoteNight = z.object({
  originals: count,
  derivatives: count,
  lines: count,
  tokens: count,
  broken: count,
});

/** One failed check. `bytes` if it is the original's own stored bytes. */
export const NoteBreak = z.object({
  exhibitId: z.uuid(t("The exhibit is missing.")),
  kind: z.enum(["original", "derivative", "ledger", "token"]),
});
