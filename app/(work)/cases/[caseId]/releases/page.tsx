import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { EmptyState } from "@/app/_ui/empty-state";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { RecallPanel } from "@/app/(work)/_components/recall-panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { pickExhibits } from "@/lib/casework/incidents/queries";
import { listSignedHere } from "@/lib/client/papers/queries";
import { getAuthorityDesk } from "@/lib/escalation/written-authorities/queries";
import { standingOf } from "@/lib/handover/officers/rules";
import { listCaseRecalls } from "@/lib/handover/recalls/queries";
import { listReleases } from "@/lib/handover/releases/queries";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { officeZone } from "@/lib/law/office/rules";
import { listLiaisons } from "@/lib/organisation/members/queries";
import { t } from "@/lib/platform/language/translate";
import { pageOf, readPage, withQuery } from "@/lib/platform/paging";
import { AuthorityPanel } from "./_components/authority-panel";
import { GrantReleaseForm } from "./_components/grant-release-form";
import { RecordAuthorityForm } from "./_components/record-authority-form";
import { ReleaseEntry } from "./_components/release-entry";

export const metadata: Metadata = { title: t("Releases") };

/** Each has its forms. */
const releasesOnPage = 20;

export default async function ReleasesPage({ params, searchParams }: PageProps<"/cases/[caseId]/releases">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const asked = readPage((await searchParams).page);
  const { releases, exhibits, liaisons, recalls, desk, signedHere } = await orNotFound(
    reading(ctx, (scoped) =>
      readAll({
        releases: listReleases(scoped, caseId),
        exhibits: pickExhibits(scoped, caseId),
        liaisons: listLiaisons(scoped),
        recalls: listCaseRecalls(scoped, caseId),
        desk: getAuthorityDesk(scoped, caseId),
        signedHere: listSignedHere(scoped, caseId),
      }),
    ),
  );
  const list = pageOf(releases, asked, { size: releasesOnPage });
  const officers = liaisons.map(({ confirmedAt, fromBefore, ...officer }) => ({
    ...officer,
    isConfirmed: standingOf({ confirmedAt, fromBefore }) !== "unconfirmed",
  }));
  return (
    <>
      <PageHead guide="release-information" title={t("Releases")} level={2}>
        {t("What the client signed: which officers may receive what, why, and until when. Nothing leaves without one")}
      </PageHead>
      <Panel label={t("Releases")} padded={false}>
        {list.rows.map((release) => (
          <ReleaseEntry
            key={release.id}
            caseId={caseId}
            release={release}
            officers={officers}
            exhibits={exhibits}
            paperId={signedHere.get(release.id) ?? null}
          />
        ))}
        {releases.length === 0 ? (
          <EmptyState icon="stamp" title={t("No release yet")}>
            {t(
              "A release names officers and what they may have. Without one, nothing of a packet can be handed to them.",
            )}
          </EmptyState>
        ) : null}
        <NumberedPager
          list={list}
          size={releasesOnPage}
          of={t("releases, newest first")}
          at={(page) => withQuery(`/cases/${caseId}/releases`, { page }) as Route}
        />
      </Panel>
      <RecallPanel recalls={recalls} zone={officeZone()} />
      <GrantReleaseForm caseId={caseId} officers={officers} exhibits={exhibits} open={releases.length === 0} />
      <AuthorityPanel caseId={caseId} desk={desk} />
      <RecordAuthorityForm caseId={caseId} desk={desk} />
    </>
  );
}
