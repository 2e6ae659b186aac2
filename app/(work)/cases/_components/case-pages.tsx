"use client";

import type { Route } from "next";
import { useSearchParams } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Pager } from "@/app/_ui/pager";
import { rich } from "@/app/_ui/rich";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import type { AnyColumn } from "@/lib/oversight/saved-views/types";
import { t } from "@/lib/platform/language/translate";
import { atCursor, type ListRules, type ListState, writeListState } from "@/lib/platform/list-state";
import { formatCount } from "@/lib/platform/text/amounts";
import type { TurnedPage } from "../turned-page";
import { CasesTable } from "./cases-table";

type PagesProps = {
  /** The page that came with the frame. */
  first: TurnedPage;
  total: number;
  path: string;
  state: ListState;
  rules: ListRules;
  columns: readonly AnyColumn[];
  own: readonly CustomField[];
  pickFor?: string;
  /** "soonest deadline first" */
  order: string;
  /** Between the rows and the pager. */
  children: ReactNode;
};

/**
 * The rows of the list and its pager. With script, turning the page fetches the rows alone and the address follows; without,
 * or when that fails, the links open the page as a whole.
 */
export function CasePages({ first, total, order, children, ...table }: PagesProps) {
  const { path, state, rules } = table;
  const { page, busy, top } = useTurnedPage(first, table);
  const last = formatCount(page.from + page.lines.length - 1);
  const at = (side: "after" | "before", mark: string | undefined) =>
    mark === undefined ? undefined : (writeListState(path, atCursor(state, side, mark), rules) as Route);
  return (
    <div ref={top} className="turned" aria-busy={busy}>
      <p className="vh" role="status">
        {page === first ? "" : t("Cases {from} to {last}", { from: formatCount(page.from), last })}
      </p>
      <CasesTable lines={page.lines} {...table} />
      {children}
      <Pager previous={at("before", page.before)} next={at("after", page.after)} turn={turn}>
        {rich("{from} to {formatCount} of {total}, {orderWords}", {
          from: formatCount(page.from),
          formatCount: last,
          total: <strong>{formatCount(total, 1000)}</strong>,
          orderWords: order,
        })}
      </Pager>
    </div>
  );
}

/** The address alone says which page is shown, so that Back and Forward turn it too. */
function turn(href: Route): void {
  window.history.pushState(null, "", href);
}

/** The page that the address asks for: the given one, or one that is fetched. Until it is there, the page before it stays. */
function useTurnedPage(first: TurnedPage, { path, state }: { path: string; state: ListState }) {
  const search = useSearchParams();
  const asked = search.toString();
  const given = state.cursor ? `${state.cursor.side} ${state.cursor.mark}` : "";
  const wanted = search.has("after")
    ? `after ${search.get("after")}`
    : search.has("before")
      ? `before ${search.get("before")}`
      : "";
  const [turned, setTurned] = useState({ of: first, at: given, page: first });
  const shown = turned.of === first && wanted !== given ? turned : { at: given, page: first };
  const busy = shown.at !== wanted;
  const top = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!busy) return;
    const stop = new AbortController();
    fetchPage(asked, stop.signal).then(
      (page) => {
        setTurned({ of: first, at: wanted, page });
      },
      () => stop.signal.aborted || window.location.assign(`${path}?${asked}`),
    );
    return () => stop.abort();
  }, [busy, asked, wanted, first, path]);
  useEffect(() => {
    if (turned.page !== first) top.current?.scrollIntoView({ block: "start" });
  }, [turned, first]);
  return { page: shown.page, busy, top };
}

/** @throws when it does not come: the session ended, the search is forgotten, the page is empty by now, no network */
async function fetchPage(asked: string, signal: AbortSignal): Promise<TurnedPage> {
  const answer = await fetch(`/api/cases/list/rows?${asked}`, { signal, headers: { accept: "application/json" } });
  if (!answer.ok) throw new Error("The page did not come.");
  const page: TurnedPage = await answer.json();
  if (page.lines.length === 0) throw new Error("The page is empty.");
  return page;
}
