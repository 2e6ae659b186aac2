import type { Route } from "next";
import { needLabels } from "@/lib/evidence/labels";
import { exhibitNeedsOf, sameBytes } from "@/lib/evidence/rules";
import { type ExhibitNeed, type ExhibitView, exhibitNeeds } from "@/lib/evidence/types";

/** Tiles on the page before more are asked for. */
export const pageSize = 60;

/** The state of the list as the address holds it. */
export type ListState = { needs?: ExhibitNeed; exhibit?: string; show?: number };

export type WorklistLine = { key: ExhibitNeed; label: string; count: number };

type Asked = Record<string, string | string[] | undefined>;

/** What an address asks for; what is not known is left out. */
export function readState({ needs, exhibit, show }: Asked): ListState {
  return {
    needs: exhibitNeeds.find((one) => one === needs),
    exhibit: typeof exhibit === "string" ? exhibit : undefined,
    show: typeof show === "string" && /^\d{1,5}$/.test(show) ? Number(show) : undefined,
  };
}

/** The list with another state: a filter keeps the picked exhibit, a new filter begins at its first tiles. */
export function listAddress(caseId: string, { needs, exhibit, show }: ListState, place = ""): Route {
  const asked = new URLSearchParams();
  if (needs) asked.set("needs", needs);
  if (exhibit) asked.set("exhibit", exhibit);
  if (show && show > pageSize) asked.set("show", String(show));
  const search = asked.size > 0 ? `?${asked}` : "";
  return `/cases/${caseId}/evidence${search}${place}` as Route;
}

/** What the page draws of all exhibits: the worklist with its counts, the tiles, and the one beside them. */
export function listView(all: readonly ExhibitView[], state: ListState) {
  const twins = sameBytes(all);
  const needsOf = new Map(all.map((one) => [one.id, new Set(exhibitNeedsOf(one, twins.get(one.id)))]));
  const lines = exhibitNeeds
    .map((key) => ({ key, label: needLabels[key], count: all.filter(({ id }) => needsOf.get(id)?.has(key)).length }))
    .filter((line): line is WorklistLine => line.count > 0);
  const filter = lines.find((line) => line.key === state.needs)?.key;
  const found = filter ? all.filter(({ id }) => needsOf.get(id)?.has(filter)) : all;
  const count = Math.max(pageSize, state.show ?? 0);
  return {
    ...{ lines, filter, twins },
    tiles: found.slice(0, count),
    found: found.length,
    /** How many to show when more are asked for; undefined when all are shown. */
    more: found.length > count ? count + pageSize : undefined,
    picked: all.find(({ id }) => id === state.exhibit),
  };
}
