import type { Metadata } from "next";
import { after } from "next/server";
import { Page } from "@/app/_shell/app-shell";
import { DownloadButton } from "@/app/_ui/button";
import { EmptyState } from "@/app/_ui/empty-state";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { type Ctx, fromReplica } from "@/lib/kernel/access/ctx";
import { newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import { officeToday } from "@/lib/law/office/rules";
import { countInBackground } from "@/lib/oversight/reports/count-in-background";
import { periodWords, screenWords } from "@/lib/oversight/reports/labels";
import { listOwners, readCounted, readProgress } from "@/lib/oversight/reports/queries";
import { SlowToCount, StillCounting } from "@/lib/oversight/reports/rules";
import type { CountedReports, Filter } from "@/lib/oversight/reports/types";
import { t } from "@/lib/platform/language/translate";
import { BeingCounted } from "./_components/being-counted";
import { CountAgain } from "./_components/count-again";
import { ReportFilter } from "./_components/report-filter";
import { queryOf, readAsked } from "./asked";
import { ReportPanel } from "./report-panel";

export const metadata: Metadata = { title: t("Reports") };

export default async function ReportsPage({ searchParams }: PageProps<"/reports">) {
  const ctx = await requireCtx("team.read");
  const params = await searchParams;
  const pairs = newestPlaybooks().map(({ pair }) => pair);
  const owners = await listOwners(ctx);
  const asked = readAsked(params, { owners, pairs, today: officeToday(ctx.now) });
  const { filter } = asked;
  const counted = filter ? await countOrWait(ctx, filter) : null;
  const reports = counted?.reports ?? [];
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
      {filter && counted?.countedAt ? <CountAgain filter={filter} counted={counted} /> : null}
      {filter && some
        ? reports.map((report) => <ReportPanel key={report.name} report={report} filter={filter} query={query} />)
        : null}
      {filter && counted?.reports && !some ? <NothingToCount /> : null}
      {filter && !counted ? <BeingCounted query={query} progress={await readProgress(fromReplica(ctx))} /> : null}
    </Page>
  );
}

/** Nothing while they are counted in the background, which asks again. */
async function countOrWait(ctx: Ctx, filter: Filter): Promise<CountedReports | null> {
  try {
    return await readCounted(fromReplica(ctx), filter);
  } catch (error) {
    if (error instanceof SlowToCount) after(() => countInBackground(ctx, filter));
    else if (!(error instanceof StillCounting)) throw error;
    return null;
  }
}

function NothingToCount() {
  return (
    <Panel label={t("Reports")} padded={false}>
      <EmptyState icon="chart-column" title={t("Nothing to count yet")} level={2}>
        {t("No case fits, and nothing happened in these days. Choose a longer period, or everybody and all pairs.")}
      </EmptyState>
    </Panel>
  );
}
