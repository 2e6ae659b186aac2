import { stalledDays } from "@/lib/oversight/my-work/rules";
import { labelTable } from "@/lib/platform/language/label-table";
import { t } from "@/lib/platform/language/translate";
import type { SheetCell } from "@/lib/platform/sheets/sheet";
import { formatCount, formatDate } from "@/lib/platform/text/format";
import type { CaseSet, Cell, Filter, PeriodKey, ReportName } from "./types";

export const periodLabels: Record<PeriodKey, string> = labelTable(() => ({
  days30: t("Last 30 days"),
  quarter: t("Last quarter (91 days)"),
  year: t("Last year (365 days)"),
  custom: t("From one day to another"),
}));

export const reportTitles: Record<ReportName, string> = labelTable(() => ({
  caseload: t("Caseload"),
  flow: t("How long cases take"),
  numbers: t("Time to each number"),
  stations: t("Time to a number, by station"),
  stalled: t("Stalled by step"),
  refusals: t("Refusals by station"),
  platforms: t("Platform answers"),
  safety: t("Safety plans"),
  removals: t("Removed by platforms"),
  closures: t("How cases ended"),
  own: t("Fields of your organisation"),
  exposure: t("Exposure"),
}));

/** What a report counts, and from which date: every date names its event. */
export const reportAbout: Record<ReportName, string> = labelTable(() => ({
  caseload: t("Open now, opened in the period, and closed in the period and not opened again."),
  flow: t(
    "How many of the cases that were open at some time in the period were closed in it; days from opening to closing of those that were closed; and days from the first incident to the opening of those that were opened.",
  ),
  numbers: t(
    "Days from the start of the step, or from the opening of the case where no start was recorded, to the first number of its kind. Counted on the day the number was given. Numbers that were there before the case are left out.",
  ),
  stations: t(
    "Days as above, to the first number that each station gave on a case, such as a CAS number. Counted on the day the number was given.",
  ),
  stalled: t("Open cases on which nothing happened for {stalledDays} days, by the step that is next now.", {
    stalledDays,
  }),
  refusals: t("Refusals of the period, by the day on which somebody refused."),
  platforms: t(
    "Days from sending a report to its number, and from asking a company to preserve to its yes or no. Counted on the day of the answer.",
  ),
  safety: t("Open cases, by whether the safety plan was gone through with the client in the period."),
  removals: t(
    "Items of take-down lists that were removed, or seen to be gone. Days from the first report of the item. Counted on the day on which it was first known to be gone.",
  ),
  closures: t("Cases closed in the period and not opened again."),
  own: t("Cases opened in the period, by what was answered in the choices that your organisation added."),
  exposure: t(
    "How often each person revealed hidden media, by week from Monday to Sunday. It counts reveals, never cases, and never says what was seen.",
  ),
}));

export const reportEmpty: Record<ReportName, string> = labelTable(() => ({
  caseload: t("No case is open, and none was opened or closed in the period."),
  flow: t("No case was open in the period."),
  numbers: t("No number, assignment or answer came in the period."),
  stations: t("No station gave a number in the period."),
  stalled: t("Something happened on every open case in the last {stalledDays} days.", { stalledDays }),
  refusals: t("Nobody refused in the period."),
  platforms: t("No platform answered in the period."),
  safety: t("No case is open."),
  removals: t("Nothing was removed in the period."),
  closures: t("No case was closed in the period."),
  own: t("No case was opened in the period, or your organisation has no choice of its own."),
  exposure: t("Nothing was revealed in the period."),
}));

/** The words of a filter of the case list that came from a report. */
export const setWords: Record<CaseSet, string> = labelTable(() => ({
  open: t("Open now"),
  opened: t("Opened in the period"),
  closed: t("Closed in the period"),
  ended: t("Closed in the period, by how it ended"),
  worked: t("Open at some time in the period"),
  finished: t("Closed in the period, by its days"),
  reported: t("Opened in the period after a first incident"),
  stalled: t("Stalled at one step"),
  number: t("A number came in the period"),
  station: t("One station gave a number in the period"),
  outcome: t("A step had its outcome in the period"),
  platform: t("A platform first answered in the period"),
  officer: t("An officer first acknowledged in the period"),
  refusal: t("One office refused in the period"),
  response: t("One platform answered in the period"),
  safety: t("By the safety plan"),
  removal: t("Something was removed from one platform in the period"),
  own: t("Opened in the period, by a field of your organisation"),
}));

/** The state of the safety plan of a case, in the order of the report. */
export const planStateLabels = labelTable(() => ({
  reviewed: t("Plan gone through in the period"),
  written: t("Plan written, not gone through in the period"),
  none: t("No plan yet"),
}));

export const fewWords = (): string => t("Fewer than 5");
export const withheldWords = (): string => t("Not shown");

export const suppressionWords = (): string =>
  t(
    "Fewer than 5 cases are never shown as a number. Where such a cell could be worked out from others, those are not shown either.",
  );

export const screenWords = t("All numbers are shown here. Downloads and the donor report hide counts under 5.");

/** The words of a cell, on the page, in a file and on paper. */
export function cellWords(cell: Cell): string {
  if (cell.is === "few") return fewWords();
  if (cell.is === "withheld") return withheldWords();
  if (cell.is === "text") return cell.text;
  return cell.is === "count" ? formatCount(cell.n) : String(cell.days);
}

/** The same in a spreadsheet, where a number is a number. */
export function sheetCellOf(cell: Cell): SheetCell {
  if (cell.is === "count") return cell.n;
  return cell.is === "days" ? cell.days : cellWords(cell);
}

/** `27 Oct 2026 to 25 Nov 2026` */
export function periodWords({ from, to }: Pick<Filter, "from" | "to">): string {
  return t("{from} to {to}", { from: formatDate(from), to: formatDate(to) });
}
