import type { Route } from "next";
import { LinkButton } from "@/app/_ui/link-button";
import { Panel } from "@/app/_ui/panel";
import { spokenName } from "@/lib/evidence/transcripts/rules";
import type { Transcript } from "@/lib/evidence/transcripts/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant, plural } from "@/lib/platform/text/format";

type Props = { caseId: string; exhibitId: string; transcript: Transcript | null; zone: string };

/** Whether somebody wrote down what is said, and where it is done. */
export function TranscriptPanel({ caseId, exhibitId, transcript, zone }: Props) {
  return (
    <Panel
      title={t("Transcript")}
      id="transcript"
      end={
        <LinkButton small icon="pencil" href={`/cases/${caseId}/evidence/${exhibitId}/transcript` as Route}>
          {transcript ? t("Read or amend") : t("Transcribe")}
        </LinkButton>
      }
    >
      <p>
        {transcript
          ? t("{lines} in {language}, by hand, by {madeBy}, {madeAt}. Packets print it.", {
              lines: plural(transcript.lines.length, "line"),
              language: spokenName(transcript.language),
              madeBy: transcript.madeBy,
              madeAt: formatInstant(transcript.madeAt, zone),
            })
          : t("None yet. Packets print a transcript beside the recording, with its translation.")}
      </p>
    </Panel>
  );
}
