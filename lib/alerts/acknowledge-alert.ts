import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { auditAlerts } from "@/db/schema";
import { command, requirePermission } from "@/lib/access/command";
import { AppError } from "@/lib/platform/errors";
import { AcknowledgeAlert } from "./input";

/** A person says that they looked at an alert. It stays in the list, with their name. @throws AppError not_found, conflict */
export const acknowledgeAlert = command({
  needs: "audit.read",
  input: AcknowledgeAlert,
  async run(ctx, { alertId, result }) {
    const one = and(eq(auditAlerts.orgId, ctx.orgId), eq(auditAlerts.id, alertId));
    const [alert] = await ctx.db.select({ rule: auditAlerts.rule }).from(auditAlerts).where(one);
    if (!alert) throw new AppError("not_found", "No such alert.");
    const asks = alert.rule === "client_twice";
    if (asks) requirePermission(ctx, "case.review");
    if (asks && !result) {
      const said = "Say whether they are one person.";
      throw new AppError("invalid", said, { result: said });
    }
    const [done] = await ctx.db
      .update(auditAlerts)
      .set({ acknowledgedAt: ctx.now, acknowledgedBy: ctx.actor.memberId })
      .where(and(one, isNull(auditAlerts.acknowledgedAt)))
      .returning({ id: auditAlerts.id });
    if (!done) throw new AppError("conflict", "Somebody looked at this alert already.");
    const detail = { rule: alert.rule, ...(asks && result ? { result } : {}) };
    const audit = { action: "alert.acknowledged", subjectId: alertId, detail } as const;
    return { value: { alertId }, audit };
  },
});
