import { AskedCheckbox } from "@/app/_ui/asked-checkbox";
import { type Choice, Select } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { RefNumber } from "@/app/_ui/number";
import { Facts, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { HandoverView } from "@/lib/handover/handovers/types";
import { t } from "@/lib/platform/language/translate";
import { numberAction } from "../actions";

/** The officer's own number for the matter. It joins the references of the case at once. */
export function NumberPanel({ packet, kinds }: { packet: HandoverView; kinds: readonly Choice[] }) {
  return (
    <Panel id="number" title={t("4. Add your case number")} end={<span className="muted">{packet.code}</span>}>
      {packet.numbers.length > 0 ? (
        <Facts
          items={packet.numbers.map((value) => ({ name: value.label, value: <RefNumber value={value.display} /> }))}
        />
      ) : (
        <p>{t("What is your case number? The organisation will quote it from now on.")}</p>
      )}
      <Disclosure label={t("Add a number")}>
        <NumberForm packet={packet} kinds={kinds} />
      </Disclosure>
    </Panel>
  );
}

function NumberForm({ packet, kinds }: { packet: HandoverView; kinds: readonly Choice[] }) {
  return (
    <ActionForm action={numberAction} label={t("Record your number")}>
      <input type="hidden" name="handoverId" value={packet.handoverId} />
      <div className="cols cols--2">
        <Select name="kind" label={t("Kind")} options={kinds} blank={t("Choose what kind of number this is")} />
        <TextField name="raw" label={t("Number")} hint={t("As it was issued")} />
        <TextField
          name="station"
          label={t("Station")}
          hint={t("For a number that each station counts for itself")}
          optional
        />
        <DateField name="issuedOn" label={t("Issued on")} hint={t("As on the paper")} optional />
      </div>
      <AskedCheckbox name="keepAsTyped" label={t("Keep it as it is")} hint={t("It was issued in this form.")} />
      <SubmitFoot variant="secondary" icon="hash" pendingText={t("Saving the number")}>
        {t("Save number")}
      </SubmitFoot>
    </ActionForm>
  );
}
