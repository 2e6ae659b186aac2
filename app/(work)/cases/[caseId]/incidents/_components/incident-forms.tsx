import { type Choice, Select } from "@/app/_ui/choice";
import { Clash, type ClashField } from "@/app/_ui/clash";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm, type FormAction, FormFoot } from "@/app/_ui/form";
import { tickOptions } from "@/app/_ui/settle-clash";
import { SubmitButton } from "@/app/_ui/submit-button";
import { knowledgeFacts } from "@/lib/cases/labels";
import type { IncidentView } from "@/lib/incidents/types";
import { IncidentFields } from "../../../_components/incident-fields";
import { natureChoices } from "../../../choices";
import type { ExhibitChoice } from "./incident-entry";

type LogProps = {
  caseId: string;
  accounts: readonly Choice[];
  zones: readonly Choice[];
  open: boolean;
  action: FormAction;
};

export function LogIncidentForm({ caseId, accounts, zones, open, action }: LogProps) {
  return (
    <Disclosure icon="plus" label="Log an incident" id="log" open={open}>
      <ActionForm action={action} label="Log an incident" className="panel panel__body">
        <input type="hidden" name="caseId" value={caseId} />
        <IncidentFields accountName="accountId" accounts={accounts} natures={natureChoices()} zones={zones} />
        <FormFoot>
          <SubmitButton pendingText="Logging the incident">Log the incident</SubmitButton>
        </FormFoot>
      </ActionForm>
    </Disclosure>
  );
}

const natures = natureChoices();
const knowledge = Object.entries(knowledgeFacts).map(([value, label]) => ({ value, label }));

const fieldsFor = (accounts: readonly Choice[]): ClashField[] => [
  { name: "nature", label: "What it was", options: natures },
  { name: "accountId", label: "From which account", options: accounts },
  { name: "when", label: "Day and time" },
  { name: "timeIsAbout", label: "The time is about right", options: tickOptions },
  { name: "zone", label: "Time zone" },
  { name: "what", label: "What happened" },
  { name: "words", label: "Words as sent" },
  { name: "url", label: "Address of the post or message" },
  { name: "knowledge", label: "What it shows that the subject knew", options: knowledge },
];

type AmendProps = {
  caseId: string;
  incident: IncidentView;
  accounts: readonly Choice[];
  zones: readonly Choice[];
  action: FormAction;
};

export function AmendIncidentForm({ caseId, incident, accounts, zones, action }: AmendProps) {
  const known = { ...incident, account: incident.accountId };
  return (
    <Disclosure icon="pencil" label={`Change ${incident.code}`}>
      <ActionForm action={action} label={`Change incident ${incident.code}`}>
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="incidentId" value={incident.id} />
        <Clash record={incident.id} fields={fieldsFor(accounts)} />
        <IncidentFields
          accountName="accountId"
          accounts={accounts}
          natures={natureChoices(incident.kind)}
          zones={zones}
          known={known}
        />
        <FormFoot>
          <SubmitButton look="secondary" pendingText="Saving the incident">
            Save {incident.code}
          </SubmitButton>
        </FormFoot>
      </ActionForm>
    </Disclosure>
  );
}

type TieProps = { caseId: string; incident: IncidentView; exhibits: readonly ExhibitChoice[]; action: FormAction };

export function TieExhibitForm({ caseId, incident, exhibits, action }: TieProps) {
  return (
    <Disclosure icon="paperclip" label="Tie an exhibit">
      <ActionForm action={action} label={`Tie an exhibit to ${incident.code}`}>
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="incidentId" value={incident.id} />
        <Select
          name="exhibitId"
          label={`Exhibit that shows ${incident.code}`}
          blank="Choose an exhibit"
          options={exhibits.map((one) => ({ value: one.id, label: one.label }))}
        />
        <FormFoot>
          <SubmitButton look="secondary" pendingText="Tying the exhibit">
            Tie it to {incident.code}
          </SubmitButton>
        </FormFoot>
      </ActionForm>
    </Disclosure>
  );
}
