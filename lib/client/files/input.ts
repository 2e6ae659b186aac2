import { z } from "zod";
import { t } from "@/lib/platform/language/translate";
import { maxClientFileBytes } from "./rules";

/** Cut, not refused: what a frightened person types is worth more than a limit. */
const words = (most: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.replaceAll("\u0000", "").trim().slice(0, most));

/** What the client's browser says before it sends a file. Nothing is refused for being strange. */
export const AnnounceFile = z.object({
  fileName: words(500),
  fileType: words(127),
  size: z.coerce
    .number(t("Choose a file."))
    .int()
    .min(0)
    .max(maxClientFileBytes, t("This file is larger than 100 MB.")),
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/)
    .optional(),
  what: words(1000),
  when: words(200),
  where: words(1000),
});

export const KeepFile = z.object({
  clientFileId: z.uuid(t("The file is missing.")),
  fileId: z.uuid(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  size: z.number().int().min(0),
});

export const OneClientFile = z.object({ clientFileId: z.uuid(t("The file is missing.")) });

export const AcceptFile = z.object({
  clientFileId: z.uuid(t("The file is missing.")),
  description: z
    .string(t("Say in one line what this shows."))
    .trim()
    .min(3, t("Say in one line what this shows."))
    .max(300, t("The description is longer than 300 characters.")),
});

export const NoteAccepted = z.object({
  clientFileId: z.uuid(t("The file is missing.")),
  exhibitId: z.uuid(t("The exhibit is missing.")),
});

export const AcceptFiles = z.object({ caseId: z.uuid(t("The case is missing.")) });
