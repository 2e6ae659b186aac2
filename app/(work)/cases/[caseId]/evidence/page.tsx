import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Button } from "@/app/_ui/button";
import { classes } from "@/app/_ui/classes";
import { EmptyState } from "@/app/_ui/empty-state";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { PickAll, PickBar } from "@/app/_ui/pick-bar";
import { NotOpened } from "@/app/(work)/_components/not-opened";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { isStopped } from "@/lib/casework/minors-stop/access";
import { readSubjectZone } from "@/lib/casework/subjects/queries";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { listMarks } from "@/lib/evidence/exhibits/list-marks";
import { type ExhibitList, listExhibitPage, readCaptureChoices } from "@/lib/evidence/exhibits/queries";
import type { ExhibitMarks } from "@/lib/evidence/exhibits/types";
import { listNearCopies } from "@/lib/evidence/likenesses/queries";
import type { NearCopy } from "@/lib/evidence/likenesses/types";
import { scanStandings } from "@/lib/evidence/scans/queries";
import type { ScanStanding } from "@/lib/evidence/scans/types";
import { stampSummaries } from "@/lib/evidence/timestamps/queries";
import type { StampSummary } from "@/lib/evidence/timestamps/types";
import { reading } from "@/lib/kernel/access/query";
import { isId } from "@/lib/platform/ids";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import type { CaptureOptions } from "./_components/capture-fields";
import { ExhibitTile, type Zones } from "./_components/exhibit-tile";
import { FileClaims } from "./_components/file-claims";
import { GapFiller } from "./_components/gap-filler";
import { ImageStop, ImageStopStands } from "./_components/image-stop";
import { LookWatcher } from "./_components/look-watcher";
import { PickedExhibit } from "./_components/picked-exhibit";
import { UploadSheet } from "./_components/upload-sheet";
import { Worklist } from "./_components/worklist";
import { type ListState, listAddress, readState, worklistOf } from "./list-view";
import { captureOptions } from "./options";

export const metadata: Metadata = { title: t("Evidence") };

export default async function EvidencePage({ params, searchParams }: PageProps<"/cases/[caseId]/evidence">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const search = await searchParams;
  const asked = readState(search);
  const { found, list, choices, marks, stamps, scans, stopped, subjectZone, near } = await orNotFound(
    reading(ctx, async (scoped) => {
      const finding = findCase(scoped, caseId);
      // An id that is none would end the transaction for everything that is asked beside it.
      if (!isId(caseId)) await finding;
      const [found, page, choices, stopped, subjectZone, near] = await Promise.all([
        finding,
        listExhibitPage(scoped, caseId, { ...asked, picked: asked.exhibit }),
        readCaptureChoices(scoped, caseId),
        isStopped(scoped, caseId),
        readSubjectZone(scoped, caseId),
        listNearCopies(scoped, caseId),
      ]);
      const ids = [...page.rows, ...(page.picked ? [page.picked] : [])].map((exhibit) => exhibit.id);
      const [marks, stamps, scans] = await Promise.all([
        listMarks(scoped, caseId, ids),
        stampSummaries(scoped, caseId, ids),
        scanStandings(scoped, caseId, ids),
      ]);
      return { found, list: page, choices, marks, stamps, scans, stopped, subjectZone, near };
    }),
  );
  const state: ListState = { ...asked, page: list.page };
  const playbook = playbookOf(found);
  // Where the subject lives is not guessed from the country: UTC claims nothing.
  const zones = { home: playbook.home.zone, there: subjectZone ?? "UTC" };
  const options = captureOptions(choices, playbook, ctx.now);
  const beside = list.picked ?? list.rows[0];
  const stampOf = (id: string) => stamps.states.get(id) ?? stamps.otherwise;
  const scanOf = (id: string) => scans.standings.get(id) ?? scans.otherwise;
  const stops = stopped || found.closedAt !== null;
  return (
    <>
      <PageHead
        guide="add-evidence"
        title={t("Evidence")}
        level={2}
        actions={
          <>
            <LinkButton icon="message-square" href={`/cases/${caseId}/evidence/chats`}>
              {t("Chats")}
            </LinkButton>
            <LinkButton icon="stamp" href={`/cases/${caseId}/evidence/certificates`}>
              {t("Certificates")}
            </LinkButton>
            {stops ? null : (
              <LinkButton icon="link" href={`/cases/${caseId}/evidence/capture`}>
                {t("Browser extension")}
              </LinkButton>
            )}
            {stops ? null : (
              <UploadSheet
                caseId={caseId}
                options={options}
                memberId={ctx.actor.memberId ?? ""}
                starts={search.add === "files"}
              />
            )}
          </>
        }
      >
        {t("{all}, original bytes kept. Pictures stay blurred; each reveal is logged.", {
          all: plural(list.all, "exhibit"),
        })}
      </PageHead>
      {stops ? (
        <NoMore caseId={caseId} stopped={stopped} />
      ) : (
        <noscript>
          <Notice kind="warning" title={t("Adding files needs script")}>
            {t("Switch JavaScript on for this site to send files. Everything else on this page works without it.")}
          </Notice>
        </noscript>
      )}
      {list.all > 0 ? (
        <Worklist
          caseId={caseId}
          state={state}
          lines={worklistOf(list.counts)}
          picked={list.need}
          shown={list.rows.length}
          of={list.all}
        />
      ) : null}
      {list.rows.some((exhibit) => exhibit.notOpened) ? <NotOpened /> : null}
      <div className="cols cols--main">
        <Exhibits
          list={list}
          zones={zones}
          marks={marks}
          stampOf={stampOf}
          scanOf={scanOf}
          stopped={stopped}
          state={state}
          caseId={caseId}
          beside={beside?.number}
          platforms={new Map(options.platforms.map(({ value, label }) => [value, label]))}
          near={near}
          options={options}
          mayFill={!found.closedAt}
        />
        {beside ? (
          <div className={classes("beside", !list.picked && "beside--offered")}>
            <PickedExhibit
              exhibit={beside}
              zones={zones}
              marks={marks.get(beside.id)}
              stamp={stampOf(beside.id)}
              scan={scanOf(beside.id)}
              duplicateOf={list.duplicates.get(beside.id)}
              near={near.get(beside.id)}
            />
          </div>
        ) : null}
      </div>
      {stops ? null : <ImageStop caseId={caseId} stopped={false} />}
      <LookWatcher waiting={list.unseen} />
    </>
  );
}

type ListProps = {
  list: ExhibitList;
  zones: Zones;
  marks: ReadonlyMap<string, ExhibitMarks>;
  stampOf: (exhibitId: string) => StampSummary;
  scanOf: (exhibitId: string) => ScanStanding;
  stopped: boolean;
  platforms: ReadonlyMap<string, string>;
  state: ListState;
  caseId: string;
  near: ReadonlyMap<string, NearCopy>;
  options: CaptureOptions;
  /** What is missing can be filled in: the case is open. */
  mayFill: boolean;
  /** The number of the one that is shown beside the list. */
  beside: number | undefined;
};

const editForm = "edit-exhibits";

function Exhibits(props: ListProps) {
  const { list, zones, marks, stampOf, scanOf, stopped, platforms, state, caseId, beside, near, options, mayFill } =
    props;
  if (list.rows.length === 0) {
    return (
      <Panel label={t("Exhibits")} padded={false}>
        <EmptyState icon="image" title={t("No exhibit yet")}>
          {t(
            "Screenshots, saved pages, original e-mails, exports: add what the client sent you, as it is. Each file gets a number and a hash, and nothing about it changes after that.",
          )}
        </EmptyState>
      </Panel>
    );
  }
  const tiles = (
    <div className="tiles">
      {list.rows.map((exhibit) => (
        <ExhibitTile
          key={exhibit.id}
          exhibit={exhibit}
          zones={zones}
          platform={platforms.get(exhibit.platform ?? exhibit.account?.platform ?? "")}
          marks={marks.get(exhibit.id)}
          stamp={stampOf(exhibit.id)}
          scan={scanOf(exhibit.id)}
          stopped={stopped}
          duplicateOf={list.duplicates.get(exhibit.id)}
          near={near.get(exhibit.id)}
          state={state}
          isBeside={exhibit.number === beside}
          pickFor={editForm}
        />
      ))}
    </div>
  );
  return (
    <div className="stack">
      {mayFill ? <FileClaims caseId={caseId} exhibits={list.rows} zones={options.zones} /> : null}
      <PickAll form={editForm} />
      {mayFill ? <GapFiller options={options}>{tiles}</GapFiller> : tiles}
      <PickBar form={editForm} action={`/cases/${caseId}/evidence/edit`} label={t("Ticked exhibits")}>
        <Button type="submit" icon="pencil">
          {t("Edit the ticked exhibits")}
        </Button>
      </PickBar>
      <NumberedPager
        list={list}
        of={t("exhibits, newest first")}
        at={(page) => listAddress(caseId, { ...state, page })}
      />
    </div>
  );
}

/** In place of the form, where no file is taken. */
function NoMore({ caseId, stopped }: { caseId: string; stopped: boolean }) {
  if (stopped) return <ImageStopStands caseId={caseId} />;
  return (
    <Notice kind="info" title={t("This case is closed")}>
      {t("Reopen it to add exhibits. What is kept stays here.")}
    </Notice>
  );
}
