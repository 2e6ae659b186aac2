import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { refusals } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { refreshLists } from "@/lib/escalation/ladder/access";
import { command } from "@/lib/kernel/access/command";
import { openVault } from "@/lib/kernel/access/vault";
import { readLaw } from "@/lib/law/provisions/queries";
import { civilDate } from "@/lib/platform/time/clock";
import { findOpenRefusal } from "./access";
import { SettleRefusal } from "./input";
import { noteInBranch } from "./note-in-branch";
import { pinnedPlaybook } from "./pinned-playbook";
import { branchOf, checkDay, refusalCode } from "./rules";

/**
 * Records that a refusal was resolved, such as by a number that arrived after all. Its deadline stops.
 * @throws AppError invalid on `settledOn`; conflict if it was already settled
 */
export const settleRefusal = command({
  needs: "case.write",
  input: SettleRefusal,
  async run(ctx, { caseId, refusalId, settledOn, note }) {
    const row = await lockCase(ctx, caseId);
    const refusal = await findOpenRefusal(ctx, row.id, refusalId);
    const playbook = pinnedPlaybook(row, await readLaw(ctx));
    const refusedOn = civilDate(refusal.refusedAt, refusal.zone);
    checkDay(settledOn, refusedOn, civilDate(ctx.now, playbook.home.zone), "settledOn");
    const vault = await openVault(ctx, row.keyId);
    const settledNote = vault.seal({ table: "refusals", column: "settled_note", row: refusal.id }, note);
    await ctx.db
      .update(refusals)
      .set({ settledOn, settledNote })
      .where(and(eq(refusals.orgId, ctx.orgId), eq(refusals.id, refusal.id)));
    const stepKey = branchOf(playbook, refusal.stepKey)?.key ?? refusal.stepKey;
    const message = t("{number} is settled. {note}", { number: refusalCode(refusal.number), note });
    await noteInBranch(ctx, { caseId: row.id, stepKey, on: settledOn, note: message });
    await touchCase(ctx, row.id);
    await refreshLists(ctx, row.id);
    return {
      value: { id: refusal.id },
      audit: { action: "refusal.settled", subjectId: refusal.id, caseId: row.id, detail: { on: settledOn } },
    };
  },
});
