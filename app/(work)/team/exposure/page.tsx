import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { KindMark } from "@/app/(work)/_components/clock-marks";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readTeamExposure } from "@/lib/evidence/exposure/queries";
import { asksForTalk, gentleThreshold } from "@/lib/evidence/exposure/rules";
import { clockKindMeanings } from "@/lib/law/jurisdictions/labels";
import { t } from "@/lib/platform/language/translate";
import { ExposureChart } from "./_components/exposure-chart";
import { ExposureTable } from "./_components/exposure-table";

export const metadata: Metadata = { title: t("Exposure") };

export default async function ExposurePage() {
  const ctx = await requireCtx("team.read");
  const team = await readTeamExposure(ctx);
  const busy = team.filter((workerExposure) => workerExposure.weeks.slice(-1).some(asksForTalk));
  return (
    <Page>
      <PageHead title={t("Exposure")}>
        {rich("How much each person revealed, by week. Never what it was. <link>Back to the team</link>", {
          link: (words) => <PageLink href="/team">{words}</PageLink>,
        })}
      </PageHead>
      {busy.length > 0 ? (
        <Notice
          kind="warning"
          icon="users"
          title={t("Ask how they are: {value}", {
            value: busy.map((workerExposure) => workerExposure.name).join(", "),
          })}
        >
          {t("They revealed {gentleThreshold} or more this week.", { gentleThreshold })} <KindMark kind="D" />{" "}
          {t("The number is no measure of harm: ask, and offer to share the work.")}
        </Notice>
      ) : null}
      {team.length === 0 ? (
        <Panel label={t("Exposure")} padded={false}>
          <EmptyState icon="users" title={t("No caseworkers yet")} level={2}>
            {t("An administrator invites them. What each one reveals is counted here.")}
          </EmptyState>
        </Panel>
      ) : (
        <>
          <Panel
            title={t("Reveals in each of the last 8 weeks")}
            id="weeks"
            foot={t(
              "Weeks run from Monday to Sunday in the office’s time zone. The line is at {gentleThreshold} a week, the level at which we suggest a talk: {value}.",
              { gentleThreshold, value: clockKindMeanings.D },
            )}
          >
            <div className="cols cols--2">
              {team.map((workerExposure) => (
                <ExposureChart key={workerExposure.memberId} person={workerExposure} />
              ))}
            </div>
          </Panel>
          <ExposureTable team={team} />
        </>
      )}
    </Page>
  );
}
