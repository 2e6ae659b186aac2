import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { DownloadButton, LinkButton } from "@/app/_ui/button";
import { Pager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { FilterChips } from "@/app/_ui/table/filters";
import { atCursor, readListState, writeListState } from "@/app/_ui/table/url-state";
import { requireCtx } from "@/lib/auth/sessions/session";
import { may } from "@/lib/kernel/access/roles";
import { readAnchorState } from "@/lib/kernel/anchors/queries";
import { auditGroups } from "@/lib/kernel/audit/rules";
import { officeZone } from "@/lib/law/office/rules";
import { listAuditEntries, listPeople } from "@/lib/oversight/audit-log/queries";
import { AnchorPanel } from "./_components/anchor-panel";
import { AuditTable } from "./_components/audit-table";
import { LogFilter } from "./_components/log-filter";
import { logFilters, logPath, logRules } from "./_components/log-rules";

export const metadata: Metadata = { title: "Log" };

const groups = Object.entries(auditGroups)
  .map(([value, label]) => ({ value, label }))
  .toSorted((a, b) => a.label.localeCompare(b.label));

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const ctx = await requireCtx("audit.read");
  const cases = may(ctx.actor.role, "case.read");
  const people = (await listPeople(ctx)).map(({ id, name, left }) => ({
    value: id,
    label: left ? `${name}, left` : name,
  }));
  const rules = logRules(people.map(({ value }) => value));
  const state = readListState(await searchParams, rules);
  const mark = Number(state.cursor?.mark);
  const place = state.cursor && Number.isSafeInteger(mark) ? { [state.cursor.side]: mark } : {};
  const { rows, before, after } = await listAuditEntries(ctx, { ...logFilters(state), ...place });
  const at = (side: "after" | "before", seq: number | undefined) =>
    seq === undefined ? undefined : (writeListState(logPath, atCursor(state, side, String(seq)), rules) as Route);
  const asked = writeListState("", { ...state, cursor: undefined }, rules);
  const facets = [
    { name: "person", label: "Who", options: people },
    { name: "about", label: "About", options: groups },
    { name: "case", label: "Case", options: [] },
    { name: "from", label: "From", options: [] },
    { name: "until", label: "Until", options: [] },
    { name: "refused", label: "Only", options: [{ value: "yes", label: "refused attempts" }] },
  ];
  return (
    <Page>
      <PageHead
        title="Log"
        actions={
          <LinkButton variant="quiet" icon="bell" href="/admin/alerts">
            Alerts
          </LinkButton>
        }
      >
        Who did what, and when, also what was refused. It can be added to, never changed, and holds no names of clients.
        What came from one sign-in has the same session, so what a stolen one did can be told apart.
      </PageHead>
      <Panel label="Filter">
        <LogFilter path={logPath} state={state} people={people} groups={groups} cases={cases} />
      </Panel>
      {Object.keys(state.filters).length > 0 ? (
        <div className="filters">
          <FilterChips path={logPath} state={state} rules={rules} facets={facets} />
        </div>
      ) : null}
      <Panel label="Entries" padded={false}>
        <AuditTable rows={rows} zone={officeZone()} />
        <Pager previous={at("before", before)} next={at("after", after)}>
          {rows.length} entries on this page, newest first
        </Pager>
      </Panel>
      <AnchorPanel state={await readAnchorState(ctx)} zone={officeZone()} />
      <Panel title="Export" id="export">
        <p>
          All pages of the list above, as it is filtered now. JSON lines hold the hashes, by which anybody can check
          each entry. Taking the log out is an entry in the log.
        </p>
        <div className="row">
          <DownloadButton href={`/api/audit/csv${asked}`}>Export as CSV</DownloadButton>
          <DownloadButton href={`/api/audit/jsonl${asked}`}>Export as JSON lines</DownloadButton>
        </div>
      </Panel>
    </Page>
  );
}
