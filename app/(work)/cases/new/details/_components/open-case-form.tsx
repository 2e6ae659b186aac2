import { Checkbox, type Choice } from "@/app/_ui/choice";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { SafeContactFields } from "@/app/(work)/_components/safe-contact-fields";
import { openCaseAction } from "../actions";
import { ClientFields, type TypedClient } from "./client-fields";
import { AlreadyOpen, DefaultSubmit, KeptValue } from "./form-parts";
import { FormSection } from "./form-section";
import { AccountRows, IncidentRows } from "./repeated-rows";
import { KnownClient, MatterFields, SubjectFields } from "./sections";

export type OpenCaseFormProps = {
  /** Becomes the id of the case: the form sent twice opens one. */
  formId: string;
  client: { id: string; pseudonym: string; code: string; cases: number } | null;
  /** What was typed in the search before. */
  typed: TypedClient;
  platforms: readonly Choice[];
  confidences: readonly Choice[];
  natures: readonly Choice[];
  zones: readonly Choice[];
  pairs: readonly Choice[];
  /** Where to phone in danger. */
  emergency: string;
};

/** Opening a case on one page. Required fields are checked by the server, so that nothing typed is lost. */
export function OpenCaseForm(props: OpenCaseFormProps) {
  const { formId, client, typed, platforms, confidences, natures, zones, pairs, emergency } = props;
  return (
    <ActionForm action={openCaseAction} label="Open a case">
      <DefaultSubmit />
      <KeptValue name="id" value={formId} />
      <KeptValue name="drawn" value="0" />
      <AlreadyOpen />
      {client ? (
        <KnownClient client={client} />
      ) : (
        <>
          <FormSection id="client" title="Client" about="Who is helped. Everything but the code name is sealed.">
            <ClientFields typed={typed} />
          </FormSection>
          <FormSection
            id="safe"
            title="Safe contact"
            about="Agree it with the client now, if you can. It stands at the top of every page of the case."
          >
            <Checkbox
              name="client.safeContactLater"
              label="Not agreed yet"
              hint="Then leave the rest of this section empty. Nobody contacts the client before it is agreed, and agreeing it is the next step of the case"
            />
            <SafeContactFields prefix="client.safeContact." zones={zones} />
          </FormSection>
        </>
      )}
      <FormSection
        id="subject"
        title="Subject and accounts"
        about="What is alleged. Leave out what is not known: the identity board takes it later."
      >
        <SubjectFields />
        <AccountRows platforms={platforms} confidences={confidences} />
      </FormSection>
      <FormSection id="matter" title="Matter and risk" about="Which two countries, and how great the danger is.">
        <MatterFields pairs={pairs} emergency={emergency} />
      </FormSection>
      <FormSection id="incidents" title="First incidents" about="What is known now. All of it can be logged later.">
        <IncidentRows natures={natures} zones={zones} />
      </FormSection>
      <SubmitFoot name="do" value="open" pendingText="Opening the case" icon="folder-plus">
        Open the case
      </SubmitFoot>
    </ActionForm>
  );
}
