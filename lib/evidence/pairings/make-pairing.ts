import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { pairings } from "@/db/schema";
import { pairingCodeFrom } from "@/lib/auth/pairings/rules";
import { lockOpenCase } from "@/lib/casework/cases/access";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import { hashPairingCode } from "@/lib/kernel/access/hash-pairing-code";
import { AppError } from "@/lib/platform/errors";
import { newId, newToken } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { MakePairing } from "./input";
import { worksOn } from "./queries";

const codeMs = 10 * 60_000;

/**
 * Makes the code by which a browser extension is connected with a case, and ends an earlier one of this person that
 * nobody used. Only its hash is kept, so it is returned here, once.
 * @throws AppError not_found; conflict when the case is closed; forbidden for whoever does not work on it
 */
export const makePairing = command({
  needs: "case.write",
  input: MakePairing,
  rateLimit: "record",
  async run(ctx, { caseId }) {
    const { memberId } = ctx.actor;
    await lockOpenCase(ctx, caseId);
    if (!memberId || !ctx.sessionId || !(await worksOn(ctx, caseId)))
      throw new AppError("forbidden", t("Somebody who works on this case can connect the browser extension with it."));
    const mine = and(eq(pairings.orgId, ctx.orgId), eq(pairings.caseId, caseId), eq(pairings.memberId, memberId));
    const ended = await ctx.db
      .update(pairings)
      .set({ endedAt: ctx.now })
      .where(and(mine, isNull(pairings.begunAt), isNull(pairings.endedAt)))
      .returning({ id: pairings.id });
    const id = newId();
    const code = pairingCodeFrom(newToken());
    await ctx.db.insert(pairings).values({
      id,
      orgId: ctx.orgId,
      caseId,
      memberId,
      sessionId: ctx.sessionId,
      codeHash: hashPairingCode(code),
      madeAt: ctx.now,
      codeUntil: new Date(ctx.now.getTime() + codeMs),
    });
    const before = ended.map((row): AuditEntry => ({ action: "pairing.ended", subjectId: row.id, caseId, detail: {} }));
    return { value: { id, code }, audit: [{ action: "pairing.made", subjectId: id, caseId, detail: {} }, ...before] };
  },
});
