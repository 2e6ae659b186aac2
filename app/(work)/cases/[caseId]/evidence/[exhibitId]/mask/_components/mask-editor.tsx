"use client";

import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { redactExhibitAction } from "../actions";
import { BoxList } from "./box-list";
import { MaskPlate } from "./mask-plate";
import { useBoxes } from "./use-boxes";

type Props = { exhibitId: string; label: string; page: number };

/** Boxes over a page, why they are there, and one button. Works by pointer, by touch and by keyboard alone. */
export function MaskEditor({ exhibitId, label, page }: Props) {
  const drawn = useBoxes();
  return (
    <ActionForm
      action={redactExhibitAction}
      label={t("Mask part of this page")}
      className="stack"
      onSaved={drawn.clear}
    >
      <input type="hidden" name="exhibitId" value={exhibitId} />
      <input type="hidden" name="page" value={page} />
      <input type="hidden" name="boxes" value={JSON.stringify(drawn.boxes)} />
      <MaskPlate exhibitId={exhibitId} label={label} page={page} drawn={drawn} />
      <BoxList drawn={drawn} />
      <TextArea
        name="reason"
        label={t("Why it is masked")}
        hint={t("Recorded in the ledger, encrypted. Say what kind of thing is covered, not the thing itself")}
        rows={2}
      />
      <SubmitFoot pendingText={t("Making the copy")} icon="save">
        {t("Save the masked copy")}
      </SubmitFoot>
    </ActionForm>
  );
}
