import { t } from "@/lib/platform/language/translate";
import { written } from "@/lib/platform/language/written";
import "server-only";
import type { z } from "zod";
import { printPaper } from "@/lib/documents/papers/print-paper";
import { command } from "@/lib/kernel/access/command";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { officeToday } from "@/lib/law/office/rules";
import { AppError } from "@/lib/platform/errors";
import { writeCsv } from "@/lib/platform/sheets/sheet";
import { writeXlsx } from "@/lib/platform/sheets/write-xlsx";
import { ExportReport } from "./input";
import { reportTitles } from "./labels";
import { planDonorReport } from "./plan-donor-report";
import { readCounted } from "./queries";
import { filterOf, SlowToCount } from "./rules";
import { sheetForDonors } from "./sheet-for-donors";
import { sheetOfReport } from "./sheet-of-report";
import type { Filter } from "./types";

type Asked = z.output<typeof ExportReport>;

/**
 * One report as a file, with small counts suppressed; for donors a PDF, or a table, that identifies nobody. Logged with
 * its filter.
 * `draw` makes the file after the transaction: one that stands idle while a page is set is ended by the database.
 * @throws AppError invalid on the field
 */
export const exportReport = command({
  needs: "team.read",
  input: ExportReport,
  rateLimit: "export",
  async run(ctx, asked) {
    const { report, format } = asked;
    const donor = report === "donor";
    const filter = filterOf(donor ? { ...asked, member: null } : asked, officeToday(ctx.now));
    const { from, to, memberId, pair } = filter;
    return {
      value: { draw: await written(() => readFile(ctx, asked, filter)), name: `${report}_${from}_${to}.${format}` },
      audit: {
        action: "report.exported",
        subjectId: ctx.orgId,
        detail: { report, format, from, to, memberId, pair },
      },
    };
  },
});

type Draw = () => Promise<Uint8Array>;

async function readFile(ctx: TxCtx, { report, format }: Asked, filter: Filter): Promise<Draw> {
  const { reports, countedAt } = await readCounted(ctx, filter, report === "donor" ? "donors" : "file");
  if (!reports) throw new SlowToCount();
  if (report === "donor" && format === "csv") {
    return async () => written(() => Buffer.from(writeCsv(sheetForDonors(reports))));
  }
  if (report === "donor") {
    const setting = { organisation: ctx.orgName, filter, now: ctx.now, countedOn: officeToday(countedAt ?? ctx.now) };
    return () => written(() => printPaper(planDonorReport(reports, setting)));
  }
  const found = reports.find(({ name }) => name === report);
  if (!found) throw new AppError("not_found", t("No such report."));
  const rows = sheetOfReport(found);
  const title = reportTitles[report];
  return async () => written(() => (format === "xlsx" ? writeXlsx(title, rows, ctx.now) : Buffer.from(writeCsv(rows))));
}
