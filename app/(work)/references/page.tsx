import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { LinkButton } from "@/app/_ui/button";
import { choicesOf } from "@/app/_ui/choices-of";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead, Panel } from "@/app/_ui/panel";
import { FilterSide } from "@/app/_ui/table/filter-side";
import { type Facet, FilterChips } from "@/app/_ui/table/filters";
import { type ListRules, readListState } from "@/app/_ui/table/url-state";
import { requireCtx } from "@/lib/auth/sessions/session";
import { referenceStateLabels } from "@/lib/casework/references/labels";
import { listRecordedKinds, listReferences } from "@/lib/casework/references/registers/queries";
import { reading } from "@/lib/kernel/access/query";
import { findReferenceKind, houseLaw } from "@/lib/law/jurisdictions/rules";
import { RegisterPager } from "../_components/register-pager";
import { FindBox } from "./_components/find-box";
import { ReferencesTable } from "./_components/references-table";

export const metadata: Metadata = { title: "References" };

const path = "/references";
const rules: ListRules = {
  sorts: [],
  defaultSort: { key: "recorded", dir: "desc" },
  filters: { state: ["issued", "not_yet_issued", "withdrawn"], kind: houseLaw.referenceKinds.map((kind) => kind.key) },
};
function facetsFor(kinds: readonly string[]): Facet[] {
  const states = choicesOf(referenceStateLabels);
  const recorded = kinds.map((value) => ({ value, label: findReferenceKind(value)?.label ?? value }));
  return [
    { name: "state", label: "State", options: states },
    { name: "kind", label: "Kind", options: recorded },
  ];
}

export default async function ReferencesPage({ searchParams }: PageProps<"/references">) {
  const ctx = await requireCtx("case.read");
  const state = readListState(await searchParams, rules);
  const place = state.cursor ? { [state.cursor.side]: state.cursor.mark } : {};
  const { page, kinds } = await reading(ctx, async (scoped) => ({
    page: await listReferences(scoped, { ...state.filters, ...place }),
    kinds: await listRecordedKinds(scoped),
  }));
  const { rows, before, after } = page;
  const facets = facetsFor(kinds);
  return (
    <Page>
      <PageHead
        title="References"
        actions={
          ctx.actor.role === "admin" ? null : (
            <LinkButton href="/references/paste" icon="clipboard-paste">
              Paste a message
            </LinkButton>
          )
        }
      >
        Every official number of your cases, the newest first.
      </PageHead>
      <FindBox />
      {Object.keys(state.filters).length > 0 ? (
        <div className="filters">
          <FilterChips path={path} state={state} rules={rules} facets={facets} />
        </div>
      ) : null}
      <div className="cols cases">
        <Panel label="References" padded={false}>
          {rows.length > 0 ? (
            <>
              <ReferencesTable rows={rows} />
              <RegisterPager path={path} state={state} rules={rules} before={before} after={after}>
                {rows.length === 1 ? "1 number" : `${rows.length} numbers`} on this page
              </RegisterPager>
            </>
          ) : (
            <EmptyState icon="hash" title="No numbers here" level={2}>
              Numbers that are recorded on your cases show here: CAS, IC3, platform reports, courts. Record one on the
              References page of its case.
            </EmptyState>
          )}
        </Panel>
        <FilterSide path={path} state={state} rules={rules} facets={facets} />
      </div>
    </Page>
  );
}
