import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { DownloadButton } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { fromReplica } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { officeToday } from "@/lib/law/office/rules";
import { periodWords, screenWords } from "@/lib/oversight/reports/labels";
import { listOwners, readReports, StillCounting } from "@/lib/oversight/reports/queries";
import { t } from "@/lib/platform/language/translate";
import { ReportFilter } from "./_components/report-filter";
import { queryOf, readAsked } from "./asked";
import { ReportPanel } from "./report-panel";

export const metadata: Metadata = { title: t("Reports") };

export default async function ReportsPage({ searchParams }: PageProps<"/reports">) {
  const ctx = await requireCtx("team.read");
  const params = await searchParams;
  const pairs = newestPlaybooks().map(({ pair }) => pair);
  const counted = await reading(fromReplica(ctx), async (scoped) => {
    const people = await listOwners(scoped);
    const read = readAsked(params, { owners: people, pairs, today: officeToday(ctx.now) });
    return { owners: people, asked: read, reports: read.filter ? await readReports(scoped, read.filter) : [] };
  }).catch((error: unknown) => {
    if (error instanceof StillCounting) return null;
    throw error;
  });
  if (!counted) return <Waiting />;
  const { owners, asked, reports } = counted;
  const { filter } = asked;
  const query = queryOf(asked.typed);
  const some = reports.some((report) => report.rows.length > 0);
  return (
    <Page>
      <PageHead
        guide="read-reports"
        title={t("Reports")}
        actions={
          some ? (
            <DownloadButton href={`/api/reports/donor/pdf?${query}`}>{t("Report for donors")}</DownloadButton>
          ) : null
        }
      >
        {filter ? t("{filter}. Each number opens the list that it counts. ", { filter: periodWords(filter) }) : ""}
        {screenWords}
      </PageHead>
      <ReportFilter asked={asked} owners={owners} pairs={pairs} />
      {filter && some
        ? reports.map((report) => <ReportPanel key={report.name} report={report} filter={filter} query={query} />)
        : null}
      {filter && !some ? (
        <Panel label={t("Reports")} padded={false}>
          <EmptyState icon="chart-column" title={t("Nothing to count yet")} level={2}>
            {t("No case fits, and nothing happened in these days. Choose a longer period, or everybody and all pairs.")}
          </EmptyState>
        </Panel>
      ) : null}
    </Page>
  );
}

function Waiting() {
  return (
    <Page>
      <PageHead guide="read-reports" title={t("Reports")} />
      <Panel label={t("Reports")} padded={false}>
        <EmptyState icon="chart-column" title={t("Still being counted")} level={2}>
          {new StillCounting().message}
        </EmptyState>
      </Panel>
    </Page>
  );
}
