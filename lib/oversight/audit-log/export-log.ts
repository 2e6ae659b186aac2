import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { and, desc, eq, lt, sql } from "drizzle-orm";
import { auditEntries, cases, members } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { may } from "@/lib/kernel/access/roles";
import { textOf } from "@/lib/kernel/audit/hash-entry";
import { auditDetail, auditWords, isPlain, whoActed } from "@/lib/kernel/audit/rules";
import { officeToday } from "@/lib/law/office/rules";
import { type SheetCell, writeCsv } from "@/lib/platform/sheets/sheet";
import { entriesUnder } from "./access";
import { type AuditFilters, ExportLog } from "./input";

/** A larger file is of no use; choose a shorter period. */
const rowsMax = 50_000;
const batch = 2_000;

const head = labelTable(() => [
  "Entry",
  t("When (UTC)"),
  "Who",
  "Role",
  "What",
  "Detail",
  "Case",
  "Action",
  "Hash",
  "Session",
]);

/**
 * The log under the filters of the page, newest first: CSV to read, or JSON lines to verify. In the latter, SHA-256 of
 * `previous` (bytes) and `text` (UTF-8) is `hash`. A reader who sees no cases gets no `text` for entries with typed
 * text. Logged with the names of the filters. @throws AppError invalid
 */
export const exportLog = command({
  needs: "audit.read",
  input: ExportLog,
  rateLimit: "export",
  async run(ctx, { format, filters }) {
    const rows: Row[] = [];
    for (let after: number | undefined; rows.length < rowsMax; ) {
      const read = await readBatch(ctx, filters, after);
      rows.push(...read);
      after = read.at(-1)?.seq;
      if (read.length < batch) break;
    }
    const whole = may(ctx.actor, "case.read");
    const text = written(() =>
      format === "csv" ? writeCsv([head, ...rows.map(cellsOf)]) : rows.map((row) => lineOf(row, whole)).join(""),
    );
    const used = Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : name));
    return {
      value: { bytes: Buffer.from(text), name: `log_${officeToday(ctx.now)}.${format}`, rows: rows.length },
      audit: {
        action: "audit.exported",
        subjectId: ctx.actor.memberId ?? ctx.orgId,
        detail: { format, rows: rows.length, filters: used },
      },
    };
  },
});

type Row = Awaited<ReturnType<typeof readBatch>>[number];

async function readBatch(ctx: TxCtx, filters: AuditFilters, after: number | undefined) {
  const { seq, memberId, role, action, subjectId, caseId, detail, previous, hash, session } = auditEntries;
  return ctx.db
    .select({
      seq,
      memberId,
      role,
      action,
      subjectId,
      caseId,
      detail,
      previous,
      hash,
      session,
      who: members.name,
      caseCode: cases.code,
      at: sql<string>`to_char(${auditEntries.at} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`,
      detailText: sql<string>`${auditEntries.detail}::text`,
    })
    .from(auditEntries)
    .leftJoin(members, and(eq(members.orgId, auditEntries.orgId), eq(members.id, auditEntries.memberId)))
    .leftJoin(cases, and(eq(cases.orgId, auditEntries.orgId), eq(cases.id, auditEntries.caseId)))
    .where(and(entriesUnder(ctx, filters), after === undefined ? undefined : lt(auditEntries.seq, after)))
    .orderBy(desc(auditEntries.seq))
    .limit(batch);
}

function cellsOf(row: Row): SheetCell[] {
  const { seq, at, who, role, action, detail, caseCode, hash, session } = row;
  const what = [auditWords(action), auditDetail(detail), caseCode ?? ""];
  return [seq, `${at.slice(0, 19)}Z`, whoActed(who, role), role, ...what, action, hash.toString("hex"), session ?? ""];
}

function lineOf(row: Row, whole: boolean): string {
  const { seq, at, memberId, role, action, subjectId, caseId, detail, detailText, previous, hash, session } = row;
  const text = textOf({ seq, at, memberId, role, action, subjectId, caseId, detail: detailText, session });
  const textPart = whole || isPlain(detail) ? { text } : {};
  const chain = { previous: previous.toString("hex"), hash: hash.toString("hex") };
  return `${JSON.stringify({ entry: seq, at: `${at}Z`, memberId, role, action, subjectId, session, ...textPart, ...chain })}\n`;
}
