import { formatCount, formatDate } from "@/lib/platform/text/format";
import type { CaseSet, Cell, Filter, PeriodKey, ReportName } from "./types";

export const periodLabels: Record<PeriodKey, string> = {
  days30: "Last 30 days",
  quarter: "Last quarter (91 days)",
  year: "Last year (365 days)",
  custom: "From one day to another",
};

export const reportTitles: Record<ReportName, string> = {
  caseload: "Caseload",
  numbers: "Time to each number",
  stalled: "Stalled by step",
  refusals: "Refusals by station",
  platforms: "Platform answers",
  closures: "How cases ended",
  exposure: "Exposure",
};

/** What a report counts, and from which date: every date names its event. */
export const reportAbout: Record<ReportName, string> = {
  caseload: "Open now, opened in the period, and closed in the period and not opened again.",
  numbers:
    "Days from the start of the step, or from the opening of the case where no start was recorded, to the first number of its kind. Counted on the day the number was given. Numbers that were there before the case are left out.",
  stalled: "Open cases on which nothing happened for 30 days, by the step that is next now.",
  refusals: "Refusals of the period, by the day on which somebody refused.",
  platforms:
    "Days from sending a report to its number, and from asking a company to preserve to its yes or no. Counted on the day of the answer.",
  closures: "Cases closed in the period and not opened again.",
  exposure:
    "How often each person revealed hidden media, by week from Monday to Sunday. It counts reveals, never cases, and never says what was seen.",
};

export const reportEmpty: Record<ReportName, string> = {
  caseload: "No case is open, and none was opened or closed in the period.",
  numbers: "No number, assignment or answer came in the period.",
  stalled: "Something happened on every open case in the last 30 days.",
  refusals: "Nobody refused in the period.",
  platforms: "No platform answered in the period.",
  closures: "No case was closed in the period.",
  exposure: "Nothing was revealed in the period.",
};

/** The words of a filter of the case list that came from a report. */
export const setWords: Record<CaseSet, string> = {
  open: "Open now",
  opened: "Opened in the period",
  closed: "Closed in the period",
  ended: "Closed in the period, by how it ended",
  stalled: "Stalled at one step",
  number: "A number came in the period",
  outcome: "A step had its outcome in the period",
  platform: "A platform first answered in the period",
  officer: "An officer first acknowledged in the period",
  refusal: "One office refused in the period",
  response: "One platform answered in the period",
};

export const fewWords = "Fewer than 5";
export const withheldWords = "Not shown";

export const suppressionWords =
  "Fewer than 5 cases are never shown as a number. Where such a cell could be worked out from others, those are not shown either.";

export const screenWords = "All numbers are shown here. Downloads and the donor report hide counts under 5.";

/** The words of a cell, on the page, in a file and on paper. */
export function cellWords(cell: Cell): string {
  if (cell.is === "few") return fewWords;
  if (cell.is === "withheld") return withheldWords;
  if (cell.is === "text") return cell.text;
  return cell.is === "count" ? formatCount(cell.n) : String(cell.days);
}

/** `27 Oct 2026 to 25 Nov 2026` */
export function periodWords({ from, to }: Pick<Filter, "from" | "to">): string {
  return `${formatDate(from)} to ${formatDate(to)}`;
}
