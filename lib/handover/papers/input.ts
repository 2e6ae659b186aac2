import { z } from "zod";
import { t } from "@/lib/platform/language/translate";
import { paperFiles, paperKinds } from "./types";

export const AskCertificate = z.object({ handoverId: z.uuid() });

export const TakePaper = z.object({
  paperId: z.uuid(),
  file: z.enum(paperFiles, t("Choose the PDF or its signature file.")).default("pdf"),
});

const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What the job has made. */
export const KeepPaper = z.object({
  id: z.uuid(),
  packetId: z.uuid(),
  handoverId: z.uuid().optional(),
  paper: z.enum(paperKinds),
  number: z.int().min(1),
  throughId: z.uuid().optional(),
  name: z.string().min(1),
  /** The PDF and its detached signature, in base64. */
  pdf: z.base64(),
  p7s: z.base64(),
  sha256,
  pages: z.int().min(1),
  manifestSha256: sha256,
  signer: sha256,
  stamped: z.boolean(),
});
export type KeepPaper = z.output<typeof KeepPaper>;
