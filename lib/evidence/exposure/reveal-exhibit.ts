import { t } from "@/lib/platform/language/translate";
import "server-only";
import { exposures } from "@/db/schema";
import { noteCustody } from "@/lib/evidence/custody/note-custody";
import { readDerivative } from "@/lib/evidence/derivatives/queries";
import { findExhibit } from "@/lib/evidence/exhibits/access";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { requireNoStop } from "./access";
import { RevealExhibit } from "./input";
import type { ExposureKind } from "./types";

/**
 * Writes down that something of an exhibit is about to be seen: in its ledger, in the log and in the count of the
 * person. Runs before a byte is handed out. @throws AppError conflict for a picture of a case under an image stop
 */
export const revealExhibit = command({
  needs: "case.write",
  input: RevealExhibit,
  rateLimit: "look",
  async run(ctx, { exhibitId, what, page, derivativeId }) {
    const exhibit = await findExhibit(ctx, exhibitId);
    if (what !== "text") await requireNoStop(ctx, exhibit.caseId);
    if (derivativeId) await requireCopyOf(ctx, exhibitId, derivativeId);
    const purpose = purposeOf(what, page, derivativeId !== undefined);
    await noteCustody(ctx, exhibit, { action: "viewed", purpose, ...(derivativeId ? { derivativeId } : {}) });
    await noteExposure(ctx, exhibit, { what, page });
    return {
      value: { caseId: exhibit.caseId },
      audit: { action: "exhibit.viewed", subjectId: exhibitId, caseId: exhibit.caseId, detail: { what } },
    };
  },
});

/** A line of the ledger names no copy of another exhibit. @throws AppError not_found */
async function requireCopyOf(ctx: TxCtx, exhibitId: string, derivativeId: string): Promise<void> {
  const copy = await readDerivative(ctx, derivativeId);
  if (copy.exhibitId !== exhibitId) throw new AppError("not_found", t("No such copy."));
}

function purposeOf(what: RevealExhibit["what"], page: number | null, masked: boolean): string {
  if (what === "text") return "Words read on the screen";
  const part = what === "page" && page !== null ? `Page ${page} revealed on the screen` : "Revealed on the screen";
  return masked ? `${part}, masked copy` : part;
}

/** Counts one reveal for the acting person. A job sees nothing, so nothing is counted for it. */
async function noteExposure(
  ctx: TxCtx,
  exhibit: { id: string; caseId: string },
  seen: { what: ExposureKind; page: number | null },
): Promise<void> {
  const { memberId } = ctx.actor;
  if (!memberId) throw new AppError("forbidden", t("Only a person can look at an exhibit."));
  const { id: exhibitId, caseId } = exhibit;
  await ctx.db
    .insert(exposures)
    .values({ id: newId(), orgId: ctx.orgId, caseId, exhibitId, memberId, ...seen, at: ctx.now });
}
