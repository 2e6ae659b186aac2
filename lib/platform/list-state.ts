import { isCivilDate } from "@/lib/platform/time/calendar";

/** The parameters of a list page: order, filters and position. All of them are in its URL. */
export type Sort = { key: string; dir: "asc" | "desc" };

export type ListState = {
  sort: Sort;
  /** Values of one filter are joined with OR; different filters with AND. */
  filters: Record<string, string[]>;
  /** Opaque keyset cursor made by the query; on which side of it the page is. */
  cursor: { mark: string; side: "after" | "before" } | undefined;
};

/** The allow-list of a page. A filter takes named values, or free text, or a civil date. */
export type ListRules = {
  sorts: readonly string[];
  defaultSort: Sort;
  filters: Record<string, readonly string[] | "text" | "date">;
  /** The address of the list that asks nothing, such as `view=all`, when the bare address opens with a view of one's own. */
  blank?: string;
};

export type SearchParams = Record<string, string | string[] | undefined>;

const longestText = 200;
const mark = /^[A-Za-z0-9_-]{1,600}$/;

/** Reads an address. What the allow-list does not know is left out, so that a wrong address still shows a list. */
export function readListState(params: SearchParams, rules: ListRules): ListState {
  const filters: Record<string, string[]> = {};
  for (const [name, allowed] of Object.entries(rules.filters)) {
    const values = all(params[name]).flatMap((value) => accepted(value, allowed));
    if (values.length > 0) filters[name] = [...new Set(values)];
  }
  return { sort: readSort(params, rules), filters, cursor: readCursor(params) };
}

/** Writes an address in one fixed order, leaving out what is default, so that equal lists have equal addresses. */
export function writeListState(path: string, state: ListState, rules: ListRules): string {
  const query = new URLSearchParams();
  for (const name of Object.keys(rules.filters)) {
    for (const value of state.filters[name] ?? []) query.append(name, value);
  }
  if (state.sort.key !== rules.defaultSort.key || state.sort.dir !== rules.defaultSort.dir) {
    query.set("sort", `${state.sort.key}.${state.sort.dir}`);
  }
  if (state.cursor) query.set(state.cursor.side, state.cursor.mark);
  const text = query.toString();
  if (text) return `${path}?${text}`;
  return rules.blank ? `${path}?${rules.blank}` : path;
}

/** A click on a column: the first sorts by it, the next reverses the order. The list position is reset. */
export function sortedBy(state: ListState, key: string, first: Sort["dir"] = "asc"): ListState {
  const turned = state.sort.dir === "asc" ? "desc" : "asc";
  const dir = state.sort.key === key ? turned : first;
  return { ...state, sort: { key, dir }, cursor: undefined };
}

export function withFilter(state: ListState, name: string, values: readonly string[]): ListState {
  const { [name]: _gone, ...others } = state.filters;
  const filters = values.length > 0 ? { ...others, [name]: [...values] } : others;
  return { ...state, filters, cursor: undefined };
}

/** Takes away one value of a filter, or all of it. */
export function withoutFilter(state: ListState, name: string, value?: string): ListState {
  const left = value === undefined ? [] : (state.filters[name] ?? []).filter((other) => other !== value);
  return withFilter(state, name, left);
}

export function withoutFilters(state: ListState): ListState {
  return { ...state, filters: {}, cursor: undefined };
}

export function atCursor(state: ListState, side: "after" | "before", at: string): ListState {
  return { ...state, cursor: { mark: at, side } };
}

function all(value: string | string[] | undefined): string[] {
  return value === undefined ? [] : [value].flat();
}

function accepted(value: string, allowed: readonly string[] | "text" | "date"): string[] {
  const text = value.replaceAll("\u0000", "").trim();
  if (allowed === "text") return text ? [text.slice(0, longestText)] : [];
  if (allowed === "date") return isCivilDate(text) ? [text] : [];
  return allowed.includes(text) ? [text] : [];
}

function readSort(params: SearchParams, rules: ListRules): Sort {
  const [key, dir] = (all(params.sort)[0] ?? "").split(".");
  if (key && rules.sorts.includes(key) && (dir === "asc" || dir === "desc")) return { key, dir };
  return rules.defaultSort;
}

function readCursor(params: SearchParams): ListState["cursor"] {
  for (const side of ["after", "before"] as const) {
    const value = all(params[side])[0];
    if (value && mark.test(value)) return { mark: value, side };
  }
  return undefined;
}
