import { z } from "zod";
import { isSha256 } from "@/lib/platform/crypto/hash";
import { requiredReason } from "@/lib/platform/fields";
import { t } from "@/lib/platform/language/translate";

const reason = requiredReason(10, 500, t(" It is kept."));

export const AskExport = z.object({
  /** Left out, it is the whole organisation. */
  caseId: z.uuid(t("The case is missing.")).optional(),
  reason,
});

export const DecideExport = z.object({
  exportId: z.uuid(t("The folder is missing.")),
  decision: z.enum(["release", "refuse"], "Choose to release it, or to refuse."),
});

export const OneExport = z.object({ exportId: z.uuid(t("The folder is missing.")) });

const count = z.number().int().min(0);

/** A progress record of the job. */
export const NoteExport = z.object({
  exportId: z.uuid(),
  /** The supervisors get a mail that somebody requested a full export, or that it was approved. */
  told: z.enum(["waiting", "building"]).optional(),
  cleared: z.boolean().optional(),
  progress: z.object({ cases: count, done: count }).optional(),
  built: z
    .object({ fileId: z.uuid(), size: count, sha256: z.string().refine(isSha256), files: count, cases: count })
    .optional(),
  failed: z.string().max(60).optional(),
});
