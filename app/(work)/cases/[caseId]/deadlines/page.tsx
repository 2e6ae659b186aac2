import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Notice } from "@/app/_ui/notice";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readDeadlinesPage } from "@/lib/escalation/deadlines/queries";
import { newId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { pageOf, readPage, withQuery } from "@/lib/platform/paging";
import { formatDate } from "@/lib/platform/text/format";
import { AddDateForm, StartClockForm } from "./_components/add-forms";
import { ChangesPanel } from "./_components/changes-panel";
import { ClocksList } from "./_components/clocks-list";
import { ForecastPanel } from "./_components/forecast-panel";
import { KeptPanel } from "./kept-panel";

export const metadata: Metadata = { title: t("Deadlines of the case") };

export default async function CaseDeadlinesPage({ params, searchParams }: PageProps<"/cases/[caseId]/deadlines">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { page: asked, keep, changes: older } = await searchParams;
  const page = await orNotFound(readDeadlinesPage(ctx, caseId));
  const changes = pageOf(page.changes, readPage(older));
  return (
    <>
      <PageHead guide="read-deadlines" title={t("Deadlines")} level={2}>
        {t("Every clock running on this case, who must act, and who set the date. Today is {today}", {
          today: formatDate(page.today),
        })}
      </PageHead>
      {page.closed ? (
        <Notice title={t("This case is closed")}>{t("Its clocks are stopped and no reminders are sent.")}</Notice>
      ) : null}
      <ClocksList caseId={caseId} page={page} />
      {page.closed ? null : (
        <div className="stack">
          <AddDateForm caseId={caseId} id={newId()} />
          <StartClockForm caseId={caseId} id={newId()} rules={page.rules} />
        </div>
      )}
      <KeptPanel page={page} />
      <ForecastPanel
        caseId={caseId}
        page={page}
        asked={readPage(asked)}
        opened={typeof keep === "string" ? keep : undefined}
        newId={newId()}
      />
      <ChangesPanel changes={changes.rows}>
        <NumberedPager
          list={changes}
          of={t("changes, newest first")}
          at={(to) => `${withQuery(`/cases/${caseId}/deadlines`, { changes: to })}#changes` as Route}
        />
      </ChangesPanel>
    </>
  );
}
