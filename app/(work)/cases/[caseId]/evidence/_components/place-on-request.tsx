"use client";

import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { showPlaceAction } from "../actions";

/** The file says where it was made, which may be where the client lives: shown only after a press that is recorded. */
export function PlaceOnRequest({ exhibitId }: { exhibitId: string }) {
  return (
    <ActionForm action={showPlaceAction} label={t("Show the place")} className="stack stack--s" guard={false}>
      <input type="hidden" name="exhibitId" value={exhibitId} />
      <p>
        {t("The file names a place. It may be where somebody lives, so it is not shown. That you look is recorded.")}
      </p>
      <SubmitFoot pendingText={t("Opening")} variant="secondary" icon="eye">
        {t("Show the place")}
      </SubmitFoot>
    </ActionForm>
  );
}
