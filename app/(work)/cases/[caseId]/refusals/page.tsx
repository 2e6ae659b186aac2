import type { Metadata, Route } from "next";
import { Fragment } from "react";
import { orNotFound } from "@/app/_shell/or-not-found";
import { EmptyState } from "@/app/_ui/empty-state";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { KindLegend } from "@/app/(work)/_components/clock-marks";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { readRefusalDesk } from "@/lib/escalation/refusals/queries";
import { reading } from "@/lib/kernel/access/query";
import { findPlaybook } from "@/lib/law/jurisdictions/rules";
import { offerBodies } from "@/lib/organisation/bodies/queries";
import { t } from "@/lib/platform/language/translate";
import { pageOf, readPage, withQuery } from "@/lib/platform/paging";
import { wallTime } from "@/lib/platform/time/zone";
import { zoneChoices } from "../../choices";
import { LogRefusalForm } from "./_components/log-refusal-form";
import { RefusalPanel } from "./_components/refusal-panel";
import { RungLadder } from "./_components/rung-ladder";
import { SayOnTheSpot } from "./_components/say-on-the-spot";

export const metadata: Metadata = { title: t("Refusals") };

/** Each has what was said, the current level of the complaint, and its forms. */
const refusalsOnPage = 10;

export default async function RefusalsPage({ params, searchParams }: PageProps<"/cases/[caseId]/refusals">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { step, page: asked, number } = await searchParams;
  const { found, desk, offices } = await orNotFound(
    reading(ctx, async (scoped) => {
      const row = await findCase(scoped, caseId);
      const pinned = findPlaybook(row.pair, row.playbookVersion);
      const countries = pinned ? [pinned.home.code, pinned.there.code] : [];
      const [refusals, bodies] = await Promise.all([
        readRefusalDesk(scoped, caseId),
        offerBodies(scoped, { countries }),
      ]);
      return { found: row, desk: refusals, offices: bodies };
    }),
  );
  const playbook = findPlaybook(found.pair, found.playbookVersion);
  const zones = zoneChoices(playbook ? [playbook] : [], ctx.now);
  const open = desk.refusals.filter((refusal) => refusal.settledOn === null);
  const list = pageOf(desk.refusals, readPage(asked), {
    size: refusalsOnPage,
    holds: (refusal) => String(refusal.number) === number,
  });
  return (
    <>
      <PageHead guide="record-a-refusal" title={t("Refusals")} level={2}>
        {t("Who would not do their part, when and in which words, and the complaint, one level at a time")}
      </PageHead>
      <div className="cols cols--wide">
        <div className="stack stack--l">
          {desk.refusals.length === 0 ? (
            <Panel label={t("Log of refusals")} padded={false}>
              <EmptyState icon="ban" title={t("No refusal logged")}>
                {t("If somebody sends the client away, log it on the same day. The complaint is written from the log.")}
              </EmptyState>
            </Panel>
          ) : null}
          {list.rows.map((refusal) => (
            <RefusalPanel
              key={refusal.id}
              caseId={caseId}
              refusal={refusal}
              today={desk.today}
              zones={playbook ? [playbook.home.zone, playbook.there.zone] : [desk.homeZone]}
            />
          ))}
          <NumberedPager
            list={list}
            size={refusalsOnPage}
            of={t("refusals, newest first")}
            at={(page) => withQuery(`/cases/${caseId}/refusals`, { page }) as Route}
          />
          {desk.steps.length > 0 ? (
            <LogRefusalForm
              caseId={caseId}
              steps={desk.steps}
              step={typeof step === "string" ? step : undefined}
              exhibits={desk.exhibits}
              offices={offices}
              zones={zones}
              now={wallTime(ctx.now, desk.homeZone)}
              open={desk.refusals.length === 0 || typeof step === "string"}
            />
          ) : null}
        </div>
        <div className="stack stack--l">
          {desk.branches.map((branch) => (
            <Fragment key={branch.key}>
              <SayOnTheSpot facts={branch.onTheSpot} />
              <RungLadder caseId={caseId} rungs={branch.rungs} open={open} />
            </Fragment>
          ))}
        </div>
      </div>
      <p>
        <KindLegend />
      </p>
    </>
  );
}
