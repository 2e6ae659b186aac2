"use client";

import { Select } from "@/app/_ui/choice";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { takeOverClaimsAction } from "../actions";
import type { CaptureOptions } from "./capture-fields";

type Props = {
  caseId: string;
  exhibitIds: readonly string[];
  zones: CaptureOptions["zones"];
  /** One of them has a time whose file names no zone. */
  asksZone: boolean;
  children: string;
};

/** One click takes over what the files say, on every exhibit that it is offered for. */
export function ClaimsOffer({ caseId, exhibitIds, zones, asksZone, children }: Props) {
  return (
    <ActionForm
      action={takeOverClaimsAction}
      label={t("What the files say of themselves")}
      className="stack stack--s"
      guard={false}
    >
      <input type="hidden" name="caseId" value={caseId} />
      {exhibitIds.map((id) => (
        <input key={id} type="hidden" name="exhibitIds" value={id} />
      ))}
      {asksZone ? (
        <Select
          name="zone"
          label={t("The clock of the file was in")}
          hint={t("The file names no zone")}
          options={zones}
          defaultValue={zones[0]?.value}
          short
        />
      ) : (
        <input type="hidden" name="zone" value={zones[0]?.value ?? "UTC"} />
      )}
      <SubmitFoot pendingText={t("Filling in")} icon="check" variant="secondary">
        {children}
      </SubmitFoot>
    </ActionForm>
  );
}
