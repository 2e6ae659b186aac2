import type { ReactNode } from "react";
import { Page } from "@/app/_shell/app-shell";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/panel";
import { FilterSide } from "@/app/_ui/table/filter-side";
import { type Facet, FilterChips, ListSearch } from "@/app/_ui/table/filters";
import { partHints } from "@/lib/law/provisions/labels";
import type { CatalogPart, LawDesk } from "@/lib/law/provisions/types";
import { t } from "@/lib/platform/language/translate";
import { type ListRules, type ListState, writeListState } from "@/lib/platform/list-state";
import { PartTabs } from "./part-tabs";

type LawFrameProps = {
  part: CatalogPart | null;
  state: ListState;
  rules: ListRules;
  facets: readonly Facet[];
  leftOut: LawDesk["leftOut"];
  children: ReactNode;
};

/** Title, parts, search, filters and the legend around a list of law. */
export function LawFrame({ part, state, rules, facets, leftOut, children }: LawFrameProps) {
  const path = part ? `/law/${part}` : "/law";
  const query = writeListState("", state, rules);
  return (
    <Page>
      <PageHead title={t("Law")}>
        {part
          ? partHints[part]
          : t("All law and facts that this product relies on, each with its source and the day it was read.")}
      </PageHead>
      <PartTabs current={part} query={query} />
      {leftOut.length > 0 ? (
        <Notice kind="warning" title={t("A change of your organisation no longer fits the law data")}>
          {leftOut.map((provision) => `${provision.part} ${provision.key}`).join(", ")}
          {t(". The released version applies there until an administrator looks at it.")}
        </Notice>
      ) : null}
      <div className="filters">
        <ListSearch
          path={path}
          state={state}
          rules={rules}
          label={t("Search the law")}
          placeholder={t("For example s 16, threat, 90 days")}
        />
        <FilterChips path={path} state={state} rules={rules} facets={facets} />
      </div>
      <div className="cols cases">
        <div className="stack stack--l">
          {children}
          <p className="small muted">{t("General information, not legal advice.")}</p>
        </div>
        <FilterSide path={path} state={state} rules={rules} facets={facets} />
      </div>
    </Page>
  );
}
