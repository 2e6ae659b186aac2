import type { ListRules, ListState } from "@/app/_ui/table/url-state";
import { type CivilDate, isCivilDate } from "@/lib/platform/calendar";
import {
  type CaseFilters,
  type CaseListView,
  type CaseSort,
  caseSorts,
  type DueFilter,
  type Risk,
} from "@/lib/reports/types";

type Known = { pairs: readonly string[]; owners: readonly string[] };

/** What the address of the list may ask. Everything else in it is ignored. */
export function listRules({ pairs, owners }: Known): ListRules {
  return {
    sorts: caseSorts,
    defaultSort: { key: "due", dir: "asc" },
    filters: {
      q: "text",
      status: ["open", "closed"],
      due: ["overdue", "week", "later", "none"],
      risk: ["high", "elevated", "standard"],
      level: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
      owner: ["me", ...owners],
      pair: pairs,
      quiet: ["14", "30"],
      counted: "text",
      from: "date",
      to: "date",
    },
  };
}

/** The address as the query takes it. The allow-list has been applied already. */
export function listView(state: ListState): CaseListView {
  const { q, status, due, risk, level, owner, pair, quiet, counted, from, to } = state.filters;
  const filters: CaseFilters = {
    q: q?.[0],
    status: status as CaseFilters["status"],
    due: due as DueFilter[] | undefined,
    risk: risk as Risk[] | undefined,
    level: level?.map(Number),
    owner,
    pair,
    quietDays: quiet?.[0] ? Number(quiet[0]) : undefined,
    counted: counted?.[0],
    from: dayOf(from),
    to: dayOf(to),
  };
  return { filters, sort: { key: state.sort.key as CaseSort, dir: state.sort.dir }, cursor: state.cursor };
}

/** A day that looks like one and is none, such as 30 February, asks nothing. */
function dayOf(values: string[] | undefined): CivilDate | undefined {
  return values?.find(isCivilDate);
}
