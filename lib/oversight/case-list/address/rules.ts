import { houseLaw, newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { isListed, notKnown, readTyped } from "@/lib/organisation/custom-fields/rules";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { ownColumn } from "@/lib/oversight/saved-views/rules";
import { t } from "@/lib/platform/language/translate";
import { type ListRules, type ListState, writeListState } from "@/lib/platform/list-state";
import { type CivilDate, isCivilDate } from "@/lib/platform/time/calendar";
import {
  type CaseFilters,
  type CaseListView,
  type CaseSort,
  caseSorts,
  type DueFilter,
  type OwnFilter,
  type Risk,
} from "../types";

/** The list without filters, for people whose `/cases` opens with their own view. */
const blankQuery = "view=all";

/** What the address of the list may ask, with the pairs and numbers that the law knows. Everything else in it is ignored. */
export function listRules(
  owners: readonly { id: string }[],
  ownView = false,
  own: readonly CustomField[] = [],
): ListRules {
  return {
    ...(ownView ? { blank: blankQuery } : {}),
    sorts: caseSorts,
    defaultSort: { key: "due", dir: "asc" },
    filters: {
      q: "text",
      status: ["open", "closed"],
      due: ["overdue", "week", "later", "none"],
      risk: ["high", "elevated", "standard"],
      level: ["1", "2", "3", "4", "5", "6", "7", "8", "9"],
      owner: ["me", ...owners.map(({ id }) => id)],
      pair: newestPlaybooks().map((playbook) => playbook.pair),
      flagged: ["yes"],
      step: "text",
      kind: houseLaw.referenceKinds.map((kind) => kind.key),
      quiet: ["14", "30"],
      since: "date",
      openedfrom: "date",
      openedto: "date",
      counted: "text",
      from: "date",
      to: "date",
      ...ownRules(own),
    },
  };
}

/** What the list asks, as its address says it after the question mark; empty for the list that asks nothing. */
export function queryOf(state: ListState, rules: ListRules): string {
  return writeListState("", state, { ...rules, blank: undefined }).replace("?", "");
}

/**
 * The address as the query takes it. The allow-list has been applied already.
 * @param words what was typed in the search box, where the address has a mark in its place
 * @param own the organisation's own fields of a case, those that the person sees
 */
export function listView(state: ListState, words?: string | null, own: readonly CustomField[] = []): CaseListView {
  const { q, status, due, risk, level, owner, pair, quiet, flagged, step, kind, counted, from, to } = state.filters;
  const filters: CaseFilters = {
    q: q?.[0] && (words ?? q[0]),
    status: status as CaseFilters["status"],
    due: due as DueFilter[] | undefined,
    risk: risk as Risk[] | undefined,
    level: level?.map(Number),
    owner,
    pair,
    flagged: flagged?.length ? true : undefined,
    step,
    kind,
    quietDays: quiet?.length ? Math.min(...quiet.map(Number)) : undefined,
    quietSince: dayOf(state.filters.since),
    openedFrom: dayOf(state.filters.openedfrom),
    openedTo: dayOf(state.filters.openedto),
    counted: counted?.[0],
    from: dayOf(from),
    to: dayOf(to),
    ...ownOf(state, own),
  };
  return { filters, sort: { key: state.sort.key as CaseSort, dir: state.sort.dir }, cursor: state.cursor };
}

function ownOf(state: ListState, own: readonly CustomField[]): Pick<CaseFilters, "own"> {
  const filters = ownFilters(state, own);
  return filters.length > 0 ? { own: filters } : {};
}

/** A value that looks like a date but is not one, such as 30 February, is ignored. */
function dayOf(values: string[] | undefined): CivilDate | undefined {
  return values?.find(isCivilDate);
}

export const isChosen = ({ kind }: CustomField) => kind === "choice" || kind === "tick";

const ends = ["from", "to"] as const;

/** A parameter of the address: the field, or one end of its range. */
export const nameOf = (field: CustomField, end?: (typeof ends)[number]) =>
  [ownColumn(field.id), end].filter(Boolean).join("-");

/** What the address of the list may ask of the organisation's own fields. */
function ownRules(fields: readonly CustomField[]): ListRules["filters"] {
  const named = fields.filter(isListed).flatMap((field): [string, readonly string[] | "text" | "date"][] => {
    if (isChosen(field)) return [[nameOf(field), optionsOf(field).map(({ value }) => value)]];
    return ends.map((end) => [nameOf(field, end), field.kind === "date" ? "date" : "text"]);
  });
  return Object.fromEntries(named);
}

/** The same of an address, as the query takes it. A number that is none asks nothing. */
function ownFilters({ filters }: ListState, fields: readonly CustomField[]): OwnFilter[] {
  return fields.filter(isListed).flatMap((field): OwnFilter[] => {
    const of = { fieldId: field.id, kind: field.kind as OwnFilter["kind"] };
    const values = filters[nameOf(field)];
    if (isChosen(field)) return values ? [{ ...of, values }] : [];
    const [from, to] = ends.map((end) => readTyped(field, filters[nameOf(field, end)]?.[0] ?? "").value ?? undefined);
    return from || to ? [{ ...of, from, to }] : [];
  });
}

/** What may be ticked of a choice or a tick. */
export function optionsOf({ kind, choices }: CustomField) {
  const unknown = { value: notKnown, label: t("Not known") };
  if (kind === "tick") return [{ value: "yes", label: t("Yes") }, { value: "no", label: t("No") }, unknown];
  return [...choices.map(({ key, label }) => ({ value: key, label })), unknown];
}
