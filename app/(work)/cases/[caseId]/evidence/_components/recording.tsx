import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { ExhibitView } from "@/lib/evidence/exhibits/types";
import { recordingOf } from "@/lib/evidence/recordings/rules";
import { t } from "@/lib/platform/language/translate";
import { playRecordingAction } from "../[exhibitId]/transcript/actions";
import { RecordingPlayer } from "./recording-player";

type Props = {
  exhibit: Pick<ExhibitView, "id" | "label" | "look" | "sensitivity">;
  /** This person asked to play it not long ago. */
  open: boolean;
  /** The virus scanner has not called it clean. */
  held: boolean;
};

const warnings = {
  ordinary: null,
  distressing: t("Marked as distressing"),
  intimate: t("Marked as intimate"),
};

/** A voice note or a film: nothing of it is loaded before somebody asks, and then without sound. */
export function Recording({ exhibit, open, held }: Props) {
  const { id, label, sensitivity } = exhibit;
  const recording = recordingOf(exhibit.look);
  if (!recording) return null;
  if (held)
    return (
      <Notice kind="warning" title={t("Not played yet")}>
        {t("The virus scanner has not called this file clean.")}
      </Notice>
    );
  if (open) return <RecordingPlayer exhibitId={id} label={label} as={recording.as} />;
  const warning = warnings[sensitivity];
  return (
    <>
      {warning ? (
        <Notice kind="warning" title={warning}>
          {t("It may be hard to hear or to see. You decide when; take somebody with you if you can.")}
        </Notice>
      ) : null}
      <ActionForm
        whileRestricted
        action={playRecordingAction}
        label={t("Play it here")}
        guard={false}
        announceSaved={false}
      >
        <input type="hidden" name="exhibitId" value={id} />
        <p>
          {t("It starts when you press play, without sound until you turn the sound on.")}{" "}
          {t("Each play is recorded in the ledger and counts towards your exposure.")}
        </p>
        <div className="row">
          <SubmitButton variant="secondary" icon="eye" pendingText={t("Opening")}>
            {t("Play it here")}
          </SubmitButton>
        </div>
      </ActionForm>
    </>
  );
}
