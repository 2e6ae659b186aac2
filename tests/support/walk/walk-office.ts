import { countsAsDate } from "@/lib/law/clocks/rules";
import { differ, sorted } from "./compare";
import type { CasePages, Desk, Office } from "./read-pages";

/** The counts that people see of many cases, beside what the cases say one by one. */
export function walkOffice(office: Office, pages: readonly CasePages[]): string[] {
  const open = pages.filter(({ row }) => row.closedAt === null);
  const overdue = open.filter(isOverdue);
  const sum = (key: "open" | "overdue" | "high") => office.team.reduce((all, row) => all + row[key], 0);
  const [caseload] = office.reports;
  const cell = caseload?.total?.[0];
  const donors = office.donors[0]?.total?.[0];
  const high = open.filter(({ row }) => row.risk === "high").length;
  return [
    ...differ("open cases", {
      cases: open.length,
      list: office.open.length,
      team: sum("open"),
      view: office.views.open,
      facets: office.facets.total,
      reports: cell?.is === "count" ? cell.n : cell?.is,
      donors: donors?.is === "count" ? donors.n : open.length < 5 ? open.length : donors?.is,
    }),
    ...differ("overdue cases", {
      cases: overdue.length,
      list: office.overdue.size,
      team: sum("overdue"),
      view: office.views.overdue,
      facet: office.facets.counts.due.get("overdue") ?? 0,
      views: office.facets.views?.overdue,
      deadlines: open.filter(({ row }) => (office.deadlines.get(row.id) ?? []).some(isLate)).length,
    }),
    ...differ("high risk", {
      cases: high,
      list: office.high,
      team: sum("high"),
      facet: office.facets.counts.risk.get("high") ?? 0,
    }),
    ...differ("closed cases", { list: office.closed.length, cases: pages.length - open.length }),
    ...office.team.flatMap((person) => {
      const theirs = open.filter(({ row }) => row.ownerId === person.id);
      const line = caseload?.rows.find((row) => row.key === person.id)?.cells[0];
      return differ(`cases of ${person.name}`, {
        cases: [theirs.length, theirs.filter(isOverdue).length],
        team: [person.open, person.overdue],
        reports: [line?.is === "count" ? line.n : 0, person.overdue],
      });
    }),
  ];
}

/** What one person's navigation, My work and Deadlines say, beside their cases. */
export function walkDesk(desk: Desk, memberId: string, pages: readonly CasePages[], supervises: boolean): string[] {
  const open = pages.filter(({ row }) => row.closedAt === null);
  const queued = supervises ? open : open.filter(({ row }) => row.ownerId === memberId);
  const line = (clock: { caseId: string; key: string; dueOn: string }) => `${clock.caseId} ${clock.key} ${clock.dueOn}`;
  const [first = "", last = ""] = [desk.month.days[0], desk.month.days.at(-1)];
  const listed = desk.deadlines.deadlines.filter(countsAsDate);
  const told = desk.deadlines.deadlines.filter((deadline) => deadline.state !== "paused" && !deadline.warning);
  return [
    ...differ("this month", {
      list: sorted(listed.filter((deadline) => deadline.dueOn >= first && deadline.dueOn <= last).map(line)),
      month: sorted(desk.month.deadlines.map(line)),
    }),
    ...differ("days in the calendar", {
      list: sorted(told.map((deadline) => deadline.dueOn)),
      calendar: sorted(desk.feed.map((calendarEvent) => calendarEvent.on)),
    }),
    ...differ("my overdue acts", {
      cases: Math.min(queued.flatMap(lateActs).length, 100),
      navigation: desk.nav.overdue,
      work: desk.work.queue.overdue.count,
    }),
    ...differ("acts of a day to come", {
      late: desk.work.queue.overdue.items.filter((act) => !act.late).length,
      early: [...desk.work.queue.today.items, ...desk.work.queue.soon.items].filter((act) => act.late).length,
    }),
  ];
}

const isLate = (clock: CasePages["deadlines"]["clocks"][number]) => clock.state === "overdue" && countsAsDate(clock);
const isOverdue = ({ deadlines }: CasePages) => deadlines.clocks.some(isLate);

/** Each step, report, account or date of a case that is late: once, however many clocks of it are. */
function lateActs({ deadlines, row }: CasePages): string[] {
  const places = deadlines.clocks
    .filter(isLate)
    .map(({ key }) => (key.startsWith("step:") ? key.slice(0, key.lastIndexOf(":")) : key));
  return [...new Set(places)].map((place) => `${row.id} ${place}`);
}
