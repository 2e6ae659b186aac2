import "server-only";
import { aliasedTable, and, desc, eq, isNull, sql } from "drizzle-orm";
import { among } from "@/db/among";
import { auditAlerts, auditEntries, cases, clients, members } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { alertWords } from "./labels";
import { ofAccounts, unseenByTheirs } from "./rules";
import type { AlertKey, AlertRecord, AlertView } from "./types";

/** More than this many at once is one problem, and not so many. */
const most = 200;

/** Unseen alerts, newest first, followed by those already seen. */
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
  const records = await recordsOf(ctx, rows);
  const done = await doneOf(ctx, rows);
  const me = ctx.actor.memberId;
  return rows.map(({ alert, who, by: name }) => ({
    ...viewOf(alert, name),
    who,
    mine: me !== null && (alert.memberId === me || alert.byId === me),
    records: records.get(alert.seq ?? 0) ?? [],
    done: done.get(alert.seq ?? 0) ?? null,
  }));
});

type Row = { alert: typeof auditAlerts.$inferSelect };

/** When what is behind alerts of how somebody signs in was done, and with which kind of browser. */
async function doneOf(ctx: TxCtx, rows: readonly Row[]): Promise<Map<number, AlertView["done"]>> {
  const seqs = rows.flatMap(({ alert }) => (ofAccounts.includes(alert.rule as AlertKey) ? (alert.seq ?? []) : []));
  const entries = await ctx.db
    .select({ seq: auditEntries.seq, at: auditEntries.at, detail: auditEntries.detail })
    .from(auditEntries)
    .where(and(eq(auditEntries.orgId, ctx.orgId), among(auditEntries.seq, seqs)));
  const deviceOf = ({ device }: (typeof entries)[number]["detail"]) =>
    typeof device === "string" && device ? device : null;
  return new Map(entries.map(({ seq, at, detail }) => [seq, { at, device: deviceOf(detail) }]));
}

/** The clients and cases named by the entries behind these alerts, as far as the viewer may see them. */
async function recordsOf(ctx: TxCtx, rows: readonly Row[]): Promise<Map<number, AlertRecord[]>> {
  const about = rows.filter(({ alert }) => unseenByTheirs.includes(alert.rule as AlertKey));
  const seqs = about.flatMap(({ alert }) => alert.seq ?? []);
  const entries = await ctx.db
    .select({ seq: auditEntries.seq, caseId: auditEntries.caseId, detail: auditEntries.detail })
    .from(auditEntries)
    .where(and(eq(auditEntries.orgId, ctx.orgId), among(auditEntries.seq, seqs)));
  const idsOf = ({ caseId, detail }: (typeof entries)[number]) =>
    [detail.clientId, detail.newClientId, caseId].filter((id): id is string => typeof id === "string");
  const ids = entries.flatMap(idsOf);
  const people = await ctx.db
    .select({ id: clients.id, code: clients.code })
    .from(clients)
    .where(and(eq(clients.orgId, ctx.orgId), among(clients.id, ids)));
  const open = await ctx.db
    .select({ id: cases.id, code: cases.code })
    .from(cases)
    .where(and(eq(cases.orgId, ctx.orgId), among(cases.id, ids)));
  const known = new Map<string, AlertRecord>([
    ...people.map((person): [string, AlertRecord] => [person.id, { kind: "client", ...person }]),
    ...open.map((row): [string, AlertRecord] => [row.id, { kind: "case", ...row }]),
  ]);
  return new Map(entries.map((entry) => [entry.seq, idsOf(entry).flatMap((id) => known.get(id) ?? [])]));
}

function viewOf(
  alert: typeof auditAlerts.$inferSelect,
  name: string | null,
): Omit<AlertView, "who" | "mine" | "records" | "done"> {
  const { id, rule, memberId, seq, raisedAt, acknowledgedAt, count } = alert;
  const words = alertWords[rule as AlertKey];
  return {
    id,
    rule,
    memberId,
    seq,
    raisedAt,
    urgent: words?.urgent ?? false,
    title: words?.title ?? "Alert",
    sentence: words?.sentence(count) ?? "",
    advice: words?.advice ?? "",
    asks: rule === "client_twice",
    acknowledged: acknowledgedAt ? { at: acknowledgedAt, by: name ?? "Somebody" } : null,
  };
}

/** The number of unseen alerts. */
export const countAlerts = query(
  "audit.read",
  async (ctx): Promise<number> =>
    ctx.db.$count(auditAlerts, and(eq(auditAlerts.orgId, ctx.orgId), isNull(auditAlerts.acknowledgedAt))),
);
