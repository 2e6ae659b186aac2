import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { choicesOf } from "@/app/_ui/choices-of";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { PageHead, Panel } from "@/app/_ui/panel";
import { FilterSide } from "@/app/_ui/table/filter-side";
import { type Facet, FilterChips } from "@/app/_ui/table/filters";
import { requireCtx } from "@/lib/auth/sessions/session";
import { referenceStateLabels } from "@/lib/casework/references/labels";
import { listRecordedKinds, listReferences } from "@/lib/casework/references/registers/queries";
import { reading } from "@/lib/kernel/access/query";
import { findReferenceKind, houseLaw } from "@/lib/law/jurisdictions/rules";
import { t } from "@/lib/platform/language/translate";
import { type ListRules, readListState } from "@/lib/platform/list-state";
import { RegisterPager } from "../_components/register-pager";
import { ReferencesTable } from "./_components/references-table";

export const metadata: Metadata = { title: t("References") };

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
    { name: "state", label: t("State"), options: states },
    { name: "kind", label: t("Kind"), options: recorded },
  ];
}

export default async function ReferencesPage({ searchParams }: PageProps<"/references">) {
  const ctx = await requireCtx("case.read");
  const state = readListState(await searchParams, rules);
  const place = state.cursor ? { [state.cursor.side]: state.cursor.mark } : {};
  const [page, kinds] = await reading(ctx, (scoped) =>
    Promise.all([listReferences(scoped, { ...state.filters, ...place }), listRecordedKinds(scoped)]),
  );
  const { rows, before, after } = page;
  const facets = facetsFor(kinds);
  return (
    <Page>
      <PageHead
        guide="record-a-number"
        title={t("References")}
        actions={
          ctx.actor.role === "admin" ? null : (
            <LinkButton href="/references/paste" icon="clipboard-paste">
              {t("Paste a message")}
            </LinkButton>
          )
        }
      >
        {t("Every official number of your cases, the newest first.")}
      </PageHead>
      {Object.keys(state.filters).length > 0 ? (
        <div className="filters">
          <FilterChips path={path} state={state} rules={rules} facets={facets} />
        </div>
      ) : null}
      <div className="cols cases">
        <Panel label={t("References")} padded={false}>
          {rows.length > 0 ? (
            <>
              <ReferencesTable rows={rows} />
              <RegisterPager path={path} state={state} rules={rules} before={before} after={after}>
                {t("{value} on this page", {
                  value: rows.length === 1 ? t("1 number") : t("{rows} numbers", { rows: rows.length }),
                })}
              </RegisterPager>
            </>
          ) : (
            <EmptyState icon="hash" title={t("No numbers here")} level={2}>
              {t(
                "Numbers that are recorded on your cases show here: CAS, IC3, platform reports, courts. Record one on the References page of its case.",
              )}
            </EmptyState>
          )}
        </Panel>
        <FilterSide path={path} state={state} rules={rules} facets={facets} />
      </div>
    </Page>
  );
}
