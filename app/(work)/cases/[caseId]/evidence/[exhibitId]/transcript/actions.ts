"use server";

import { formAction } from "@/app/form-action";
import { playRecording } from "@/lib/evidence/recordings/play-recording";
import { keepTranscript } from "@/lib/evidence/transcripts/keep-transcript";
import { withdrawTranscript } from "@/lib/evidence/transcripts/withdraw-transcript";
import { t } from "@/lib/platform/language/translate";

export const playRecordingAction = formAction(playRecording, { refresh: "/cases/[caseId]" });

export const keepTranscriptAction = formAction(keepTranscript, {
  refresh: "/cases/[caseId]",
  saved: ({ version }) => t("Version {version} entered. Packets built from now on print it.", { version }),
});

export const withdrawTranscriptAction = formAction(withdrawTranscript, {
  refresh: "/cases/[caseId]",
  saved: t("Transcript taken back. Packets built from now on print none."),
});
