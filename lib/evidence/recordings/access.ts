import "server-only";
import type { ExhibitLook } from "@/lib/evidence/exhibits/types";
import { requireNoStop } from "@/lib/evidence/exposure/access";
import { refuseHeld } from "@/lib/evidence/scans/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { recordingOf } from "./rules";
import type { Recording } from "./types";

type Played = { id: string; caseId: string; look: ExhibitLook | null };

/**
 * How a recording is played, when it may be at all. What the scanner holds is not played even if it was let out: that
 * is for handing it to a laboratory.
 * @throws AppError conflict for another kind of file, under an image stop, or for a file that is held
 */
export async function requirePlayable(ctx: TxCtx, { id, caseId, look }: Played): Promise<Recording> {
  await requireNoStop(ctx, caseId);
  const { letOut } = await refuseHeld(ctx, id);
  const recording = letOut ? null : recordingOf(look);
  if (!recording) throw new AppError("conflict", t("This file is not played here."));
  return recording;
}
