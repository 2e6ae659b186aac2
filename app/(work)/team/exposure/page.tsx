import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { EmptyState } from "@/app/_ui/empty-state";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { KindMark } from "@/app/(work)/_components/clock-marks";
import { requireCtx } from "@/lib/auth/sessions/session";
import { readTeamExposure } from "@/lib/evidence/exposure/queries";
import { asksForTalk, gentleThreshold } from "@/lib/evidence/exposure/rules";
import { clockKindMeanings } from "@/lib/law/jurisdictions/labels";
import { ExposureChart } from "./_components/exposure-chart";
import { ExposureTable } from "./_components/exposure-table";

export const metadata: Metadata = { title: "Exposure" };

export default async function ExposurePage() {
  const ctx = await requireCtx("team.read");
  const team = await readTeamExposure(ctx);
  const busy = team.filter((workerExposure) => workerExposure.weeks.slice(-1).some(asksForTalk));
  return (
    <Page>
      <PageHead title="Exposure">
        How much each person revealed, by week. Never what it was. <PageLink href="/team">Back to the team</PageLink>
      </PageHead>
      {busy.length > 0 ? (
        <Notice
          kind="warning"
          icon="users"
          title={`Ask how they are: ${busy.map((workerExposure) => workerExposure.name).join(", ")}`}
        >
          They revealed {gentleThreshold} or more this week. <KindMark kind="D" /> The number is no measure of harm:
          ask, and offer to share the work.
        </Notice>
      ) : null}
      {team.length === 0 ? (
        <Panel label="Exposure" padded={false}>
          <EmptyState icon="users" title="No caseworkers yet" level={2}>
            An administrator invites them. What each one reveals is counted here.
          </EmptyState>
        </Panel>
      ) : (
        <>
          <Panel
            title="Reveals in each of the last 8 weeks"
            id="weeks"
            foot={
              <>
                Weeks run from Monday to Sunday on the office clock. The line stands at {gentleThreshold} a week, from
                which we suggest a talk: {clockKindMeanings.D}.
              </>
            }
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
