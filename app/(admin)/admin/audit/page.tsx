import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { DownloadButton } from "@/app/_ui/button";
import { LinkButton } from "@/app/_ui/link-button";
import { Pager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { FilterChips } from "@/app/_ui/table/filters";
import { requireCtx } from "@/lib/auth/sessions/session";
import { may } from "@/lib/kernel/access/roles";
import { readAnchorState } from "@/lib/kernel/anchors/queries";
import { auditGroups } from "@/lib/kernel/audit/rules";
import { officeZone } from "@/lib/law/office/rules";
import { listAuditEntries, listPeople } from "@/lib/oversight/audit-log/queries";
import { compareText } from "@/lib/platform/language/formats";
import { t } from "@/lib/platform/language/translate";
import { atCursor, readListState, writeListState } from "@/lib/platform/list-state";
import { AnchorPanel } from "./_components/anchor-panel";
import { AuditTable } from "./_components/audit-table";
import { LogFilter } from "./_components/log-filter";
import { logFilters, logPath, logRules } from "./_components/log-rules";

export const metadata: Metadata = { title: t("Log") };

const groups = Object.entries(auditGroups)
  .map(([value, label]) => ({ value, label }))
  .toSorted((a, b) => compareText(a.label, b.label));

export default async function AuditPage({ searchParams }: PageProps<"/admin/audit">) {
  const ctx = await requireCtx("audit.read");
  const cases = may(ctx.actor, "case.read");
  const people = (await listPeople(ctx)).map(({ id, name, left }) => ({
    value: id,
    label: left ? t("{name}, left", { name }) : name,
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
    { name: "person", label: t("Who"), options: people },
    { name: "about", label: t("About"), options: groups },
    { name: "case", label: t("Case"), options: [] },
    { name: "from", label: t("From"), options: [] },
    { name: "until", label: t("Until"), options: [] },
    { name: "refused", label: t("Only"), options: [{ value: "yes", label: t("refused attempts") }] },
  ];
  return (
    <Page>
      <PageHead
        guide="watch-the-log"
        title={t("Log")}
        actions={
          <LinkButton variant="quiet" icon="bell" href="/admin/alerts">
            {t("Alerts")}
          </LinkButton>
        }
      >
        {t(
          "Who did what and when, including refused attempts. Entries can be added but never changed, and hold no client names. Everything done in one sign-in has the same session, so you can tell what a stolen session did.",
        )}
      </PageHead>
      <Panel label={t("Filter")}>
        <LogFilter path={logPath} state={state} people={people} groups={groups} cases={cases} />
      </Panel>
      {Object.keys(state.filters).length > 0 ? (
        <div className="filters">
          <FilterChips path={logPath} state={state} rules={rules} facets={facets} />
        </div>
      ) : null}
      <Panel label={t("Entries")} padded={false}>
        <AuditTable rows={rows} zone={officeZone()} />
        <Pager previous={at("before", before)} next={at("after", after)}>
          {t("{rows} entries on this page, newest first", { rows: rows.length })}
        </Pager>
      </Panel>
      <AnchorPanel state={await readAnchorState(ctx)} zone={officeZone()} />
      <Panel title={t("Export")} id="export">
        <p>
          {t(
            "Exports every page of the list above, with its current filters. JSON lines include the hashes, so anyone can check each entry. Each export is recorded in the log.",
          )}
        </p>
        <div className="row">
          <DownloadButton href={`/api/audit/csv${asked}`}>{t("Export as CSV")}</DownloadButton>
          <DownloadButton href={`/api/audit/jsonl${asked}`}>{t("Export as JSON lines")}</DownloadButton>
        </div>
      </Panel>
    </Page>
  );
}
