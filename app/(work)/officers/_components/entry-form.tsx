import { Clash } from "@/app/_ui/clash";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { named } from "@/app/_ui/named";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { zoneHint } from "@/lib/handover/officers/labels";
import type { OfficerView } from "@/lib/handover/officers/types";
import { t } from "@/lib/platform/language/translate";
import { amendLiaisonAction } from "../actions";

const fields = named({
  name: { label: t("Name") },
  rank: { label: t("Rank") },
  forceNumber: { label: t("Force number") },
  agency: { label: t("Agency") },
  unit: { label: t("Station or unit") },
  address: { label: t("Address of the office") },
  phone: { label: t("Phone of the office") },
  zone: { label: t("Time zone of the office") },
});

/** Everything that an entry says. A changed entry has to be confirmed again, by somebody else. */
export function EntryForm({ officer }: { officer: OfficerView }) {
  return (
    <ActionForm action={amendLiaisonAction} label={t("Change the entry of {name}", { name: officer.name })}>
      <input type="hidden" name="liaisonId" value={officer.id} />
      <Clash record={officer.id} fields={fields} />
      <p>{t("Someone else has to confirm any change except to the rank and the time zone.")}</p>
      <div className="pair">
        <TextField {...fields.name} defaultValue={officer.name} />
        <TextField {...fields.rank} defaultValue={officer.rank} />
      </div>
      <div className="pair">
        <TextField {...fields.forceNumber} defaultValue={officer.forceNumber} />
        <TextField {...fields.agency} defaultValue={officer.agency} />
      </div>
      <TextField {...fields.unit} defaultValue={officer.unit} />
      <div className="pair">
        <TextField {...fields.address} hint={t("E-mail or postal")} defaultValue={officer.address} />
        <TextField {...fields.phone} type="tel" defaultValue={officer.phone} />
      </div>
      <TextField {...fields.zone} hint={zoneHint} defaultValue={officer.zone ?? ""} optional />
      <SubmitFoot variant="secondary" icon="save" pendingText={t("Saving")}>
        {t("Save the entry")}
      </SubmitFoot>
    </ActionForm>
  );
}
