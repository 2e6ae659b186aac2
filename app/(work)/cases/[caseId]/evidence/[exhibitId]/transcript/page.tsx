import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { PageHead, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { requireCtx } from "@/lib/auth/sessions/session";
import { findCase } from "@/lib/casework/cases/access";
import { readStopState } from "@/lib/casework/minors-stop/queries";
import { playbookOf } from "@/lib/escalation/ladder/queries";
import { mayReadWords } from "@/lib/evidence/chats/queries";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { notPlayed } from "@/lib/evidence/recordings/labels";
import { readPlaying } from "@/lib/evidence/recordings/queries";
import { isRecording, recordingOf } from "@/lib/evidence/recordings/rules";
import { readScan } from "@/lib/evidence/scans/queries";
import { readTranscript } from "@/lib/evidence/transcripts/queries";
import { reading } from "@/lib/kernel/access/query";
import { t } from "@/lib/platform/language/translate";
import { Recording } from "../../_components/recording";
import { Unfold } from "../cover/_components/unfold";
import { TranscriptForm } from "./_components/transcript-form";
import { TranscriptLines } from "./_components/transcript-lines";
import { VersionList } from "./_components/version-list";

export const metadata: Metadata = { title: t("Transcript of a recording") };

type Props = PageProps<"/cases/[caseId]/evidence/[exhibitId]/transcript">;

export default async function TranscriptPage({ params }: Props) {
  const ctx = await requireCtx("case.read");
  const { caseId, exhibitId } = await params;
  const { found, exhibit, stop, scan, playing, transcript, versions, unfolded } = await orNotFound(
    reading(ctx, async (scoped) => ({
      found: await findCase(scoped, caseId),
      exhibit: (await readExhibit(scoped, caseId, exhibitId)).exhibit,
      stop: await readStopState(scoped, caseId),
      scan: await readScan(scoped, exhibitId),
      playing: await readPlaying(scoped, exhibitId),
      ...(await readTranscript(scoped, caseId, exhibitId)),
      unfolded: await mayReadWords(scoped, exhibitId),
    })),
  );
  if (!isRecording(exhibit.look)) notFound();
  const { home } = playbookOf(found);
  // Who listens to it may read it too: neither is more than the other.
  const isShown = exhibit.sensitivity === "ordinary" || unfolded || playing.open;
  const mayWrite = !found.closedAt && (transcript === null || isShown);
  return (
    <>
      <PageHead title={t("Transcript of {label}", { label: exhibit.label })} level={2}>
        {rich("Written down by hand. Packets print it beside the exhibit. <link>Back to the exhibit</link>", {
          link: (words) => <PageLink href={`/cases/${caseId}/evidence/${exhibitId}`}>{words}</PageLink>,
        })}
      </PageHead>
      {found.closedAt ? <Notice kind="warning" title={t("This case is closed. Reopen it first.")} /> : null}
      <div className="cols cols--wide">
        <div className="stack stack--l">
          {stop.stopped ? null : (
            <Panel title={t("The recording")} id="recording-panel">
              {recordingOf(exhibit.look) ? (
                <Recording exhibit={exhibit} open={playing.open} held={scan.held} />
              ) : (
                <p>{notPlayed}</p>
              )}
            </Panel>
          )}
          {mayWrite ? (
            <Panel title={transcript ? t("Amend the transcript") : t("Transcribe")} id="transcribe">
              <TranscriptForm exhibitId={exhibitId} transcript={transcript} newest={versions[0]?.version ?? 0} />
            </Panel>
          ) : null}
        </div>
        <div className="stack stack--l">
          <TranscriptLines
            transcript={transcript}
            shown={isShown}
            end={isShown || !transcript ? null : <Unfold exhibitId={exhibitId} unfolded={unfolded} />}
            open={!found.closedAt}
            zone={home.zone}
          />
          <VersionList versions={versions} zone={home.zone} />
        </div>
      </div>
    </>
  );
}
