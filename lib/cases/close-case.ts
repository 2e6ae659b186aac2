import "server-only";
import { and, eq } from "drizzle-orm";
import { cases } from "@/db/schema";
import { command } from "@/lib/access/command";
import { openVault } from "@/lib/access/vault";
import { CloseCase } from "./input";
import { requireOwnerOrSupervisor } from "./rules";
import { lockCase, overtakeOffer } from "./scope";

/**
 * Closes a case: its clocks and reminders stop and nothing on it changes until it is opened again. What stays open is
 * listed beforehand, and who closes it says that they saw the list.
 * @throws AppError forbidden for a colleague who only works on it; conflict when it is closed already
 */
export const closeCase = command({
  needs: "case.write",
  input: CloseCase,
  async run(ctx, { caseId, outcome, note }) {
    const row = await lockCase(ctx, caseId);
    requireOwnerOrSupervisor(ctx.actor, row.ownerId, "closes a case");
    const vault = await openVault(ctx, row.keyId);
    const closingNote = vault.seal({ table: "cases", column: "closing_note", row: caseId }, note);
    await ctx.db
      .update(cases)
      .set({
        ...{ closedAt: ctx.now, closedBy: ctx.actor.memberId, outcome, closingNote, lastActivityAt: ctx.now },
        ...{ nextStep: "", nextDueOn: null, nextDueLabel: null },
      })
      .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, caseId)));
    await overtakeOffer(ctx, caseId);
    return {
      value: { id: caseId },
      audit: { action: "case.closed", subjectId: caseId, caseId, detail: { outcome } },
    };
  },
});
