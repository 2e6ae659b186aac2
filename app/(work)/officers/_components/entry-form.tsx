import { Clash, type ClashField } from "@/app/_ui/clash";
import { TextField } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { OfficerView } from "@/lib/handover/officers/types";
import { amendLiaisonAction } from "../actions";

const fields: ClashField[] = [
  { name: "name", label: "Name" },
  { name: "rank", label: "Rank" },
  { name: "forceNumber", label: "Force number" },
  { name: "agency", label: "Agency" },
  { name: "unit", label: "Station or unit" },
  { name: "address", label: "Address of the office" },
  { name: "phone", label: "Phone of the office" },
];

/** Everything that an entry says. A changed entry has to be confirmed again, by somebody else. */
export function EntryForm({ officer }: { officer: OfficerView }) {
  return (
    <ActionForm action={amendLiaisonAction} label={`Change the entry of ${officer.name}`}>
      <input type="hidden" name="liaisonId" value={officer.id} />
      <Clash record={officer.id} fields={fields} />
      <p>Whatever you change but the rank has to be confirmed by somebody else.</p>
      <div className="pair">
        <TextField name="name" label="Name" defaultValue={officer.name} />
        <TextField name="rank" label="Rank" defaultValue={officer.rank} />
      </div>
      <div className="pair">
        <TextField name="forceNumber" label="Force number" defaultValue={officer.forceNumber} />
        <TextField name="agency" label="Agency" defaultValue={officer.agency} />
      </div>
      <TextField name="unit" label="Station or unit" defaultValue={officer.unit} />
      <div className="pair">
        <TextField
          name="address"
          label="Address of the office"
          hint="E-mail or postal"
          defaultValue={officer.address}
        />
        <TextField name="phone" label="Phone of the office" type="tel" defaultValue={officer.phone} />
      </div>
      <FormFoot>
        <SubmitButton look="secondary" icon="save" pendingText="Saving">
          Save the entry
        </SubmitButton>
      </FormFoot>
    </ActionForm>
  );
}
