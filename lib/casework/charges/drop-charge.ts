import "server-only";
import { and, eq } from "drizzle-orm";
import { charges } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { command } from "@/lib/kernel/access/command";
import { refuseOld } from "@/lib/kernel/access/refuse-old";
import { findCharge } from "./access";
import { DropCharge } from "./input";
import { setAside } from "./set-aside";

/**
 * Removes a charge from the case. Its offences that no other charge names are kept as considered and not relied on, with
 * the reason, unless it was a mistake.
 * @throws AppError not_found if it is already gone
 */
export const dropCharge = command({
  needs: "case.write",
  input: DropCharge,
  async run(ctx, { caseId, chargeId, mistake, why }) {
    const row = await lockCase(ctx, caseId);
    const charge = await findCharge(ctx, row.id, chargeId);
    refuseOld(ctx, charge.namedAt);
    await ctx.db.delete(charges).where(and(eq(charges.orgId, ctx.orgId), eq(charges.id, charge.id)));
    const offences = [charge.homeOffence, charge.thereOffence].flatMap((key) => key ?? []);
    if (mistake !== "on" && why) await setAside(ctx, row, offences, why);
    await touchCase(ctx, row.id);
    const detail = { home: charge.homeOffence };
    return {
      value: { id: charge.id },
      audit: { action: "charge.dropped", subjectId: charge.id, caseId: row.id, detail },
    };
  },
});
