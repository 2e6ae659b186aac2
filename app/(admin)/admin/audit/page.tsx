import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { Pager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { FilterFold, FilterSide } from "@/app/_ui/table/filter-side";
import { FilterChips } from "@/app/_ui/table/filters";
import { atCursor, type ListRules, readListState, writeListState } from "@/app/_ui/table/url-state";
import { auditGroups } from "@/lib/audit/rules";
import { listAuditEntries } from "@/lib/audit/queries";
import { requireCtx } from "@/lib/auth/session";
import { officeZone } from "@/lib/work/rules";
import { AuditTable } from "./_components/audit-table";

export const metadata: Metadata = { title: "Log" };

const path = "/admin/audit";
const rules: ListRules = {
  sorts: [],
  defaultSort: { key: "seq", dir: "desc" },
  filters: { about: Object.keys(auditGroups) },
};
const facets = [
  { name: "about", label: "About", options: Object.entries(auditGroups).map(([value, label]) => ({ value, label })) },
];

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const ctx = await requireCtx("audit.read");
  const state = readListState(await searchParams, rules);
  const mark = Number(state.cursor?.mark);
  const place = state.cursor && Number.isSafeInteger(mark) ? { [state.cursor.side]: mark } : {};
  const { rows, before, after } = await listAuditEntries(ctx, { groups: state.filters.about, ...place });
  const at = (side: "after" | "before", seq: number | undefined) =>
    seq === undefined ? undefined : (writeListState(path, atCursor(state, side, String(seq)), rules) as Route);
  return (
    <Page>
      <PageHead title="Log">
        Who did what, and when. It can be added to, never changed, and holds no names of clients.
      </PageHead>
      {Object.keys(state.filters).length > 0 ? (
        <div className="filters">
          <FilterChips path={path} state={state} rules={rules} facets={facets} />
        </div>
      ) : null}
      <FilterFold path={path} state={state} rules={rules} facets={facets} />
      <div className="cols cases">
        <Panel label="Entries" padded={false}>
          <AuditTable rows={rows} zone={officeZone()} />
          <Pager previous={at("before", before)} next={at("after", after)}>
            {rows.length} entries on this page, newest first
          </Pager>
        </Panel>
        <FilterSide path={path} state={state} rules={rules} facets={facets} />
      </div>
    </Page>
  );
}
