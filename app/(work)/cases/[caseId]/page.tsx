import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { getDanger } from "@/lib/casework/danger/queries";
import { listPinnedNotes } from "@/lib/casework/notes/queries";
import { listMatches } from "@/lib/casework/subjects/matches/queries";
import { matchLine } from "@/lib/casework/subjects/matches/rules";
import { readSubjectZone } from "@/lib/casework/subjects/queries";
import { ladderOf, playbookOf } from "@/lib/escalation/ladder/queries";
import { atRest } from "@/lib/escalation/ladder/rules";
import { reading } from "@/lib/kernel/access/query";
import { cameFrom } from "@/lib/operations/imports/labels";
import { readOrigin } from "@/lib/operations/imports/queries";
import { listLatest } from "@/lib/oversight/timeline/queries";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { DangerNotice } from "../_components/danger-notice";
import { LadderPicture } from "./_components/ladder/ladder-picture";
import { ClocksPanel } from "./_components/overview/clocks-panel";
import { LatestPanel } from "./_components/overview/latest-panel";
import { NextStepPanel } from "./_components/overview/next-step-panel";
import { PrintButton } from "./_components/overview/print-button";

export const metadata: Metadata = { title: t("Case overview") };

export default async function CaseOverviewPage({ params }: PageProps<"/cases/[caseId]">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const {
    found,
    view,
    matches,
    origin,
    danger,
    latest,
    pinned: pins,
    there,
  } = await orNotFound(
    reading(ctx, async (scoped) => {
      const row = await findCase(scoped, caseId);
      const [view, matches, origin, danger, latest, pinned, there] = await Promise.all([
        ladderOf(scoped, row),
        listMatches(scoped, caseId),
        readOrigin(scoped, caseId),
        getDanger(scoped, caseId),
        listLatest(scoped, caseId, 5),
        listPinnedNotes(scoped, caseId),
        readSubjectZone(scoped, caseId),
      ]);
      return { found: row, view, matches, origin, danger: danger.question, latest, pinned, there };
    }),
  );
  const alike = matchLine(matches);
  const today = civilDate(ctx.now, playbookOf(found).home.zone);
  const pinned = formatDate(civilDate(found.openedAt, "UTC"));
  return (
    <>
      <PageHead title={t("Overview")} level={2} actions={<PrintButton />}>
        {t("Playbook {pairName}, version {version}, pinned {pinned}", {
          pairName: view.pairName,
          version: view.version,
          pinned,
        })}
      </PageHead>
      <p className="printonly">
        {t("Printed by {name}, {formatDate}. {pseudonym}, {code}.", {
          name: ctx.actor.name,
          formatDate: formatDate(civilDate(ctx.now, "UTC")),
          pseudonym: found.pseudonym,
          code: found.code,
        })}
      </p>
      {origin ? (
        <p className="muted noprint">
          {t("{list} on {formatDate}", {
            list: cameFrom(origin.list, origin.row),
            formatDate: formatDate(civilDate(origin.at, "UTC")),
          })}
        </p>
      ) : null}
      {alike ? (
        <p className="noprint">
          {alike} <PageLink href={`/cases/${caseId}/subjects` as Route}>{t("See which")}</PageLink>
        </p>
      ) : null}
      {found.closedAt ? null : <DangerNotice caseId={caseId} question={danger} today={today} />}
      {found.closedAt ? (
        <Notice title={t("This case is closed")}>
          {rich(
            "Its clocks are stopped and no reminders are sent. The ladder below is as it was left. <link>See how it ended, or reopen it</link>",
            { link: (words) => <PageLink href={`/cases/${caseId}/close` as Route}>{words}</PageLink> },
          )}
        </Notice>
      ) : (
        <div className="cols cols--wide cols--even noprint">
          <NextStepPanel view={view} caseId={caseId} />
          <ClocksPanel clocks={view.clocks} caseId={caseId} />
        </div>
      )}
      <LatestPanel
        caseId={caseId}
        latest={latest}
        pinned={pins}
        home={playbookOf(found).home.zone}
        there={there ?? "UTC"}
      />
      <LadderPicture
        view={found.closedAt ? atRest(view) : view}
        caseId={caseId}
        homeCaption={t("Where {pseudonym} lives", { pseudonym: found.pseudonym })}
        thereCaption={t("Where the subject is said to be")}
      />
    </>
  );
}
