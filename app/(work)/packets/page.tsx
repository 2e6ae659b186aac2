import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { choicesOf } from "@/app/_ui/choices-of";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead, Panel } from "@/app/_ui/panel";
import { FilterSide } from "@/app/_ui/table/filter-side";
import { type Facet, FilterChips } from "@/app/_ui/table/filters";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listPackets } from "@/lib/casework/references/registers/queries";
import { officeZone } from "@/lib/law/office/rules";
import { packetKinds, statusLabels } from "@/lib/packets/packets/labels";
import { packetKindKeys } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { type ListRules, readListState } from "@/lib/platform/list-state";
import { RegisterPager } from "../_components/register-pager";
import { PacketsTable } from "./_components/packets-table";

export const metadata: Metadata = { title: t("Packets") };

const path = "/packets";
const rules: ListRules = {
  sorts: [],
  defaultSort: { key: "drafted", dir: "desc" },
  filters: { kind: [...packetKindKeys], state: Object.keys(statusLabels) },
};
const facets: Facet[] = [
  {
    name: "kind",
    label: t("Kind"),
    options: packetKindKeys.map((value) => ({ value, label: packetKinds[value].short })),
  },
  {
    name: "state",
    label: t("State"),
    options: choicesOf(statusLabels),
  },
];

export default async function PacketsPage({ searchParams }: PageProps<"/packets">) {
  const ctx = await requireCtx("case.read");
  const state = readListState(await searchParams, rules);
  const { rows, before, after } = await listPackets(ctx, {
    ...state.filters,
    ...(state.cursor ? { [state.cursor.side]: state.cursor.mark } : {}),
  });
  return (
    <Page>
      <PageHead guide="build-a-packet" title={t("Packets")}>
        {t("What your cases hand to police and prosecutors, the newest first.")}
      </PageHead>
      {Object.keys(state.filters).length > 0 ? (
        <div className="filters">
          <FilterChips path={path} state={state} rules={rules} facets={facets} />
        </div>
      ) : null}
      <div className="cols cases">
        <Panel label={t("Packets")} padded={false}>
          {rows.length > 0 ? (
            <>
              <PacketsTable rows={rows} zone={officeZone()} />
              <RegisterPager path={path} state={state} rules={rules} before={before} after={after}>
                {t("{value} on this page", {
                  value: rows.length === 1 ? t("1 packet") : t("{rows} packets", { rows: rows.length }),
                })}
              </RegisterPager>
            </>
          ) : (
            <EmptyState icon="package" title={t("No packets here")} level={2}>
              {t(
                "A packet is drafted on the Packets page of its case, once there is evidence to send. It shows here from then on.",
              )}
            </EmptyState>
          )}
        </Panel>
        <FilterSide path={path} state={state} rules={rules} facets={facets} />
      </div>
    </Page>
  );
}
