import "server-only";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import { readOriginal } from "@/lib/evidence/exhibits/queries";
import { requirePermission } from "@/lib/kernel/access/command";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { requirePlayable } from "./access";
import { playedLately } from "./played-lately";

/**
 * The bytes of a recording for the player of a person whose play was written down, and the type to serve them as.
 * @throws AppError not_found; conflict for what is not played, stopped or held; forbidden if nothing was written down
 */
export async function openRecording(ctx: Ctx, exhibitId: string) {
  requirePermission(ctx, "case.write");
  const { original, type } = await readToPlay(ctx, exhibitId);
  const { part } = await openOriginal(ctx, original);
  return { part, size: original.size, type };
}

const readToPlay = query("case.read", async (ctx, exhibitId: string) => {
  const original = await readOriginal(ctx, exhibitId);
  const recording = await requirePlayable(ctx, original);
  if (!(await playedLately(ctx, original.id))) throw new AppError("forbidden", t("Choose “Play it here” on its page."));
  return { original, type: recording.type };
});
