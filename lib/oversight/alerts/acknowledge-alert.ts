import { t } from "@/lib/platform/language/translate";
import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { auditAlerts } from "@/db/schema";
import { command, requirePermission } from "@/lib/kernel/access/command";
import { AppError } from "@/lib/platform/errors";
import { AcknowledgeAlert } from "./input";

/**
 * A person marks an alert as seen. It stays in the list, with their name.
 * @throws AppError not_found; forbidden for the person it is about and those who took part; conflict if somebody
 * already did
 */
export const acknowledgeAlert = command({
  needs: "audit.read",
  input: AcknowledgeAlert,
  async run(ctx, { alertId, result }) {
    const condition = and(eq(auditAlerts.orgId, ctx.orgId), eq(auditAlerts.id, alertId));
    const [alert] = await ctx.db
      .select({ rule: auditAlerts.rule, memberId: auditAlerts.memberId, byId: auditAlerts.byId })
      .from(auditAlerts)
      .where(condition);
    if (!alert) throw new AppError("not_found", t("No such alert."));
    if ([alert.memberId, alert.byId].includes(ctx.actor.memberId)) {
      throw new AppError(
        "forbidden",
        t("This alert is about you. Another supervisor or an administrator looks at it."),
      );
    }
    const asks = alert.rule === "client_twice";
    if (asks) requirePermission(ctx, "case.review");
    if (asks && !result) {
      const message = t("Say whether they are one person.");
      throw new AppError("invalid", message, { result: message });
    }
    const [done] = await ctx.db
      .update(auditAlerts)
      .set({ acknowledgedAt: ctx.now, acknowledgedBy: ctx.actor.memberId })
      .where(and(condition, isNull(auditAlerts.acknowledgedAt)))
      .returning({ id: auditAlerts.id });
    if (!done) throw new AppError("conflict", t("Somebody looked at this alert already."));
    const detail = { rule: alert.rule, ...(asks && result ? { result } : {}) };
    const audit = { action: "alert.acknowledged", subjectId: alertId, detail } as const;
    return { value: { alertId }, audit };
  },
});
