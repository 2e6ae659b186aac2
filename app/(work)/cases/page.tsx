import type { Metadata, Route } from "next";
import { redirect } from "next/navigation";
import { Page } from "@/app/_shell/app-shell";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PageHead } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { may } from "@/lib/kernel/access/roles";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { listCustomFields } from "@/lib/organisation/custom-fields/queries";
import { isListed } from "@/lib/organisation/custom-fields/rules";
import { listRules, listView, queryOf } from "@/lib/oversight/case-list/address/rules";
import { countFacets } from "@/lib/oversight/case-list/count-facets";
import { countCases, listCases, readViewCounts } from "@/lib/oversight/case-list/queries";
import { countCap, mayFitFew } from "@/lib/oversight/case-list/rules";
import { listOwners } from "@/lib/oversight/reports/queries";
import { readListChoices } from "@/lib/oversight/saved-views/queries";
import { columnsFor, ownColumn } from "@/lib/oversight/saved-views/rules";
import { t } from "@/lib/platform/language/translate";
import { readListState, withoutFilter, writeListState } from "@/lib/platform/list-state";
import { openWords } from "../typed-query";
import { CaseList } from "./_components/case-list";
import { facetsFor } from "./_components/facets";
import { ListSettings } from "./_components/list-settings";
import { ViewTabs } from "./_components/view-tabs";
import { readLines } from "./read-lines";

export const metadata: Metadata = { title: t("Cases") };

export default async function CasesPage({ searchParams }: PageProps<"/cases">) {
  const ctx = await requireCtx("case.read");
  const params = await searchParams;
  const words = await openWords(ctx, params.q);
  const read = await reading(ctx, (scoped) =>
    readPage(scoped, words.lost ? { ...params, q: undefined } : params, words),
  );
  const { staff, counts, rules, state, page, counted, choices } = read;
  if (choices.defaultView && Object.keys(params).length === 0) {
    redirect(`/cases?${choices.defaultView.query || rules.blank}` as Route);
  }
  const asked = queryOf({ ...state, cursor: undefined }, rules);
  const shown = choices.views.find((view) => view.query === asked);
  const columns = columnsFor(
    ctx.actor.role,
    shown?.columns ?? choices.columns,
    read.own.map(({ id }) => ownColumn(id)),
  );
  return (
    <Page>
      <PageHead
        title={t("Cases")}
        actions={
          <>
            {may(ctx.actor, "case.import") ? (
              <LinkButton icon="upload" href="/cases/import">
                {t("Import")}
              </LinkButton>
            ) : null}
            <LinkButton variant="primary" icon="plus" href="/cases/new">
              {t("Open a case")}
            </LinkButton>
          </>
        }
      >
        {t("Names stay hidden in lists. Open a case to see more.")}
      </PageHead>
      {words.lost ? (
        <Notice kind="info" title={t("Your search has expired")}>
          {t("Search words are kept for half an hour and never appear in the address. Type them again.")}
        </Notice>
      ) : null}
      <ViewTabs
        counts={counts}
        asked={asked}
        views={choices.views}
        all={writeListState("/cases", empty(rules), rules)}
      />
      <CaseList
        lines={read.lines}
        page={{ from: page.from, total: page.total, before: page.before, after: page.after }}
        state={state}
        rules={rules}
        facets={facetsFor({ ...read, counted, state, staff, me: ctx.actor.memberId })}
        columns={columns}
        own={read.own}
        typed={words.text ?? ""}
        cut={counted.cut}
        assign={ctx.actor.role === "supervisor" ? writeListState("", { ...state, cursor: undefined }, rules) : null}
      >
        <ListSettings
          asked={asked}
          kept={queryOf(withoutFilter({ ...state, cursor: undefined }, "q"), rules)}
          name={shown?.name ?? ""}
          columns={columns}
          own={read.own}
          choices={choices}
          mayShare={ctx.actor.role === "supervisor"}
        />
      </CaseList>
    </Page>
  );
}

const empty = (rules: ReturnType<typeof listRules>) => ({ sort: rules.defaultSort, filters: {}, cursor: undefined });

/** One consistent read: the filters of the URL, their page, and the counts. */
async function readPage(
  scoped: TxCtx,
  params: Awaited<PageProps<"/cases">["searchParams"]>,
  words: { text: string | null },
) {
  const playbooks = newestPlaybooks();
  const pairs = playbooks.map((playbook) => playbook.pair);
  const [staff, choices, fields] = await Promise.all([
    listOwners(scoped),
    readListChoices(scoped),
    listCustomFields(scoped, "case"),
  ]);
  const own = fields.filter(isListed);
  const rules = listRules(staff, choices.defaultView !== null, own);
  const state = readListState(params, rules);
  const view = listView(state, words.text, own);
  const counting = countFacets(scoped, view.filters);
  const total = counting.then(({ total: known }) => known ?? countCases(scoped, view.filters));
  // What few cases have is looked up first; else the list is walked in its order, while the cases are counted.
  const few = view.filters.q ? !(await counting).cut : mayFitFew(view.filters) ? (await total) <= countCap : undefined;
  const [counted, page] = await Promise.all([counting, listCases(scoped, { ...view, few }, total)]);
  const [lines, counts] = await Promise.all([
    readLines(scoped, page.rows, own),
    counted.views ?? readViewCounts(scoped),
  ]);
  return {
    pairs,
    staff,
    choices,
    own,
    rules,
    state,
    levels: Math.max(...playbooks.map((playbook) => playbook.levels.length)),
    page,
    lines,
    counted,
    counts,
  };
}
