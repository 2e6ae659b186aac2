import "server-only";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import type { Paper, PaperPart } from "@/lib/platform/paper";
import { formatDate } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { cellWords, periodWords, reportAbout, reportEmpty, reportTitles, suppressionWords } from "./labels";
import { toldToDonors } from "./rules";
import type { Cell, Filter, Report } from "./types";

type Setting = { organisation: string; filter: Filter; now: Date; countedOn: CivilDate };

/** The figures for a donor: no name of anybody, the caseload only as a whole, what is hidden hidden here too. */
export function planDonorReport(reports: readonly Report[], { organisation, filter, now, countedOn }: Setting): Paper {
  const period = periodWords(filter);
  const parts = toldToDonors(reports).flatMap(partsOf);
  const pair = filter.pair ? `, ${filter.pair.replace("-", " to ")}` : "";
  return {
    title: `Report for donors, ${period}${pair}`,
    addressee: [organisation],
    parts: [{ p: "text", text: `${suppressionWords()} Counted on ${formatDate(countedOn)}.` }, ...parts],
    head: { left: "Report for donors", right: period },
    foot: `Report for donors · ${period}`,
    watermark: null,
    initials: [],
    meta: {
      author: organisation,
      at: now,
      id: Buffer.from(sha256Hex(JSON.stringify([organisation, filter, countedOn, parts])), "hex").subarray(0, 16),
    },
  };
}

function partsOf(report: Report): PaperPart[] {
  const { name, rows } = report;
  const heading: PaperPart[] = [
    { p: "heading", text: reportTitles[name] },
    { p: "text", text: reportAbout[name] },
  ];
  if (rows.length === 0) return [...heading, { p: "text", text: reportEmpty[name] }];
  return [...heading, name === "caseload" ? wholeOf(report) : tableOf(report)];
}

/** Only the line of all: the others are people. */
function wholeOf({ name, columns, total }: Report): PaperPart {
  const rows = columns.map((column, at) => [column, ...wordsOf(total?.slice(at, at + 1) ?? [])]);
  return { p: "table", caption: reportTitles[name], head: ["Cases", "Number"], rows, widths: [3, 1] };
}

function tableOf({ name, lead, columns, rows, total }: Report): PaperPart {
  const lines = rows.map(({ label, note, cells }) => [note ? `${label} (${note})` : label, ...wordsOf(cells)]);
  return {
    p: "table",
    caption: reportTitles[name],
    head: [lead, ...columns],
    rows: total ? [...lines, ["All", ...wordsOf(total)]] : lines,
    widths: [3, ...columns.map(() => 1)],
  };
}

const wordsOf = (cells: readonly Cell[]) => cells.map(cellWords);
