import "server-only";
import { openFiles } from "@/lib/kernel/access/case-files";
import type { Ctx } from "@/lib/kernel/access/ctx";
import type { PageImage } from "@/lib/platform/sandbox/types";
import { drawOnePage } from "./draw-one-page";
import { readFilledFile } from "./queries";

/** One page of a filled form as a picture. @throws AppError not_found */
export async function drawFilledPage(ctx: Ctx, filledId: string, page: number): Promise<PageImage> {
  const { keyId, fileId } = await readFilledFile(ctx, filledId);
  return drawOnePage(await (await openFiles(ctx, keyId)).bytes(fileId), page);
}
