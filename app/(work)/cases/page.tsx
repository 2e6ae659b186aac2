import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { LinkButton } from "@/app/_ui/button";
import { PageHead } from "@/app/_ui/panel";
import { type ListState, readListState, writeListState } from "@/app/_ui/table/url-state";
import { reading } from "@/lib/access/query";
import { requireCtx } from "@/lib/auth/session";
import { listOwners } from "@/lib/figures/queries";
import { newestPlaybooks } from "@/lib/jurisdictions/rules";
import { listAway } from "@/lib/leaves/queries";
import { listCases, readViewCounts } from "@/lib/reports/queries";
import { officeToday, officeZone } from "@/lib/work/rules";
import { caseLine } from "./_components/case-line";
import { CaseList } from "./_components/case-list";
import { facetsFor } from "./_components/facets";
import { listRules, listView } from "./_components/list-rules";
import { ViewTabs } from "./_components/view-tabs";

export const metadata: Metadata = { title: "Cases" };

export default async function CasesPage({ searchParams }: PageProps<"/cases">) {
  const ctx = await requireCtx("case.read");
  const params = await searchParams;
  const playbooks = newestPlaybooks();
  const pairs = playbooks.map((playbook) => playbook.pair);
  const levels = Math.max(...playbooks.map((playbook) => playbook.levels.length));
  const { staff, counts, rules, state, page, covered } = await reading(ctx, async (scoped) => {
    const people = await listOwners(scoped);
    const allowed = listRules({ pairs, owners: people.map((person) => person.id) });
    const asked = readListState(params, allowed);
    const [found, views] = [await listCases(scoped, listView(asked)), await readViewCounts(scoped)];
    const away = (await listAway(scoped)).filter((one) => one.coverId === ctx.actor.memberId);
    const ids = new Set(away.map((one) => one.memberId));
    return { staff: people, counts: views, rules: allowed, state: asked, page: found, covered: ids };
  });
  const lines = page.rows.map((row) => {
    const line = caseLine(row, officeToday(ctx.now), officeZone());
    return covered.has(row.ownerId) ? { ...line, owner: `${line.owner}, you cover` } : line;
  });
  const filtersOnly: ListState = { ...state, sort: rules.defaultSort, cursor: undefined };
  return (
    <Page>
      <PageHead
        title="Cases"
        actions={
          <LinkButton look="primary" icon="plus" href="/cases/new">
            Open a case
          </LinkButton>
        }
      >
        Names stay hidden in lists. Open a case to see more.
      </PageHead>
      <ViewTabs counts={counts} asked={writeListState("", filtersOnly, rules).replace("?", "")} />
      <CaseList
        lines={lines}
        page={{ from: page.from, total: page.total, before: page.before, after: page.after }}
        state={state}
        rules={rules}
        facets={facetsFor({ pairs, staff, levels })}
      />
    </Page>
  );
}
