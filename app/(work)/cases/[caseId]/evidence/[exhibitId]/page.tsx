import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { DownloadButton } from "@/app/_ui/button";
import { RecordVersions } from "@/app/_ui/clash";
import { PageLink } from "@/app/_ui/page-link";
import { NumberedPager } from "@/app/_ui/pager";
import { PageHead, Panel } from "@/app/_ui/panel";
import { UnlessFrozen } from "@/app/_ui/unless-frozen";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { findCase } from "@/lib/casework/cases/access";
import { pickExhibits } from "@/lib/casework/incidents/queries";
import { readStopState } from "@/lib/casework/minors-stop/queries";
import { readSubjectZone } from "@/lib/casework/subjects/queries";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { findItemOf } from "@/lib/escalation/takedowns/find-item-of";
import { readArchive } from "@/lib/evidence/archives/queries";
import type { ArchiveView } from "@/lib/evidence/archives/types";
import { readCaptureOf } from "@/lib/evidence/captures/queries";
import { listPictures } from "@/lib/evidence/clearances/queries";
import { listCopies } from "@/lib/evidence/copies/queries";
import { canStrip } from "@/lib/evidence/copies/rules";
import { listMarks } from "@/lib/evidence/exhibits/list-marks";
import { readCaptureChoices, readExhibit } from "@/lib/evidence/exhibits/queries";
import { hasPicture, isSavedPage, savedPageMime } from "@/lib/evidence/exhibits/rules";
import type { ExhibitView } from "@/lib/evidence/exhibits/types";
import { readMyExposure } from "@/lib/evidence/exposure/queries";
import { readClaims } from "@/lib/evidence/exposure/read-claims";
import { showPictureWords } from "@/lib/evidence/exposure/show-picture-words";
import { type ShownWords, showWords } from "@/lib/evidence/exposure/show-words";
import { listNearCopies } from "@/lib/evidence/likenesses/queries";
import { readPlaying } from "@/lib/evidence/recordings/queries";
import { isRecording, recordingOf } from "@/lib/evidence/recordings/rules";
import { listWordCovers } from "@/lib/evidence/redactions/queries";
import { readScan } from "@/lib/evidence/scans/queries";
import { listStamps } from "@/lib/evidence/timestamps/queries";
import { readTranscript } from "@/lib/evidence/transcripts/queries";
import { listTranslations } from "@/lib/evidence/translations/queries";
import { listReleases } from "@/lib/handover/releases/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { reading } from "@/lib/kernel/access/query";
import { readAll } from "@/lib/kernel/access/read-all";
import { readRecordVersions } from "@/lib/kernel/access/record-versions";
import { may } from "@/lib/kernel/access/roles";
import { attachLimit } from "@/lib/packets/packets/snapshot/snapshot";
import { t } from "@/lib/platform/language/translate";
import { lastPage, pageOf, readPage, withQuery } from "@/lib/platform/paging";
import { StorageError } from "@/lib/platform/storage/storage";
import { civilDate } from "@/lib/platform/time/clock";
import { zoneChoices } from "../../../choices";
import { AddressForm } from "../_components/address-form";
import { AddressLook } from "../_components/address-look";
import { AmendForm } from "../_components/amend-form";
import { ArchivePanel } from "../_components/archive-panel";
import { CapturedPagePanel } from "../_components/captured-page-panel";
import { CopiesPanel } from "../_components/copies-panel";
import { CoversPanel } from "../_components/covers-panel";
import { CustodyPanel } from "../_components/custody-panel";
import { InsidePanel } from "../_components/inside-panel";
import { LeavingPanel } from "../_components/leaving-panel";
import { LookWatcher } from "../_components/look-watcher";
import { MailPanel } from "../_components/mail-panel";
import { NearCopyPanel } from "../_components/near-copy";
import { PictureWordsPanel } from "../_components/picture-words-panel";
import { PlatePanel } from "../_components/plate-panel";
import { Recording } from "../_components/recording";
import { SavedPagesPanel } from "../_components/saved-pages-panel";
import { ScanPanel } from "../_components/scan-panel";
import { StillsPanel } from "../_components/stills-panel";
import { TakePanel } from "../_components/take-panel";
import { TimeStamps } from "../_components/time-stamps";
import { TranscriptPanel } from "../_components/transcript-panel";
import { TranslationsPanel } from "../_components/translations-panel";
import { UsePanel } from "../_components/use-panel";
import { WordsPanel } from "../_components/words-panel";
import { knownOf } from "../known-capture";
import { captureOptions } from "../options";

/** What has no words is no saved page. */
const noArchive: ArchiveView = { facts: null, pages: [], members: [], inside: [], noBrowser: null };

/** Files of an archive on one page of their list: each has a form. */
const mostMembers = 25;

export const metadata: Metadata = { title: t("Exhibit") };

export default async function ExhibitPage({ params, searchParams }: PageProps<"/cases/[caseId]/evidence/[exhibitId]">) {
  const ctx = await requireCtx("case.read");
  const { caseId, exhibitId } = await params;
  const { lines: asked, files: askedFiles } = await searchParams;
  const words = await orNotFound(wordsOf(() => showWords(ctx, caseId, exhibitId)));
  const inPictures = await orNotFound(wordsOf(() => showPictureWords(ctx, caseId, exhibitId)));
  const read = await orNotFound(readExhibitPage(ctx, caseId, exhibitId, words));
  const {
    found,
    page,
    choices,
    claims,
    near,
    copies,
    stop,
    week,
    stamps,
    releases,
    marks,
    versions,
    scan,
    pictures,
    printed,
    translated,
    subjectZone,
    watched,
    exhibits,
    capture,
    playing,
    spoken,
    archive,
  } = read;
  const { exhibit, ledger } = page;
  // The newest lines first of all: what was just done is at the end.
  const lines = pageOf(ledger.events, asked === undefined ? lastPage(ledger.events.length) : readPage(asked));
  const playbook = playbookOf(found);
  // Where the subject lives is not guessed from the country: UTC claims nothing.
  const zones = { home: playbook.home.zone, there: subjectZone ?? "UTC" };
  const { stopped } = stop;
  const confirm = may(ctx.actor, "exhibit.let_out") ? await askedToConfirm(ctx, "exhibit.let_out") : null;
  const given = !scan.held || !!scan.letOut?.mine;
  const members = pageOf(archive.members, readPage(askedFiles), { size: mostMembers });
  const take = exhibit.sensitivity === "intimate" ? await askedToConfirm(ctx, "exhibit.take_intimate") : "none";
  return (
    <>
      <PageHead
        title={t("Exhibit {label}", { label: exhibit.label })}
        level={2}
        actions={
          stopped ? null : (
            <Downloads exhibitId={exhibit.id} strip={canStrip(exhibit.look)} original={given && take === "none"} />
          )
        }
      >
        {exhibit.description}. <PageLink href={`/cases/${caseId}/evidence`}>{t("All exhibits")}</PageLink>
      </PageHead>
      <div className="cols cols--wide">
        <div className="stack stack--l">
          {words ? (
            <WordsPanel
              exhibitId={exhibit.id}
              sensitivity={exhibit.sensitivity}
              words={foldedFor(exhibit, words)}
              zone={zones.home}
            />
          ) : null}
          <PlatePanel
            {...{ exhibit, zones, week, stopped, attachLimit }}
            read={words !== null}
            masked={copies.masked.length > 0}
            covered={printed.covers.length > 0}
            marks={marks}
            player={
              recordingOf(exhibit.look) && !stopped ? (
                <Recording exhibit={exhibit} open={playing.open} held={scan.held} />
              ) : null
            }
          />
          {isSavedPage(exhibit.look) && !exhibit.look?.problem && !stopped ? (
            <SavedPagesPanel exhibitId={exhibit.id} label={exhibit.label} archive={archive} zones={zones} />
          ) : null}
          {archive.facts ? (
            <ArchivePanel
              caseId={caseId}
              exhibitId={exhibit.id}
              label={exhibit.label}
              facts={archive.facts}
              members={members.rows}
              zones={zones}
              canTake={!stopped && !scan.held && !found.closedAt}
            >
              <NumberedPager
                list={members}
                of={t("files, in the order of the archive")}
                size={mostMembers}
                at={(to) => `${withQuery(`/cases/${caseId}/evidence/${exhibitId}`, { files: to })}#archive` as Route}
              />
            </ArchivePanel>
          ) : null}
          {capture ? <CapturedPagePanel capture={capture} caseId={caseId} zones={zones} /> : null}
          {words?.mail ? (
            <MailPanel
              mail={words.mail}
              headers={words.headers}
              attachments={words.attachments}
              zones={zones}
              folded={exhibit.sensitivity !== "ordinary"}
              savedPage={exhibit.look?.mime === savedPageMime}
            />
          ) : null}
          {inPictures ? <PictureWordsPanel exhibitId={exhibit.id} read={inPictures} /> : null}
          {near ? <NearCopyPanel caseId={caseId} near={near} /> : null}
          <InsidePanel
            exhibit={exhibit}
            entries={claims.entries}
            hidden={claims.hidden}
            zones={zoneChoices([playbook], ctx.now)}
            mayFill={!found.closedAt && !stopped}
          />
          <ScanPanel exhibitId={exhibit.id} scan={scan} zone={zones.home} confirm={confirm} />
          <TimeStamps exhibitId={exhibit.id} view={stamps} zones={zones} />
          <CustodyPanel
            ledger={ledger}
            lines={lines.rows}
            exhibitId={exhibit.id}
            address={
              exhibit.sourceUrl === null ? null : watched ? (
                <AddressLook
                  caseId={caseId}
                  watched={watched}
                  exhibits={exhibits}
                  today={civilDate(ctx.now, zones.home)}
                  zone={zones.home}
                  closed={found.closedAt !== null}
                />
              ) : (
                <AddressForm exhibitId={exhibit.id} />
              )
            }
            zones={zones}
            releases={releases.map(({ id, code, recipient }) => ({ value: id, label: `${code}, ${recipient}` }))}
            zoneChoices={zoneChoices([playbook], ctx.now)}
          >
            <NumberedPager
              list={lines}
              of={t("lines, oldest first")}
              at={(to) => `${withQuery(`/cases/${caseId}/evidence/${exhibitId}`, { lines: to })}#custody` as Route}
            />
          </CustodyPanel>
        </div>
        <div className="stack stack--l">
          {take === "none" || !given || stopped ? null : <TakePanel confirm={take} />}
          <CopiesPanel
            caseId={caseId}
            exhibitId={exhibit.id}
            copies={copies}
            zones={zones}
            maskable={!stopped && hasPicture(exhibit.look) && !found.closedAt}
          />
          {printed.hasWords ? <CoversPanel caseId={caseId} exhibitId={exhibit.id} covers={printed.covers} /> : null}
          {isRecording(exhibit.look) ? (
            <TranscriptPanel caseId={caseId} exhibitId={exhibit.id} transcript={spoken.transcript} zone={zones.home} />
          ) : null}
          {stopped ? null : (
            <StillsPanel exhibitId={exhibit.id} label={exhibit.label} stills={playing.stills} zones={zones} />
          )}
          <TranslationsPanel caseId={caseId} exhibitId={exhibit.id} translations={translated.translations} />
          <LeavingPanel caseId={caseId} exhibitId={exhibit.id} pictures={pictures} />
          <UsePanel exhibit={exhibit} stopped={stopped} />
          <Panel title={t("Details")} id="details" foot={t("The original, its number and its hash never change.")}>
            <RecordVersions versions={versions} zone={zones.home}>
              <AmendForm
                exhibitId={exhibit.id}
                options={captureOptions(choices, playbook, ctx.now)}
                known={knownOf(exhibit, zones.home)}
                confirm={
                  exhibit.sensitivity === "intimate" ? await askedToConfirm(ctx, "exhibit.unmark_intimate") : null
                }
              />
            </RecordVersions>
          </Panel>
        </div>
      </div>
      <LookWatcher waiting={exhibit.look === null ? 1 : (inPictures?.waiting ?? 0)} />
    </>
  );
}

const readExhibitPage = (ctx: Ctx, caseId: string, exhibitId: string, words: ShownWords | null) =>
  reading(ctx, (scoped) =>
    readAll({
      found: findCase(scoped, caseId),
      page: readExhibit(scoped, caseId, exhibitId),
      choices: readCaptureChoices(scoped, caseId),
      claims: readClaims(scoped, caseId, exhibitId),
      near: listNearCopies(scoped, caseId).then((read) => read.get(exhibitId)),
      copies: listCopies(scoped, exhibitId),
      stop: readStopState(scoped, caseId),
      week: readMyExposure(scoped),
      stamps: listStamps(scoped, exhibitId),
      releases: listReleases(scoped, caseId),
      marks: listMarks(scoped, caseId, [exhibitId]).then((read) => read.get(exhibitId)),
      versions: readRecordVersions(scoped, [exhibitId]),
      scan: readScan(scoped, exhibitId),
      pictures: listPictures(scoped, caseId, exhibitId),
      printed: listWordCovers(scoped, caseId, exhibitId),
      translated: listTranslations(scoped, caseId, exhibitId),
      subjectZone: readSubjectZone(scoped, caseId),
      watched: findItemOf(scoped, caseId, exhibitId),
      exhibits: pickExhibits(scoped, caseId),
      capture: readCaptureOf(scoped, exhibitId),
      playing: readPlaying(scoped, exhibitId),
      spoken: readTranscript(scoped, caseId, exhibitId),
      archive: words ? readArchive(scoped, exhibitId, words.archive ?? null) : noArchive,
    }),
  );

function Downloads({ exhibitId, strip, original }: { exhibitId: string; strip: boolean; original: boolean }) {
  return (
    <>
      {strip ? (
        <UnlessFrozen what={t("A copy without metadata")}>
          <DownloadButton href={`/api/evidence/${exhibitId}/stripped`}>{t("Copy without metadata")}</DownloadButton>
        </UnlessFrozen>
      ) : null}
      {original ? (
        <DownloadButton href={`/api/evidence/${exhibitId}/original`}>{t("Download the original")}</DownloadButton>
      ) : null}
    </>
  );
}

/** What is folded is not sent at all: of an earlier reading only that there is one. */
function foldedFor(
  { sensitivity, look }: Pick<ExhibitView, "sensitivity" | "look">,
  { lines, cut, again, headers, mail }: ShownWords,
) {
  const claims = mail && look?.mime !== savedPageMime ? [] : headers;
  if (sensitivity === "ordinary") return { lines, cut, again, claims };
  const before = again?.before.map(({ version }) => ({ version, lines: [], cut: false })) ?? [];
  return { lines: [], cut: false, again: again && { at: again.at, before }, claims: [] };
}

/** A storage that does not answer takes the words away, not the page. */
async function wordsOf<T>(read: () => Promise<T>): Promise<T | null> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof StorageError) return null;
    throw error;
  }
}
