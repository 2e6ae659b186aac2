"use client";

import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { checkExhibitAction } from "../actions";

/** Reads the stored file back now; a large one takes a moment. */
export function CheckForm({ exhibitId }: { exhibitId: string }) {
  return (
    <ActionForm
      whileRestricted
      action={checkExhibitAction}
      label={t("Check the hash of the stored file")}
      guard={false}
    >
      <input type="hidden" name="exhibitId" value={exhibitId} />
      <SubmitFoot pendingText={t("Reading the stored file")} variant="secondary" icon="fingerprint">
        {t("Check the hash now")}
      </SubmitFoot>
    </ActionForm>
  );
}
