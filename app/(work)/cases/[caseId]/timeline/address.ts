import type { Route } from "next";
import { timelineGroups } from "@/lib/oversight/timeline/labels";
import type { TimelineFilter } from "@/lib/oversight/timeline/types";
import { readId, readPage, withQuery } from "@/lib/platform/paging";
import { isCivilDate } from "@/lib/platform/time/calendar";

/** The state of the page as its address holds it. `mark`: what stands there in place of words that were typed. */
export type TimelineState = { filter: Omit<TimelineFilter, "words">; mark?: string; page: number; whole: boolean };

type Asked = Record<string, string | string[] | undefined>;

/** What is not known is left out, so that a wrong address still shows the timeline. */
export function readState(asked: Asked): TimelineState {
  const one = (name: string) => (typeof asked[name] === "string" ? (asked[name] as string) : "");
  const day = (name: string) => (isCivilDate(one(name)) ? one(name) : undefined);
  return {
    filter: {
      what: Object.hasOwn(timelineGroups, one("what")) ? one("what") : undefined,
      account: readId(one("account")),
      platform: /^[a-z0-9_-]{1,64}$/.test(one("platform")) ? one("platform") : undefined,
      person: /^(by:[0-9a-f-]{36}|with:[a-z]{1,20})$/.test(one("person")) ? one("person") : undefined,
      from: day("from"),
      to: day("to"),
    },
    mark: one("q") || undefined,
    page: readPage(asked.page),
    whole: one("show") === "all",
  };
}

const queryOf = ({ filter, mark, page, whole }: TimelineState) => ({
  what: filter.what,
  account: filter.account,
  platform: filter.platform,
  person: filter.person,
  from: filter.from,
  to: filter.to,
  q: mark,
  page,
  show: whole ? "all" : undefined,
});

export const timelineAddress = (caseId: string, state: TimelineState): Route =>
  withQuery(`/cases/${caseId}/timeline`, queryOf(state)) as Route;

/** Of the file with the same lines. */
export const exportAddress = (caseId: string, format: "csv" | "xlsx", state: TimelineState): string =>
  withQuery(`/api/cases/${caseId}/timeline/${format}`, queryOf({ ...state, page: 1, whole: false }));
