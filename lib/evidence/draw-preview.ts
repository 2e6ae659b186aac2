import "server-only";
import type { Ctx } from "@/lib/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import type { PageImage } from "@/lib/platform/sandbox/types";
import { openOriginal } from "./open-original";
import { readOriginal } from "./queries";
import { recordCustody } from "./record-custody";

/** Enough to read a page on a screen, and no more work than that. */
const dpi = 110;

/**
 * The first page of an exhibit, drawn again in the sandbox: no byte of the original leaves. That it was looked at is
 * in the ledger before it is handed out. @throws AppError not_found, and conflict when there is nothing to draw
 */
export async function drawPreview(ctx: Ctx, { exhibitId }: { exhibitId: string }): Promise<PageImage> {
  const file = await openOriginal(ctx, await readOriginal(ctx, exhibitId));
  const { rendering } = await sandbox.renderPages(file, { maxPages: 1, dpi, redraw: true });
  const page = rendering.kind === "pages" ? rendering.pages[0] : undefined;
  if (!page) throw new AppError("conflict", "There is no picture of this file.");
  await recordCustody(ctx, { exhibitId, action: "viewed", purpose: "Revealed on the screen" });
  return page;
}
