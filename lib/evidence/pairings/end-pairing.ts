import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { pairings } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { EndPairing } from "./input";

/** Disconnects a browser extension, or takes back a code: its next request gets nothing. */
export const endPairing = command({
  needs: "case.write",
  input: EndPairing,
  forPairing: true,
  async run(ctx, { pairingId }) {
    const one = and(eq(pairings.orgId, ctx.orgId), eq(pairings.id, pairingId));
    const [found] = await ctx.db.select({ caseId: pairings.caseId }).from(pairings).where(one);
    if (!found) throw new AppError("not_found", t("No such connection."));
    await findCase(ctx, found.caseId);
    await ctx.db
      .update(pairings)
      .set({ endedAt: ctx.now })
      .where(and(one, isNull(pairings.endedAt)));
    const audit = { action: "pairing.ended" as const, subjectId: pairingId, caseId: found.caseId, detail: {} };
    return { value: { caseId: found.caseId }, audit };
  },
});
