import "server-only";
import { aliasedTable, and, desc, eq, isNull, sql } from "drizzle-orm";
import { auditAlerts, members } from "@/db/schema";
import { query } from "@/lib/access/query";
import { alertWords } from "./labels";
import type { AlertKey, AlertView } from "./types";

/** More than this many at once is one problem, and not so many. */
const most = 200;

/** Alerts nobody looked at, the newest first, and behind them those that somebody did. */
export const listAlerts = query("audit.read", async (ctx): Promise<AlertView[]> => {
  const by = aliasedTable(members, "by");
  const rows = await ctx.db
    .select({ alert: auditAlerts, who: members.name, by: by.name })
    .from(auditAlerts)
    .leftJoin(members, and(eq(members.orgId, auditAlerts.orgId), eq(members.id, auditAlerts.memberId)))
    .leftJoin(by, and(eq(by.orgId, auditAlerts.orgId), eq(by.id, auditAlerts.acknowledgedBy)))
    .where(eq(auditAlerts.orgId, ctx.orgId))
    .orderBy(sql`${auditAlerts.acknowledgedAt} is not null`, desc(auditAlerts.raisedAt), desc(auditAlerts.id))
    .limit(most);
  const me = ctx.actor.memberId;
  return rows.map(({ alert, who, by: name }) => ({
    ...viewOf(alert, name),
    who,
    mine: me !== null && (alert.memberId === me || alert.byId === me),
  }));
});

function viewOf(alert: typeof auditAlerts.$inferSelect, name: string | null): Omit<AlertView, "who" | "mine"> {
  const { id, rule, memberId, seq, raisedAt, acknowledgedAt, count } = alert;
  const words = alertWords[rule as AlertKey];
  return {
    ...{ id, rule, memberId, seq, raisedAt, urgent: words?.urgent ?? false },
    ...{ title: words?.title ?? "Alert", sentence: words?.sentence(count) ?? "", advice: words?.advice ?? "" },
    acknowledged: acknowledgedAt ? { at: acknowledgedAt, by: name ?? "Somebody" } : null,
  };
}

/** How many wait to be looked at. */
export const countAlerts = query(
  "audit.read",
  async (ctx): Promise<number> =>
    ctx.db.$count(auditAlerts, and(eq(auditAlerts.orgId, ctx.orgId), isNull(auditAlerts.acknowledgedAt))),
);
