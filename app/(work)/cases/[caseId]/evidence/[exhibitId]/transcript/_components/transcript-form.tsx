import { Select } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { inaudible, spokenCodes, spokenName, writeLines } from "@/lib/evidence/transcripts/rules";
import type { Transcript } from "@/lib/evidence/transcripts/types";
import { t } from "@/lib/platform/language/translate";
import { keepTranscriptAction } from "../actions";
import { TimeButtons } from "./time-buttons";

const unnamed: Partial<Record<string, string>> = { und: t("Not known"), mul: t("Several languages") };
const languageChoices = spokenCodes.map((value) => ({ value, label: unnamed[value] ?? spokenName(value) }));

/** A code that the list does not offer is offered where it is used. */
const withOwn = (code = "und") =>
  languageChoices.some(({ value }) => value === code)
    ? languageChoices
    : [...languageChoices, { value: code, label: code }];

/** Shown in the hint; the bars are what is typed. */
const example = "0:12 | unknown man | Ngizokuthola | I will find you";

type Props = { exhibitId: string; transcript: Transcript | null; newest: number };

/** One text box, a line of it for each line that is spoken. */
export function TranscriptForm({ exhibitId, transcript, newest }: Props) {
  return (
    <ActionForm key={newest} action={keepTranscriptAction} label={t("Transcript of the recording")} prefix="transcript">
      <input type="hidden" name="exhibitId" value={exhibitId} />
      <input type="hidden" name="version" value={newest} />
      <Select
        name="language"
        label={t("Language that is spoken")}
        options={withOwn(transcript?.language)}
        defaultValue={transcript?.language ?? "und"}
        short
      />
      <TextArea
        name="lines"
        label={t("What is said")}
        rows={12}
        defaultValue={transcript ? writeLines(transcript.lines) : undefined}
        hint={
          <>
            {t("One line for each passage: time, speaker, words, and what they mean in English, with a bar | between.")}{" "}
            <code>{example}</code>{" "}
            {t("Leave the meaning out where the words are English. Write {inaudible} for what you cannot make out.", {
              inaudible,
            })}
          </>
        }
      />
      <TimeButtons field="transcript-lines" />
      <SubmitFoot icon="check" pendingText={t("Entering")}>
        {transcript ? t("Enter the new version") : t("Enter the transcript")}
      </SubmitFoot>
    </ActionForm>
  );
}
