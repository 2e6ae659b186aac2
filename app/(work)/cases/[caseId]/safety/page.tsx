import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { RecordVersions } from "@/app/_ui/clash";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { Kept } from "@/app/(work)/_components/kept";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { listPlanVersions } from "@/lib/casework/safety/plans/queries";
import { bySection } from "@/lib/casework/safety/plans/rules";
import { lastSafetyReviews } from "@/lib/casework/safety/reviews/queries";
import { playbookOf, readCaseClocks } from "@/lib/escalation/ladder/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { may } from "@/lib/kernel/access/roles";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { PlanSectionPanel } from "./_components/plan-section";
import { PlanVersions } from "./_components/plan-versions";
import { ReviewPanel } from "./_components/review-panel";
import { SafetyHead } from "./_components/safety-head";

export const metadata: Metadata = { title: t("Safety plan") };

/** The safety plan of a client: its sections with their entries, the review, and every version. */
export default async function SafetyPlanPage({ params, searchParams }: PageProps<"/cases/[caseId]/safety">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { version: askedVersion, add } = await searchParams;
  const { found, versions, reviews, clocks, records } = await orNotFound(
    reading(ctx, async (scoped) => {
      const row = await findCase(scoped, caseId);
      const versions = await listPlanVersions(scoped, caseId);
      return readAll({
        found: row,
        versions,
        reviews: lastSafetyReviews(scoped, caseId),
        clocks: readCaseClocks(scoped, [row]).then((read) => read.get(row.id) ?? []),
        records: readRecordVersions(scoped, versions[0]?.entries.map(({ id }) => id) ?? []),
      });
    }),
  );
  const { zone } = playbookOf(found).home;
  if (!may(ctx.actor, "field.safety"))
    return (
      <>
        <SafetyHead caseId={caseId} current="plan" />
        <Kept what={t("Safety plan")} />
      </>
    );
  const newest = versions[0];
  const shown = versions.find(({ version }) => String(version) === askedVersion) ?? newest;
  const old = shown && shown !== newest ? shown : null;
  const closed = found.closedAt !== null;
  return (
    <RecordVersions versions={records} zone={zone}>
      <SafetyHead caseId={caseId} current="plan" />
      {old ? (
        <Notice
          title={t("This is version {version}, of {when}", {
            version: old.version,
            when: formatInstant(old.savedAt, zone),
          })}
        >
          {rich("It is not the plan of today. <link>Back to the newest version</link>", {
            link: (words) => <PageLink href={`/cases/${caseId}/safety` as Route}>{words}</PageLink>,
          })}
        </Notice>
      ) : null}
      {newest ? null : (
        <Panel label={t("Safety plan")} padded={false}>
          <EmptyState icon="shield" title={t("Nothing is written yet")}>
            {t(
              "Begin with one person who can help, and with what to do first if it gets worse. The rest can come later.",
            )}
          </EmptyState>
        </Panel>
      )}
      <div className="cols cols--wide">
        <div className="stack stack--l">
          {bySection(shown?.entries ?? []).map(({ section, entries }) => (
            <PlanSectionPanel
              key={section}
              caseId={caseId}
              section={section}
              entries={entries}
              version={shown?.version ?? 0}
              adding={add === section}
              readOnly={closed || old !== null}
            />
          ))}
        </div>
        <div className="stack stack--l">
          <ReviewPanel
            caseId={caseId}
            about="plan"
            last={reviews.plan}
            clock={clocks.find(({ path }) => path === "/safety")}
            today={civilDate(ctx.now, zone)}
            closed={closed}
            empty={!newest}
          />
          <PlanVersions caseId={caseId} versions={versions} zone={zone} />
        </div>
      </div>
    </RecordVersions>
  );
}
