import "server-only";
import { z } from "zod";
import { parseInput } from "@/lib/kernel/access/command";
import { exportList } from "@/lib/oversight/case-list/export-list";
import { readSavedList } from "@/lib/oversight/case-list/read-saved-list";
import { exportReport } from "@/lib/oversight/reports/export-report";
import { DonorReportAsked } from "@/lib/oversight/reports/input";
import type { ApiOperation, Outgoing } from "../types";

const CaseRows = z.object({
  view: z.uuid().optional().describe("A saved view that the member sees: its filters, order and columns."),
});

/** For a spreadsheet that fetches by itself: what names nobody, made inert, and in the log as a download of a page is. */
export const rowOperations: readonly ApiOperation[] = [
  {
    kind: "download",
    method: "GET",
    path: "/rows/cases",
    id: "downloadCaseRows",
    summary:
      "The cases that the member may see as CSV for a spreadsheet, without any name: open ones, or those of a view",
    scope: "rows:read",
    input: CaseRows,
    status: 200,
    async give(ctx, asked) {
      const { view } = parseInput(CaseRows, asked);
      const { filters, sort, columns } = await readSavedList(ctx, view);
      const { bytes, name } = await exportList(ctx, { format: "csv", filters, sort, columns, named: false });
      return csvOf(name, bytes);
    },
  },
  {
    kind: "download",
    method: "GET",
    path: "/rows/donor-report",
    id: "downloadDonorRows",
    summary: "The report for donors as CSV, a line for each figure, with small counts suppressed; for supervisors",
    scope: "rows:read",
    input: DonorReportAsked,
    status: 200,
    async give(ctx, asked) {
      const { draw, name } = await exportReport(ctx, { ...asked, member: null, report: "donor", format: "csv" });
      return csvOf(name, await draw());
    },
  },
];

function csvOf(name: string, bytes: Uint8Array): Outgoing {
  const stream = new Blob([new Uint8Array(bytes)]).stream();
  return { name, mime: "text/csv; charset=utf-8", size: bytes.byteLength, stream };
}
