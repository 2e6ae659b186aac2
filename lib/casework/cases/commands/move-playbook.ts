import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq } from "drizzle-orm";
import { cases } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { readLaw } from "@/lib/law/provisions/queries";
import { AppError } from "@/lib/platform/errors";
import { lockCase } from "../access";
import { MovePlaybook } from "../input";
import { touchCase } from "../touch-case";

/**
 * Moves a case to the newest version of its playbook, as its owner or a supervisor saw it in the preview. No record is
 * lost: a step that the new version does not show stays in the history.
 * @throws AppError forbidden for a colleague who only works on it; conflict if the preview is out of date
 */
export const movePlaybook = command({
  needs: "case.write",
  input: MovePlaybook,
  async run(ctx, { caseId, from, to }) {
    const row = await lockCase(ctx, caseId);
    if (ctx.actor.role !== "supervisor" && row.ownerId !== ctx.actor.memberId) {
      throw new AppError("forbidden", t("The owner or a supervisor moves a case to a newer playbook."));
    }
    const newest = findPlaybook(row.pair, undefined, await readLaw(ctx));
    if (row.playbookVersion !== from || newest?.version !== to) {
      throw new AppError("conflict", t("The versions changed since you looked. Look at what changes again."));
    }
    if (to <= from) throw new AppError("conflict", t("The case is on the newest version."));
    await ctx.db
      .update(cases)
      .set({ playbookVersion: to, levels: newest.levels.length })
      .where(and(eq(cases.orgId, ctx.orgId), eq(cases.id, row.id)));
    await touchCase(ctx, row.id);
    const detail = { pair: row.pair, from, to };
    return {
      value: { id: row.id },
      audit: { action: "case.playbook_moved", subjectId: row.id, caseId: row.id, detail },
    };
  },
});
