import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { readListedValues } from "@/lib/casework/custom-values/read-listed-values";
import { command } from "@/lib/kernel/access/command";
import { officeToday } from "@/lib/law/office/rules";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { isListed } from "@/lib/organisation/custom-fields/rules";
import { type SheetCell, writeCsv } from "@/lib/platform/sheets/sheet";
import { writeXlsx } from "@/lib/platform/sheets/write-xlsx";
import { ExportList } from "./input";
import { listCases } from "./queries";
import type { CaseFilters, CaseListView, CaseRow } from "./types";

/** A larger spreadsheet is of no use; the full export has all cases. */
const rowsMax = 20_000;

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
 * The list of cases under the filters and order of the page, with its columns, as far as the person may see it.
 * Formulas are defused. Logged with the names of the filters, not with what was typed.
 * @throws AppError invalid on `format`
 */
export const exportList = command({
  needs: "case.read",
  input: ExportList,
  rateLimit: "export",
  async run(ctx, { format, filters, sort }) {
    const own = (await listCustomFields(ctx, "case")).filter(isListed);
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
    const sheet = [[...head, ...own.map(({ label }) => label)], ...rows];
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
        detail: { format, rows: rows.length, filters: used },
      },
    };
  },
});

function lineOf(row: CaseRow): SheetCell[] {
  const day = (at: Date | null) => at?.toISOString().slice(0, 10) ?? "";
  return [
    row.pseudonym,
    row.code,
    row.pair,
    row.riskAssessed ? row.risk : "not assessed",
    row.inDanger ? "yes" : "no",
    t("{level} of {levels}", { level: row.level, levels: row.levels }),
    row.nextStep,
    row.nextDueOn ?? "",
    row.nextDueLabel ?? "",
    row.ownerName,
    day(row.openedAt),
    day(row.lastActivityAt),
    day(row.closedAt),
  ];
}
