import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import { lockAnyCase, refuseRestricted } from "@/lib/casework/cases/access";
import { partyLabels } from "@/lib/casework/notes/labels";
import type { Party } from "@/lib/casework/notes/types";
import { command } from "@/lib/kernel/access/command";
import { namesOf } from "@/lib/organisation/members/names-of";
import { type SheetCell, writeCsv } from "@/lib/platform/sheets/sheet";
import { writeXlsx } from "@/lib/platform/sheets/write-xlsx";
import { civilDate } from "@/lib/platform/time/clock";
import { wallTime } from "@/lib/platform/time/zone";
import { traceCase } from "./access";
import { ExportTimeline } from "./input";
import { markLabels, timelineLabels } from "./labels";
import { fits } from "./rules";
import type { SourceRow } from "./types";

/** A larger spreadsheet is of no use; the complete folder has everything. */
const rowsMax = 20_000;

/**
 * The timeline of a case as a file for a spreadsheet, under the filter of the page, as far as the person may see it.
 * Formulas are defused. Logged with the names of the filters, not with what was typed. Who only reads the case in an
 * emergency takes nothing out of it.
 * @throws AppError not_found; conflict for a restricted case
 */
export const exportTimeline = command({
  needs: "case.read",
  input: ExportTimeline,
  rateLimit: "export",
  async run(ctx, { caseId, format, filter }) {
    await lockAnyCase(ctx, caseId);
    const { traced, rows } = await written(() => traceCase(ctx, caseId));
    await refuseRestricted(ctx, caseId);
    const { zone, row } = traced;
    const kept = rows.filter((line) => fits(line, filter, zone)).slice(0, rowsMax);
    const names = await namesOf(
      ctx,
      kept.map((line) => line.byId),
    );
    const sheet = written(() => [headOf(zone), ...kept.map((line) => lineOf(line, zone, names))]);
    const used = Object.entries(filter).flatMap(([name, value]) => (value ? [name] : []));
    return {
      value: {
        bytes: written(() =>
          format === "xlsx" ? writeXlsx("Timeline", sheet, ctx.now) : Buffer.from(writeCsv(sheet)),
        ),
        name: `${row.code}_timeline_${civilDate(ctx.now, zone)}.${format}`,
        rows: kept.length,
      },
      audit: {
        action: "timeline.exported",
        subjectId: caseId,
        caseId,
        detail: { format, rows: kept.length, filters: used },
      },
    };
  },
});

const headOf = (zone: string): SheetCell[] => [
  t("Day ({zone})", { zone }),
  t("Time ({zone})", { zone }),
  t("Time (UTC)"),
  t("Kind"),
  t("What"),
  t("Words"),
  t("With whom"),
  t("Written by"),
  t("Marks"),
];

function lineOf(line: SourceRow, zone: string, names: ReadonlyMap<string, string>): SheetCell[] {
  return [
    line.day ?? civilDate(line.at, zone),
    line.day ? "" : wallTime(line.at, zone).slice(11),
    line.day ? "" : line.at.toISOString(),
    timelineLabels[line.kind],
    line.title,
    line.words() ?? "",
    line.party ? partyLabels[line.party as Party] : "",
    (line.byId && names.get(line.byId)) ?? "",
    (line.marks ?? []).map((mark) => markLabels[mark]).join(", "),
  ];
}
