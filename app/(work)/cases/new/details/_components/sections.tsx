import { Checkbox, type Choice, Radios } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { riskHints, riskLabels } from "@/lib/cases/labels";
import { risks } from "@/lib/cases/types";
import { plural } from "@/lib/platform/format";

export function KnownClient({ client }: { client: { id: string; pseudonym: string; code: string; cases: number } }) {
  return (
    <Notice kind="info" icon="user" title={`${client.pseudonym}, ${client.code}`}>
      <input type="hidden" name="clientId" value={client.id} />
      Known, with {plural(client.cases, "case")} that you may see. Safe contact and address are kept with the client.
    </Notice>
  );
}

export function ClientFields() {
  return (
    <div className="cols cols--2">
      <TextField
        name="client.pseudonym"
        label="Code name"
        hint="Stands in every list. A bird or a plant, nothing that points to the client"
        required
      />
      <TextField name="client.name" label="Name" hint="As on the identity document" required />
      <TextField name="client.identityNumber" label="Identity number" optional />
      <TextField name="client.phone" label="Phone" hint="For example +27 82 000 0000" inputMode="tel" optional />
      <TextField name="client.email" label="E-mail" inputMode="email" optional />
      <TextArea
        name="client.address"
        label="Protected address"
        hint="Never printed in the part of a packet that is served"
        rows={2}
        optional
      />
      <Checkbox name="client.isMinor" label="The client is under 18" />
    </div>
  );
}

export function SubjectFields() {
  return (
    <div className="cols cols--2">
      <TextField
        name="subject.allegedName"
        label="Alleged name"
        hint="What the client says. It is kept as alleged"
        optional
      />
      <TextField
        name="subject.allegedPlace"
        label="Alleged place"
        hint="Town and state, if anything is known"
        optional
      />
    </div>
  );
}

export function MatterFields({ pairs, emergency }: { pairs: readonly Choice[]; emergency: string }) {
  return (
    <div className="cols cols--2">
      <TextField
        name="matter"
        label="The matter in a few words"
        hint="For example: threats and doxxing from an account abroad"
        required
      />
      <Radios
        name="pair"
        label="From the client's country to the subject's"
        options={pairs}
        defaultValue={pairs[0]?.value}
      />
      <Radios
        name="risk"
        label="Risk"
        options={risks.map((risk) => ({ value: risk, label: riskLabels[risk], hint: riskHints[risk] }))}
      />
      <Checkbox
        name="inDanger"
        label="In danger now"
        hint={`Phone first. ${emergency}. The case then starts with the emergency step`}
      />
    </div>
  );
}
