import "server-only";
import { safetyReviews } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";
import type { ReviewedThing } from "./types";

type Review = { caseId: string; about: ReviewedThing; reviewedOn: CivilDate; reviewOn: CivilDate | null };

/** Starts the deadline of the next review. For a locked case. @returns the id of the line */
export async function writeReviewLine(ctx: TxCtx, { caseId, about, reviewedOn, reviewOn }: Review): Promise<string> {
  const { memberId } = ctx.actor;
  if (!memberId) throw new AppError("forbidden", t("A person goes through it."));
  const id = newId();
  await ctx.db.insert(safetyReviews).values({
    id,
    orgId: ctx.orgId,
    caseId,
    about,
    reviewedOn,
    reviewOn,
    recordedBy: memberId,
    recordedAt: ctx.now,
  });
  return id;
}
