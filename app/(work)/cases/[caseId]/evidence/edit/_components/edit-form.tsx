"use client";

import type { Route } from "next";
import { Checkbox, Select } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { PickMany } from "@/app/(work)/cases/_components/pick-many";
import { PickOne } from "@/app/(work)/cases/_components/pick-one";
import { t } from "@/lib/platform/language/translate";
import type { CaptureOptions } from "../../_components/capture-fields";
import { captured } from "../../_components/captured";
import { amendExhibitsAction } from "../actions";

type Props = {
  exhibitIds: readonly string[];
  /** The file of one of them names a time, and the exhibit has none yet. */
  hasFileTimes: boolean;
  options: CaptureOptions;
};

const asItIs = t("As it is");

/** Only what several exhibits can share. Empty changes nothing. */
export function EditForm({ exhibitIds, hasFileTimes, options }: Props) {
  const { caseId, accounts, allAccounts, incidents, platforms, zones } = options;
  const accountChoices = accounts.map(({ value, code, label }) => ({ id: value, code, label }));
  return (
    <ActionForm action={amendExhibitsAction} label={t("Details of the ticked exhibits")} className="stack">
      <input type="hidden" name="caseId" value={caseId} />
      {exhibitIds.map((id) => (
        <input key={id} type="hidden" name="exhibitIds" value={id} />
      ))}
      <TextField
        {...captured.sourceUrl}
        hint={t("The whole address, with everything after the question mark")}
        inputMode="url"
        optional
      />
      <div className="pair">
        <Select {...captured.platform} options={platforms} blank={asItIs} optional />
        <PickOne
          {...captured.accountId}
          list={{ kind: "account", all: allAccounts, options: accountChoices }}
          blank={asItIs}
          chosen={null}
          optional
        />
      </div>
      <div className="pair">
        <TextField {...captured.capturedAt} type="datetime-local" optional />
        <Select
          {...captured.capturedZone}
          label={t("In which time zone")}
          options={zones}
          defaultValue={zones[0]?.value}
        />
      </div>
      {hasFileTimes ? (
        <Checkbox name="ownTimes" label={t("Give each one the time of its own file, where it has no time yet")} />
      ) : null}
      <div className="pair">
        <TextField {...captured.capturedBy} optional />
        <TextField {...captured.device} optional />
      </div>
      <PickMany
        {...captured.incidentIds}
        label={t("Incidents that they show: added to those they have")}
        list={incidents}
        chosen={[]}
        listed={`/cases/${caseId}/incidents` as Route}
        optional
      />
      <TextField {...captured.description} hint={t("One line. It replaces the line of each of them")} optional />
      <SubmitFoot icon="save" pendingText={t("Saving the details")}>
        {t("Save on all of them")}
      </SubmitFoot>
    </ActionForm>
  );
}
