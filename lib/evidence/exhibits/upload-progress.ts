import "server-only";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { readUpload } from "./queries";
import type { UploadProgress } from "./types";

/** How much of an announced file is here, and its receipt once it is whole. @throws AppError not_found */
export async function uploadProgress(ctx: Ctx, uploadId: string): Promise<UploadProgress> {
  const { keyId, size, receipt } = await readUpload(ctx, uploadId);
  if (receipt) return { held: size, size, receipt };
  return { held: await (await openFiles(ctx, keyId)).held(uploadId), size, receipt: null };
}
