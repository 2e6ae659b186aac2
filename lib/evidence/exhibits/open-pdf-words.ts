import "server-only";
import { z } from "zod";
import type { SealedFiles } from "@/lib/platform/storage/storage";

/** The text of each page, in order. */
const PdfWords = z.array(z.string());

/** What can be copied from each page of a PDF, as it was read at arrival. @throws StorageError not_found | broken | away */
export async function openPdfWords(files: SealedFiles, fileId: string): Promise<string[]> {
  const { stream } = await files.open(fileId);
  return PdfWords.parse(JSON.parse(await new Response(stream).text()));
}
