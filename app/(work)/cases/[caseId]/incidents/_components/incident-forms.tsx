import { CustomInputs } from "@/app/_shell/custom-inputs";
import type { Choice } from "@/app/_ui/choice";
import { Clash } from "@/app/_ui/clash";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { IncidentView, PickList } from "@/lib/casework/incidents/types";
import type { ChoicesByList } from "@/lib/organisation/choices/types";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { t } from "@/lib/platform/language/translate";
import { IncidentFields, incidentFields } from "../../../_components/incident-fields";
import { PickOne } from "../../../_components/pick-one";
import { natureChoices } from "../../../choices";
import { amendIncidentAction, linkExhibitAction, logIncidentAction } from "../actions";

type LogProps = {
  caseId: string;
  accounts: PickList;
  natures: readonly Choice[];
  zones: readonly Choice[];
  ownFields: readonly CustomField[];
  open: boolean;
};

export function LogIncidentForm({ caseId, accounts, natures, zones, ownFields, open }: LogProps) {
  return (
    <Disclosure icon="plus" label={t("Log an incident")} id="log" open={open}>
      <ActionForm action={logIncidentAction} label={t("Log an incident")} className="panel panel__body">
        <input type="hidden" name="caseId" value={caseId} />
        <IncidentFields account={<AccountField accounts={accounts} />} natures={natures} zones={zones} />
        <CustomInputs fields={ownFields} />
        <SubmitFoot pendingText={t("Logging the incident")}>{t("Log the incident")}</SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}

function AccountField({ accounts, incident }: { accounts: PickList; incident?: IncidentView }) {
  const code = incident?.account?.split(" ")[0] ?? "";
  return (
    <PickOne
      {...incidentFields({ accounts }).accountId}
      list={accounts}
      blank={t("No account, or not known")}
      chosen={incident?.accountId ? { id: incident.accountId, code } : null}
      optional
    />
  );
}

type AmendProps = {
  caseId: string;
  incident: IncidentView;
  accounts: PickList;
  /** As the organisation set them. */
  choices: ChoicesByList;
  zones: readonly Choice[];
};

export function AmendIncidentForm({ caseId, incident, accounts, choices, zones }: AmendProps) {
  const natures = natureChoices(choices, incident.kind, incident.natureValue);
  return (
    <ActionForm
      action={amendIncidentAction}
      label={t("Change incident {code}", { code: incident.code })}
      className="panel panel__body"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="incidentId" value={incident.id} />
      <Clash record={incident.id} fields={incidentFields({ natures, accounts })} />
      <IncidentFields
        account={<AccountField accounts={accounts} incident={incident} />}
        natures={natures}
        zones={zones}
        known={incident}
      />
      <SubmitFoot variant="secondary" pendingText={t("Saving the incident")}>
        {t("Save {code}", { code: incident.code })}
      </SubmitFoot>
    </ActionForm>
  );
}

type LinkProps = { caseId: string; incident: IncidentView; exhibits: PickList };

export function LinkExhibitForm({ caseId, incident, exhibits }: LinkProps) {
  const linked = new Set(incident.exhibits.map((exhibit) => exhibit.id));
  const free = { ...exhibits, options: exhibits.options.filter((option) => !linked.has(option.id)) };
  if (free.all && free.options.length === 0) {
    return (
      <p className="muted">{t("Every exhibit of this case is linked to {code} already.", { code: incident.code })}</p>
    );
  }
  return (
    <ActionForm
      action={linkExhibitAction}
      label={t("Link evidence to {code}", { code: incident.code })}
      className="panel panel__body"
    >
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="incidentId" value={incident.id} />
      <PickOne
        name="exhibitId"
        label={t("Exhibit that shows {code}", { code: incident.code })}
        list={free}
        blank={t("Choose an exhibit")}
      />
      <SubmitFoot variant="secondary" pendingText={t("Tying the exhibit")}>
        {t("Link it to {code}", { code: incident.code })}
      </SubmitFoot>
    </ActionForm>
  );
}
