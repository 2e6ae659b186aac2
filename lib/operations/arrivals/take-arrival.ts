import "server-only";
import { and, eq } from "drizzle-orm";
import { arrivals } from "@/db/schema";
import { offsetOf } from "@/lib/evidence/captures/rules";
import { command } from "@/lib/kernel/access/command";
import { openStaffVault } from "@/lib/organisation/members/open-staff-vault";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { TakeArrival, type Waited } from "./input";
import { bodyPlace, madeInstant } from "./rules";

/**
 * Takes what a person wrote or added offline: from now on it is lost in no case. Sent again, it is the same one.
 * @throws AppError conflict when its id is somebody else's
 */
export const takeArrival = command({
  needs: "case.write",
  input: TakeArrival,
  rateLimit: "record",
  async run(ctx, { id, sentAt, waited }) {
    const memberId = ctx.actor.memberId ?? "";
    const vault = await openStaffVault(ctx);
    const file = waited.kind === "file" ? waited : null;
    await ctx.db
      .insert(arrivals)
      .values({
        id,
        orgId: ctx.orgId,
        memberId,
        kind: waited.kind,
        madeAt: madeInstant(waited.madeAt, sentAt, ctx.now),
        madeZone: waited.zone,
        arrivedAt: ctx.now,
        state: file ? "coming" : "here",
        keyId: vault.keyId,
        body: vault.seal(bodyPlace(id), JSON.stringify(bodyOf(waited, offsetOf(sentAt, ctx.now)))),
        size: file?.size ?? null,
        sha256: file?.sha256 ?? null,
      })
      .onConflictDoNothing();
    const [row] = await ctx.db
      .select({ state: arrivals.state, memberId: arrivals.memberId })
      .from(arrivals)
      .where(and(eq(arrivals.orgId, ctx.orgId), eq(arrivals.id, id)));
    if (row?.memberId !== memberId) throw new AppError("conflict", t("This entry cannot be taken."));
    return {
      value: { id, state: row.state },
      audit: { action: "arrival.received", subjectId: id, detail: { kind: waited.kind, size: file?.size } },
    };
  },
});

/** Without what has a column of its own. */
function bodyOf(waited: Waited, clockOffset: number) {
  const { madeAt, zone: _zone, ...typed } = waited;
  return { ...typed, deviceMadeAt: madeAt, clockOffset };
}
