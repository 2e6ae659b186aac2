import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { and, eq } from "drizzle-orm";
import { refusals } from "@/db/schema";
import { lockCase } from "@/lib/casework/cases/access";
import { touchCase } from "@/lib/casework/cases/touch-case";
import { refreshLists } from "@/lib/escalation/ladder/access";
import { command } from "@/lib/kernel/access/command";
import { readLaw } from "@/lib/law/provisions/queries";
import { civilDate } from "@/lib/platform/time/clock";
import { findOpenRefusal } from "./access";
import { RaiseRefusal } from "./input";
import { noteInBranch } from "./note-in-branch";
import { pinnedPlaybook } from "./pinned-playbook";
import { branchOf, checkDay, refusalCode, refuse, rungsAbove, sinceOf } from "./rules";

/**
 * Escalates a refusal to a higher level, whose deadline counts from that day. The history records each move and its
 * reason.
 * @throws AppError invalid on `rungKey` or `on`; conflict if it was settled
 */
export const raiseRefusal = command({
  needs: "case.write",
  input: RaiseRefusal,
  async run(ctx, { caseId, refusalId, rungKey, on, reason }) {
    const row = await lockCase(ctx, caseId);
    const refusal = await findOpenRefusal(ctx, row.id, refusalId);
    const playbook = pinnedPlaybook(row, await readLaw(ctx));
    const branch = branchOf(playbook, refusal.stepKey);
    const next = rungsAbove(branch?.rungs ?? [], refusal.rungKey).find((rung) => rung.key === rungKey);
    if (!branch || !next) return refuse("rungKey", t("Choose a level above the one that the refusal has reached."));
    checkDay(on, sinceOf(refusal), civilDate(ctx.now, playbook.home.zone), "on");
    await ctx.db
      .update(refusals)
      .set({ rungKey: next.key, rungSince: on })
      .where(and(eq(refusals.orgId, ctx.orgId), eq(refusals.id, refusal.id)));
    const note = written(() => `${refusalCode(refusal.number)} goes to: ${next.to}. ${reason}`);
    await noteInBranch(ctx, { caseId: row.id, stepKey: branch.key, on, note });
    await touchCase(ctx, row.id);
    await refreshLists(ctx, row.id);
    const detail = { rung: next.key, on };
    return {
      value: { id: refusal.id, rung: next.to },
      audit: { action: "refusal.raised", subjectId: refusal.id, caseId: row.id, detail },
    };
  },
});
