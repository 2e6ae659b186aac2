import { Radios } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { resultLabels } from "@/lib/handover/officers/labels";
import { callbackResults, type OfficerView } from "@/lib/handover/officers/types";
import { t } from "@/lib/platform/language/translate";
import { noteCallbackAction } from "../actions";

/** For the person who made the call: the signed-in member is recorded as the caller. */
export function CallbackForm({ officer, zone }: { officer: OfficerView; zone: string }) {
  const confirms = officer.standing !== "confirmed" && officer.whyNotConfirm === null;
  const results = callbackResults.filter((value) => value !== "confirmed" || confirms);
  return (
    <ActionForm
      action={noteCallbackAction}
      label={t("Note a call-back to the office of {name}", { name: officer.name })}
    >
      <input type="hidden" name="liaisonId" value={officer.id} />
      <input type="hidden" name="zone" value={zone} />
      <p>
        {t("You made the call. Look the number up yourself: not one that the officer gave you, and not one from here.")}
      </p>
      <div className="pair">
        <TextField name="phone" label={t("Number that you called")} type="tel" />
        <TextField name="source" label={t("Where you found it")} hint={t("For example the agency's own page")} />
      </div>
      <div className="pair">
        <TextField name="answeredBy" label={t("Who answered")} hint={t("Name or desk")} />
        <TextField
          name="at"
          label={t("When")}
          hint={t("If left empty, the time now. Time zone: {zone}", { zone })}
          type="datetime-local"
          optional
        />
      </div>
      <Radios
        name="result"
        label={t("What came of it")}
        options={results.map((value) => ({ value, ...resultLabels[value] }))}
      />
      <TextArea name="said" label={t("What was said")} hint={t("It cannot be changed later")} rows={2} optional />
      <SubmitFoot icon="phone" pendingText={t("Noting the call")}>
        {t("Note the call")}
      </SubmitFoot>
    </ActionForm>
  );
}
