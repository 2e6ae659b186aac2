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
import { type CurrentValues, nowWords } from "../shared-values";
import { ChangePreview } from "./change-preview";

type Props = {
  exhibitIds: readonly string[];
  /** The file of one of them names a time, and the exhibit has none yet. */
  hasFileTimes: boolean;
  options: CaptureOptions;
  /** What each of them has now. */
  current: readonly CurrentValues[];
};

const asItIs = t("As it is");

/** Only what several exhibits can share. Empty changes nothing. */
export function EditForm({ exhibitIds, hasFileTimes, options, current }: Props) {
  const { caseId, accounts, allAccounts, incidents, platforms, zones } = options;
  const now = (field: Parameters<typeof nowWords>[1]) => nowWords(current, field);
  const accountChoices = accounts.map(({ value, code, label }) => ({ id: value, code, label }));
  return (
    <ActionForm action={amendExhibitsAction} label={t("Details of the ticked exhibits")} className="stack">
      <input type="hidden" name="caseId" value={caseId} />
      {exhibitIds.map((id) => (
        <input key={id} type="hidden" name="exhibitIds" value={id} />
      ))}
      <ChangePreview current={current}>
        <TextField {...captured.sourceUrl} hint={now("sourceUrl")} inputMode="url" optional />
        <div className="pair">
          <Select {...captured.platform} hint={now("platform")} options={platforms} blank={asItIs} optional />
          <PickOne
            {...captured.accountId}
            hint={now("accountId")}
            list={{ kind: "account", all: allAccounts, options: accountChoices }}
            blank={asItIs}
            chosen={null}
            optional
          />
        </div>
        <div className="pair">
          <TextField {...captured.capturedAt} hint={now("capturedAt")} type="datetime-local" optional />
          <Select
            {...captured.capturedZone}
            label={t("In which time zone")}
            options={zones}
            defaultValue={zones[0]?.value}
          />
        </div>
        {hasFileTimes ? (
          <Checkbox
            name="ownTimes"
            label={t("Give each one the time at which its own file was last written, where it has no time yet")}
          />
        ) : null}
        <div className="pair">
          <Select {...captured.method} hint={now("method")} blank={asItIs} optional />
          <Select {...captured.howObtained} hint={now("howObtained")} blank={asItIs} optional />
        </div>
        <div className="pair">
          <TextField {...captured.capturedBy} hint={now("capturedBy")} optional />
          <TextField {...captured.device} hint={now("device")} optional />
        </div>
        <div className="pair">
          <Select {...captured.timeSource} hint={now("timeSource")} blank={asItIs} optional />
          <TextField {...captured.language} hint={now("language")} optional />
        </div>
        <PickMany
          {...captured.incidentIds}
          label={t("Incidents that they show: added to those they have")}
          list={incidents}
          chosen={[]}
          listed={`/cases/${caseId}/incidents` as Route}
          optional
        />
        <TextField
          {...captured.description}
          hint={t("One line. It replaces the line of each of them. {now}", { now: now("description") })}
          optional
        />
      </ChangePreview>
      <SubmitFoot icon="save" pendingText={t("Saving the details")}>
        {t("Save on all of them")}
      </SubmitFoot>
    </ActionForm>
  );
}
