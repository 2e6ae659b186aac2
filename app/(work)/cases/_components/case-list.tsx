import type { Route } from "next";
import type { ReactNode } from "react";
import { Button } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { PickAll, PickBar } from "@/app/_ui/pick-bar";
import { FilterSide } from "@/app/_ui/table/filter-side";
import { type Facet, FilterChips, ListSearch } from "@/app/_ui/table/filters";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { orderWords } from "@/lib/oversight/case-list/labels";
import type { CaseSort, Page } from "@/lib/oversight/case-list/types";
import type { AnyColumn } from "@/lib/oversight/saved-views/types";
import { t } from "@/lib/platform/language/translate";
import { type ListRules, type ListState, withoutFilters, writeListState } from "@/lib/platform/list-state";
import { formatCount } from "@/lib/platform/text/format";
import { searchCasesAction } from "../search-actions";
import type { CaseLine } from "./case-line";
import { CasePages } from "./case-pages";
import { hiddenFacets, rangesFor } from "./facets";

const path = "/cases";

type ListProps = {
  lines: CaseLine[];
  page: Omit<Page<never>, "rows">;
  state: ListState;
  rules: ListRules;
  facets: readonly Facet[];
  columns: readonly AnyColumn[];
  own: readonly CustomField[];
  /** What was typed in the search box. */
  typed: string;
  /** Not every case is included in the counts. */
  cut: boolean;
  /** What the list asks, with its question mark, for people who assign cases; null for others. */
  assign: string | null;
  /** Shown below the list. */
  children: ReactNode;
};

const assignForm = "assign-cases";

export function CaseList(props: ListProps) {
  const { lines, page, state, rules, facets, columns, own, typed, cut, assign, children } = props;
  const list = { path, state, rules };
  const note = cut ? t("More than 1,000 cases: only the first 1,000 are counted.") : undefined;
  const panel = { ...list, facets, days: rangesFor(own), note };
  return (
    <>
      <div className="filters">
        <ListSearch
          {...list}
          label={t("Search cases")}
          placeholder={t("Pseudonym or case code")}
          post={{ action: searchCasesAction, typed }}
        />
        <FilterChips {...list} facets={[...facets, ...hiddenFacets(state, own), wordsFacet(state, typed)]} />
      </div>
      <div className="cols cases">
        <div className="stack stack--l">
          <Panel label={t("Cases")} padded={false}>
            {lines.length > 0 ? (
              <>
                {assign === null ? null : (
                  <div className="pickrow">
                    <PickAll form={assignForm} />
                  </div>
                )}
                <CasePages
                  first={{ lines, from: page.from, before: page.before, after: page.after }}
                  total={page.total}
                  {...list}
                  columns={columns}
                  own={own}
                  pickFor={assign === null ? undefined : assignForm}
                  order={orderWords(state.sort.key as CaseSort, state.sort.dir)}
                >
                  {assign === null ? null : <AssignBar asked={assign} total={page.total} />}
                </CasePages>
              </>
            ) : (
              <NoCases filtered={Object.keys(state.filters).length > 0 || state.cursor !== undefined} list={list} />
            )}
          </Panel>
          {children}
        </div>
        <FilterSide {...panel} />
      </div>
    </>
  );
}

/** The chip shows the typed words, its link the marker that replaces them. */
function wordsFacet({ filters }: ListState, typed: string): Facet {
  return { name: "q", label: t("Search"), options: (filters.q ?? []).map((value) => ({ value, label: typed })) };
}

/** What can be done with the ticked cases. The checkboxes in the table belong to this form, wherever they are. */
function AssignBar({ asked, total }: { asked: string; total: number }) {
  return (
    <>
      <div className="pager">
        <PageLink href={`/cases/assign${asked || "?"}${asked ? "&" : ""}all=yes` as Route}>
          {t("Assign all {total} that match", { total: formatCount(total, 1000) })}
        </PageLink>
      </div>
      <PickBar form={assignForm} action="/cases/assign" label={t("Ticked cases")}>
        <Button type="submit" icon="user-plus">
          {t("Assign ticked cases")}
        </Button>
        <Button type="submit" icon="flag" formAction="/cases/flag">
          {t("Flag them")}
        </Button>
        <Button type="submit" icon="download" formAction="/api/cases/list/csv">
          {t("Export them")}
        </Button>
      </PickBar>
    </>
  );
}

function NoCases({
  filtered,
  list,
}: {
  filtered: boolean;
  list: { path: string; state: ListState; rules: ListRules };
}) {
  if (!filtered) {
    return (
      <EmptyState
        icon="folder"
        title={t("No cases yet")}
        level={2}
        action={<LinkButton href="/cases/new">{t("Open a case")}</LinkButton>}
      >
        {t(
          "Cases that you open or work on show here. You are asked to search first, so that nobody is registered twice.",
        )}
      </EmptyState>
    );
  }
  const all = writeListState(list.path, withoutFilters(list.state), list.rules) as Route;
  return (
    <EmptyState
      icon="list-filter"
      title={t("No case fits")}
      level={2}
      action={<LinkButton href={all}>{t("Clear filters")}</LinkButton>}
    >
      {t("Every case that you can see was searched. Remove a filter, or search everything.")}
    </EmptyState>
  );
}
