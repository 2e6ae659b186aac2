import type { Metadata, Route } from "next";
import { cookies } from "next/headers";
import { orNotFound } from "@/app/_shell/or-not-found";
import { RecordVersions } from "@/app/_ui/clash";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { OwnFieldsPanel } from "@/app/(work)/_components/own-fields-panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { readCustomValues } from "@/lib/casework/custom-values/read-custom-values";
import { versionOfValues } from "@/lib/casework/custom-values/rules";
import { getDanger } from "@/lib/casework/danger/queries";
import { listPinnedNotes } from "@/lib/casework/notes/queries";
import { readSafetyState } from "@/lib/casework/safety/queries";
import { listMatches } from "@/lib/casework/subjects/matches/queries";
import { matchLine } from "@/lib/casework/subjects/matches/rules";
import { readSubjectZone } from "@/lib/casework/subjects/queries";
import { ladderOf, playbookOf } from "@/lib/escalation/ladder/queries";
import { atRest } from "@/lib/escalation/ladder/rules";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { emergencyLines } from "@/lib/law/jurisdictions/rules";
import { cameFrom } from "@/lib/operations/imports/labels";
import { readOrigin } from "@/lib/operations/imports/queries";
import { listMissing } from "@/lib/oversight/missing/queries";
import { carryText } from "@/lib/oversight/search/carry-text";
import { soughtCookie } from "@/lib/oversight/search/sought-cookie";
import { listLatest } from "@/lib/oversight/timeline/queries";
import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { DangerNotice } from "../_components/danger-notice";
import { SafetyPanel } from "../_components/safety-panel";
import type { Carried } from "../new/carried";
import { LadderPicture } from "./_components/ladder/ladder-picture";
import { ClocksPanel } from "./_components/overview/clocks-panel";
import { LatestPanel } from "./_components/overview/latest-panel";
import { MissingPanel } from "./_components/overview/missing-panel";
import { NextStepPanel } from "./_components/overview/next-step-panel";
import { OpenedNotice } from "./_components/overview/opened-notice";
import { PrintButton } from "./_components/overview/print-button";
import { amendCaseFieldsAction } from "./settings/actions";

export const metadata: Metadata = { title: t("Case overview") };

export default async function CaseOverviewPage({ params, searchParams }: PageProps<"/cases/[caseId]">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const { opened } = await searchParams;
  const {
    found,
    view,
    matches,
    origin,
    danger,
    latest,
    pinned: pins,
    there,
    safety,
    missing,
    own,
    versions,
  } = await orNotFound(
    reading(ctx, async (scoped) => {
      const finding = findCase(scoped, caseId);
      // An id that is none would end the transaction for everything that is asked beside it.
      if (!isId(caseId)) await finding;
      const [found, view, matches, origin, danger, latest, pinned, there, safety, missing, own, versions] =
        await Promise.all([
          finding,
          finding.then((row) => ladderOf(scoped, row)),
          listMatches(scoped, caseId),
          readOrigin(scoped, caseId),
          getDanger(scoped, caseId),
          listLatest(scoped, caseId, 5),
          listPinnedNotes(scoped, caseId),
          readSubjectZone(scoped, caseId),
          readSafetyState(scoped, caseId),
          listMissing(scoped, caseId),
          readCustomValues(scoped, "case", [caseId]),
          readRecordVersions(scoped, [versionOfValues(caseId)]),
        ]);
      const known = { found, view, matches, origin, danger: danger.question, latest, pinned, there, safety, missing };
      return { ...known, own: own.get(caseId) ?? [], versions };
    }),
  );
  const alike = matchLine(matches);
  const today = civilDate(ctx.now, playbookOf(found).home.zone);
  const pinned = formatDate(civilDate(found.openedAt, "UTC"));
  return (
    <>
      {opened === "now" || opened === "number" ? (
        <Opened found={found} number={opened === "number" ? await carriedNumber(ctx) : null} />
      ) : null}
      <PageHead guide="my-work" title={t("Overview")} level={2} actions={<PrintButton />}>
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
      {found.closedAt ? null : <MissingPanel missing={missing} />}
      <RecordVersions versions={versions} zone={playbookOf(found).home.zone}>
        <OwnFieldsPanel
          recordId={caseId}
          idName="caseId"
          fields={own}
          action={amendCaseFieldsAction}
          mayChange={!found.closedAt}
        />
      </RecordVersions>
      <LatestPanel
        caseId={caseId}
        latest={latest}
        pinned={pins}
        home={playbookOf(found).home.zone}
        there={there ?? "UTC"}
      />
      {found.closedAt ? null : <SafetyPanel caseId={caseId} state={safety} clocks={view.clocks} />}
      <LadderPicture
        view={found.closedAt ? atRest(view) : view}
        caseId={caseId}
        homeCaption={t("Where {pseudonym} lives", { pseudonym: found.pseudonym })}
        thereCaption={t("Where the subject is said to be")}
      />
    </>
  );
}

type OpenedProps = { found: Awaited<ReturnType<typeof findCase>>; number: string | null };

/** What opening the case did, first for a client in danger whom to phone. `number`: typed, and not saved yet. */
function Opened({ found, number }: OpenedProps) {
  return (
    <OpenedNotice title={t("Case {code} is open for {pseudonym}", { code: found.code, pseudonym: found.pseudonym })}>
      {found.inDanger ? (
        <p className="strong">{t("Phone first: {lines}", { lines: emergencyLines([playbookOf(found)]) })}</p>
      ) : null}
      {number ? (
        <p>
          {rich("This number is not saved yet: <ref>{number}</ref>. <link>Record it and say what kind it is</link>", {
            number,
            ref: (words) => <span className="ref">{words}</span>,
            link: (words) => <PageLink href={`/cases/${found.id}/references` as Route}>{words}</PageLink>,
          })}
        </p>
      ) : null}
      <p>{t("All that you typed is saved. The next step, and what is missing, is below.")}</p>
    </OpenedNotice>
  );
}

async function carriedNumber(ctx: Ctx): Promise<string | null> {
  const carried = carryText(ctx, "client").open((await cookies()).get(soughtCookie("client").name)?.value);
  return carried ? ((JSON.parse(carried) as Carried).number ?? null) : null;
}
