import "server-only";
import { z } from "zod";
import { lockAnyCase } from "@/lib/casework/cases/access";
import type { AuditEntry } from "@/lib/kernel/access/audit-entry";
import { command } from "@/lib/kernel/access/command";
import { advanceCases } from "../access";

/**
 * Re-evaluates the ladder after something happened: a step whose record has arrived is completed, and the list values
 * of the case are updated. Run by a job; idempotent.
 */
export const advanceLadder = command({
  needs: "job.run",
  input: z.object({ caseId: z.uuid() }),
  async run(ctx, { caseId }) {
    const row = await lockAnyCase(ctx, caseId);
    // A job that comes after the closing changes nothing: a closed case has no next step and no day.
    const { views, completed } = await advanceCases(ctx, row.closedAt ? [] : [row]);
    const level = views.get(caseId)?.level.number ?? row.level;
    const done: AuditEntry[] = completed.map(({ step }) => ({
      action: "step.completed",
      subjectId: caseId,
      caseId,
      detail: { step, by: "its own record" },
    }));
    const looked: AuditEntry = { action: "ladder.evaluated", subjectId: caseId, caseId, detail: { level } };
    return { value: { completed: completed.map(({ step }) => step), level }, audit: [looked, ...done] };
  },
});
