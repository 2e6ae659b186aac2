import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { readListedValues } from "@/lib/casework/custom-values/read-listed-values";
import { command } from "@/lib/kernel/access/command";
import { officeToday } from "@/lib/law/office/rules";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { isListed } from "@/lib/organisation/custom-fields/rules";
import { ownColumn } from "@/lib/oversight/saved-views/rules";
import type { AnyColumn, ListColumn } from "@/lib/oversight/saved-views/types";
import { type SheetCell, writeCsv } from "@/lib/platform/sheets/sheet";
import { writeXlsx } from "@/lib/platform/sheets/write-xlsx";
import { ExportList } from "./input";
import { listCases } from "./queries";
import type { CaseFilters, CaseListView, CaseRow } from "./types";

/** A larger spreadsheet is of no use; the full export has all cases. */
const rowsMax = 20_000;

/** What a file without names says, and with which column of a view; without one it is always there. */
const unnamed = labelTable((): { head: string; column?: ListColumn; cell: (row: CaseRow) => SheetCell }[] => [
  { head: "Number", cell: ({ code }) => code },
  { head: "Countries", cell: ({ pair }) => pair },
  { head: "State", cell: ({ closedAt }) => (closedAt ? "closed" : "open") },
  { head: "Risk", column: "risk", cell: riskOf },
  { head: t("In danger"), column: "risk", cell: ({ inDanger }) => (inDanger ? "yes" : "no") },
  { head: "Level", column: "ladder", cell: levelOf },
  { head: t("Next step"), column: "ladder", cell: ({ nextStep }) => nextStep },
  { head: t("Last activity"), column: "activity", cell: ({ lastActivityAt }) => dayOf(lastActivityAt) },
  { head: t("Next due"), column: "due", cell: ({ nextDueOn }) => nextDueOn ?? "" },
  { head: "Opened", column: "opened", cell: ({ openedAt }) => dayOf(openedAt) },
  { head: "Closed", column: "opened", cell: ({ closedAt }) => dayOf(closedAt) },
]);

const head = labelTable(() => [
  t("Code name"),
  "Number",
  "Countries",
  "Risk",
  t("In danger"),
  "Level",
  t("Next step"),
  t("Next due"),
  t("What is due"),
  "Owner",
  "Opened",
  t("Last activity"),
  "Closed",
]);

/**
 * The list of cases under the filters and order of the page, with its columns, as far as the person may see it; for a
 * program's spreadsheet without names. Formulas are defused. Logged with the names of the filters, not with what was
 * typed.
 * @throws AppError invalid on `format`
 */
export const exportList = command({
  needs: "case.read",
  input: ExportList,
  rateLimit: "export",
  async run(ctx, { format, filters, sort, named, columns }) {
    const wanted = (column: AnyColumn | undefined) => named || !columns || !column || columns.includes(column);
    const own = (await listCustomFields(ctx, "case")).filter((field) => isListed(field) && wanted(ownColumn(field.id)));
    const shown = unnamed.filter(({ column }) => wanted(column));
    const lineOf = named ? namedLine : (row: CaseRow) => shown.map(({ cell }) => cell(row));
    const rows: SheetCell[][] = [];
    let cursor: CaseListView["cursor"];
    do {
      const page = await written(() => listCases(ctx, { filters: filters as CaseFilters, sort, size: 100, cursor }));
      const values = await readListedValues(
        ctx,
        own,
        page.rows.map(({ id }) => id),
      );
      rows.push(
        ...written(() => page.rows.map((row) => [...lineOf(row), ...own.map((field) => values(row.id, field))])),
      );
      cursor = page.after ? { mark: page.after, side: "after" } : undefined;
    } while (cursor && rows.length < rowsMax);
    const sheet = [[...(named ? head : shown.map((of) => of.head)), ...own.map(({ label }) => label)], ...rows];
    const used = Object.entries(filters).flatMap(([name, value]) => (value === undefined ? [] : name));
    return {
      value: {
        bytes: written(() => (format === "xlsx" ? writeXlsx("Cases", sheet, ctx.now) : Buffer.from(writeCsv(sheet)))),
        name: `cases_${officeToday(ctx.now)}.${format}`,
        rows: rows.length,
      },
      audit: {
        action: "list.exported",
        subjectId: ctx.actor.memberId ?? ctx.orgId,
        detail: { format, rows: rows.length, filters: used, named },
      },
    };
  },
});

function dayOf(at: Date | null): string {
  return at?.toISOString().slice(0, 10) ?? "";
}

function riskOf({ riskAssessed, risk }: CaseRow): string {
  return riskAssessed ? risk : "not assessed";
}

function levelOf({ level, levels }: CaseRow): string {
  return t("{level} of {levels}", { level, levels });
}

function namedLine(row: CaseRow): SheetCell[] {
  return [
    row.pseudonym,
    row.code,
    row.pair,
    riskOf(row),
    row.inDanger ? "yes" : "no",
    levelOf(row),
    row.nextStep,
    row.nextDueOn ?? "",
    row.nextDueLabel ?? "",
    row.ownerName,
    dayOf(row.openedAt),
    dayOf(row.lastActivityAt),
    dayOf(row.closedAt),
  ];
}
