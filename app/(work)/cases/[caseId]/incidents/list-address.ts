import type { Route } from "next";
import type { IncidentFilter } from "@/lib/casework/incidents/types";
import { readId, readPage, withQuery } from "@/lib/platform/paging";

/** The state of the list as the address holds it. `edit` and `tie`: the incident whose form is rendered. */
export type ListState = { kind: IncidentFilter; page: number; edit?: string; tie?: string };

type Asked = Record<string, string | string[] | undefined>;

/** The parameters of a URL; unknown ones are ignored. */
export function readState({ kind, page, edit, tie }: Asked): ListState {
  return {
    kind: kind === "act" || kind === "event" ? kind : "all",
    page: readPage(page),
    edit: readId(edit),
    tie: readId(tie),
  };
}

export function listAddress(caseId: string, state: Partial<ListState>, place = ""): Route {
  const { kind, page, edit, tie } = state;
  const asked = { kind: kind === "all" ? undefined : kind, page, edit, tie };
  return `${withQuery(`/cases/${caseId}/incidents`, asked)}${place}` as Route;
}
