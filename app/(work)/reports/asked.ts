import type { Route } from "next";
import { ReportAsked } from "@/lib/oversight/reports/input";
import { filterOf, writeCounted } from "@/lib/oversight/reports/rules";
import type { Filter, ListAsked, Owner } from "@/lib/oversight/reports/types";
import { t } from "@/lib/platform/language/translate";
import type { CivilDate } from "@/lib/platform/time/calendar";

type Params = Record<string, string | string[] | undefined>;
export type Typed = Record<"period" | "from" | "to" | "member" | "pair", string>;
export type Asked = { typed: Typed; filter: Filter | null; errors: Partial<Typed> };

const notListed = t("Choose one from the list.");

const one = (value: string | string[] | undefined) => (typeof value === "string" ? value : "");

type Known = { owners: readonly Owner[]; pairs: readonly string[]; today: CivilDate };

/** The filters in the URL. An invalid value is ignored, with a message at the field. */
export function readAsked(params: Params, { owners, pairs, today }: Known): Asked {
  const typed: Typed = {
    period: one(params.period) || "days30",
    from: one(params.from),
    to: one(params.to),
    member: one(params.member),
    pair: one(params.pair),
  };
  const read = ReportAsked.safeParse(typed);
  const issues = read.success ? [] : read.error.issues.map((issue) => [String(issue.path[0]), issue.message]);
  if (typed.member && !owners.some(({ id }) => id === typed.member)) issues.push(["member", notListed]);
  if (typed.pair && !pairs.includes(typed.pair)) issues.push(["pair", notListed]);
  const filter = read.success && issues.length === 0 ? filterOf(read.data, today) : null;
  return { typed, filter, errors: Object.fromEntries(issues) };
}

/** The filter in one fixed order and without what is empty, for the address of a file. */
export function queryOf(typed: Typed): string {
  const query = new URLSearchParams({ period: typed.period });
  for (const day of ["from", "to"] as const) if (typed.period === "custom") query.set(day, typed[day]);
  if (typed.member) query.set("member", typed.member);
  if (typed.pair) query.set("pair", typed.pair);
  return query.toString();
}

/** The list behind a number. Open cases are the list's default. */
export function listHref(asked: ListAsked, { from, to, memberId, pair }: Filter): Route {
  const owner = asked.owner ?? memberId;
  const query = new URLSearchParams();
  if (asked.set !== "open") for (const status of ["open", "closed"]) query.append("status", status);
  if (owner) query.set("owner", owner);
  if (pair) query.set("pair", pair);
  if (asked.set !== "open") {
    query.set("counted", writeCounted(asked));
    query.set("from", from);
    query.set("to", to);
  }
  const text = query.toString();
  return (text ? `/cases?${text}` : "/cases") as Route;
}
