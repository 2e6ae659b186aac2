import type { Choice } from "@/app/_ui/choice";
import { Clash, type ClashField } from "@/app/_ui/clash";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm, type FormAction, FormFoot } from "@/app/_ui/form";
import { tickOptions } from "@/app/_ui/settle-clash";
import { SubmitButton } from "@/app/_ui/submit-button";
import { knowledgeFacts } from "@/lib/casework/cases/labels";
import type { IncidentView, PickList } from "@/lib/casework/incidents/types";
import { IncidentFields } from "../../../_components/incident-fields";
import { PickOne } from "../../../_components/pick-one";
import { natureChoices } from "../../../choices";

type LogProps = {
  caseId: string;
  accounts: PickList;
  zones: readonly Choice[];
  open: boolean;
  action: FormAction;
};

export function LogIncidentForm({ caseId, accounts, zones, open, action }: LogProps) {
  return (
    <Disclosure icon="plus" label="Log an incident" id="log" open={open}>
      <ActionForm action={action} label="Log an incident" className="panel panel__body">
        <input type="hidden" name="caseId" value={caseId} />
        <IncidentFields account={<AccountField accounts={accounts} />} natures={natureChoices()} zones={zones} />
        <FormFoot>
          <SubmitButton pendingText="Logging the incident">Log the incident</SubmitButton>
        </FormFoot>
      </ActionForm>
    </Disclosure>
  );
}

const natures = natureChoices();
const knowledge = Object.entries(knowledgeFacts).map(([value, label]) => ({ value, label }));

function AccountField({ accounts, incident }: { accounts: PickList; incident?: IncidentView }) {
  const code = incident?.account?.split(" ")[0] ?? "";
  return (
    <PickOne
      name="accountId"
      label="From which account"
      list={accounts}
      blank="No account, or not known"
      chosen={incident?.accountId ? { id: incident.accountId, code } : null}
      optional
    />
  );
}

const fieldsFor = ({ options }: PickList): ClashField[] => [
  { name: "nature", label: "What it was", options: natures },
  {
    name: "accountId",
    label: "From which account",
    options: options.map(({ id, label }) => ({ value: id, label })),
  },
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
  accounts: PickList;
  zones: readonly Choice[];
  action: FormAction;
};

export function AmendIncidentForm({ caseId, incident, accounts, zones, action }: AmendProps) {
  return (
    <ActionForm action={action} label={`Change incident ${incident.code}`} className="panel panel__body">
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="incidentId" value={incident.id} />
      <Clash record={incident.id} fields={fieldsFor(accounts)} />
      <IncidentFields
        account={<AccountField accounts={accounts} incident={incident} />}
        natures={natureChoices(incident.kind)}
        zones={zones}
        known={incident}
      />
      <FormFoot>
        <SubmitButton look="secondary" pendingText="Saving the incident">
          Save {incident.code}
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  );
}

type TieProps = { caseId: string; incident: IncidentView; exhibits: PickList; action: FormAction };

export function TieExhibitForm({ caseId, incident, exhibits, action }: TieProps) {
  const tied = new Set(incident.exhibits.map((one) => one.id));
  const free = { ...exhibits, options: exhibits.options.filter((one) => !tied.has(one.id)) };
  if (free.all && free.options.length === 0) {
    return <p className="muted">Every exhibit of this case is tied to {incident.code} already.</p>;
  }
  return (
    <ActionForm action={action} label={`Tie an exhibit to ${incident.code}`} className="panel panel__body">
      <input type="hidden" name="caseId" value={caseId} />
      <input type="hidden" name="incidentId" value={incident.id} />
      <PickOne name="exhibitId" label={`Exhibit that shows ${incident.code}`} list={free} blank="Choose an exhibit" />
      <FormFoot>
        <SubmitButton look="secondary" pendingText="Tying the exhibit">
          Tie it to {incident.code}
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  );
}
