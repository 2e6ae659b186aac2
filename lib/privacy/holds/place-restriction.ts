import { t } from "@/lib/platform/language/translate";
import "server-only";
import { caseRestrictions } from "@/db/schema";
import { isRestricted, lockAnyCase } from "@/lib/casework/cases/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { PlaceRestriction } from "./input";
import { restrictionPlace } from "./rules";

/**
 * A supervisor restricts a case, open or closed: everything is kept, and from now on nobody can change or hand out any
 * of it. Policies on every table of a case enforce it. @throws AppError invalid at `reason`; conflict if it is
 * restricted
 */
export const placeRestriction = command({
  needs: "rights.decide",
  input: PlaceRestriction,
  async run(ctx, { caseId, reason }) {
    const row = await lockAnyCase(ctx, caseId);
    if (await isRestricted(ctx, caseId)) throw new AppError("conflict", t("This case is restricted already."));
    const id = newId();
    const vault = await openVault(ctx, row.keyId);
    await ctx.db.insert(caseRestrictions).values({
      id,
      orgId: ctx.orgId,
      caseId,
      reason: vault.seal(restrictionPlace("reason", id), reason),
      placedBy: ctx.actor.memberId ?? "",
      placedAt: ctx.now,
    });
    return { value: { id }, audit: { action: "restriction.placed", subjectId: caseId, caseId, detail: {} } };
  },
});
