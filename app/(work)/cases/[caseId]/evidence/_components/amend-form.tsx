"use client";

import { Clash } from "@/app/_ui/clash";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { t } from "@/lib/platform/language/translate";
import { amendExhibitAction } from "../actions";
import type { KnownCapture } from "../known-capture";
import { CaptureFields, type CaptureOptions } from "./capture-fields";
import { capturedFrom } from "./captured";
import { detailPrefix } from "./detail-id";

type Props = {
  exhibitId: string;
  options: CaptureOptions;
  known: KnownCapture;
  /** What taking off the mark of an intimate exhibit asks; null for one that is not marked so. */
  confirm: Confirmation | null;
};

/** The description of an exhibit can be corrected; what was received cannot. */
export function AmendForm({ exhibitId, options, known, confirm }: Props) {
  return (
    <ActionForm action={amendExhibitAction} label={t("Details of the exhibit")} prefix={detailPrefix} className="stack">
      <input type="hidden" name="exhibitId" value={exhibitId} />
      <Clash record={exhibitId} fields={capturedFrom(options)} />
      <CaptureFields key={JSON.stringify(known)} options={options} known={known} />
      {confirm === null ? null : (
        <>
          <input type="hidden" name="wasMarked" value={known.sensitivity} />
          <ConfirmField asks={confirm} when={t("Only to take off the mark that it is intimate.")} />
        </>
      )}
      <SubmitFoot pendingText={t("Saving the details")} icon="save">
        {t("Save the details")}
      </SubmitFoot>
    </ActionForm>
  );
}
