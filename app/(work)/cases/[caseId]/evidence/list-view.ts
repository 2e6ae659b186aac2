import type { Route } from "next";
import { needLabels } from "@/lib/evidence/exhibits/labels";
import { type ExhibitNeed, exhibitNeeds } from "@/lib/evidence/exhibits/types";
import { readPage, withQuery } from "@/lib/platform/paging";

/** The state of the list as the address holds it. `exhibit`: the number of the one that is shown beside the list. */
export type ListState = { needs?: ExhibitNeed; exhibit?: number; page: number };

export type WorklistLine = { key: ExhibitNeed; label: string; count: number };

type Asked = Record<string, string | string[] | undefined>;

/** The parameters of a URL; unknown ones are ignored. */
export function readState({ needs, exhibit, page }: Asked): ListState {
  return {
    needs: exhibitNeeds.find((exhibitNeed) => exhibitNeed === needs),
    exhibit: readNumbers(exhibit)[0],
    page: readPage(page),
  };
}

/** The numbers of exhibits in an address. */
export function readNumbers(asked: string | string[] | undefined): number[] {
  return [asked ?? []].flat().flatMap((text) => (/^[1-9]\d{0,5}$/.test(text) ? [Number(text)] : []));
}

/** The list with another state: a filter keeps the picked exhibit, a new filter begins at its first page. */
export function listAddress(caseId: string, { needs, exhibit, page }: Partial<ListState>, place = ""): Route {
  return `${withQuery(`/cases/${caseId}/evidence`, { needs, exhibit, page })}${place}` as Route;
}

/** What is to be put right, in the order of the worklist; what no exhibit needs is left out. */
export const worklistOf = (counts: Readonly<Record<ExhibitNeed, number>>): WorklistLine[] =>
  exhibitNeeds.map((key) => ({ key, label: needLabels[key], count: counts[key] })).filter(({ count }) => count > 0);
