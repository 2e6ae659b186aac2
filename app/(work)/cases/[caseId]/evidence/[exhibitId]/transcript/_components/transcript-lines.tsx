import type { ReactNode } from "react";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { timeCode } from "@/lib/evidence/recordings/rules";
import { spokenName } from "@/lib/evidence/transcripts/rules";
import type { Transcript } from "@/lib/evidence/transcripts/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { withdrawTranscriptAction } from "../actions";

type Props = { transcript: Transcript | null; shown: boolean; end: ReactNode; open: boolean; zone: string };

/** The transcript in force, line by line, with what each means. */
export function TranscriptLines({ transcript, shown, end, open, zone }: Props) {
  if (!transcript)
    return (
      <Panel title={t("Transcript")} id="transcript" padded={false}>
        <EmptyState icon="message-square" title={t("None yet")}>
          {t("Packets print a transcript beside the recording, with who wrote it down and when.")}
        </EmptyState>
      </Panel>
    );
  const { id, version, language, lines, madeBy, madeAt } = transcript;
  return (
    <Panel title={t("Transcript, version {version}", { version })} id="transcript" end={end}>
      <p className="small muted">
        {t("By hand, by {madeBy}, {madeAt}. Spoken: {language}.", {
          madeBy,
          madeAt: formatInstant(madeAt, zone),
          language: spokenName(language),
        })}
      </p>
      {shown ? (
        <ol className="spoken">
          {lines.map(({ ms, speaker, words, meaning }, at) => (
            <li className="spoken__line" key={at}>
              <span className="spoken__at">{timeCode(ms)}</span>
              <div>
                <p className="small muted breakable">{speaker}</p>
                <p className="breakable" lang={language === "und" || language === "mul" ? undefined : language}>
                  {words}
                </p>
                {meaning ? <p className="breakable spoken__meaning">{meaning}</p> : null}
              </div>
            </li>
          ))}
        </ol>
      ) : (
        <p className="muted">{t("The words stay folded until you ask for them.")}</p>
      )}
      {open ? (
        <ActionForm action={withdrawTranscriptAction} label={t("Take the transcript back")} guard={false}>
          <input type="hidden" name="transcriptId" value={id} />
          <SubmitButton small variant="quiet" icon="x" pendingText={t("Taking back")}>
            {t("Take the transcript back")}
          </SubmitButton>
        </ActionForm>
      ) : null}
    </Panel>
  );
}
