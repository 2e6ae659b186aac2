import { Checkbox, type Choice } from "@/app/_ui/choice";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { SafeContactFields } from "@/app/(work)/_components/safe-contact-fields";
import { t } from "@/lib/platform/language/translate";
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
    <ActionForm action={openCaseAction} label={t("Open a case")}>
      <DefaultSubmit />
      <KeptValue name="id" value={formId} />
      <KeptValue name="drawn" value="0" />
      <AlreadyOpen />
      {client ? (
        <KnownClient client={client} />
      ) : (
        <>
          <FormSection
            id="client"
            title={t("Client")}
            about={t("Who is helped. Everything but the code name is sealed.")}
          >
            <ClientFields typed={typed} />
          </FormSection>
          <FormSection
            id="safe"
            title={t("Safe contact")}
            about={t("Agree it with the client now, if you can. It is shown at the top of every page of the case.")}
          >
            <Checkbox
              name="client.safeContactLater"
              label={t("Not agreed yet")}
              hint={t(
                "Then leave the rest of this section empty. Nobody contacts the client before it is agreed, and agreeing it is the next step of the case",
              )}
            />
            <SafeContactFields prefix="client.safeContact." zones={zones} />
          </FormSection>
        </>
      )}
      <FormSection
        id="subject"
        title={t("Subject and accounts")}
        about={t("What is alleged. Leave out what is not known: the identity board takes it later.")}
      >
        <SubjectFields />
        <AccountRows platforms={platforms} confidences={confidences} />
      </FormSection>
      <FormSection
        id="matter"
        title={t("Matter and risk")}
        about={t("Which two countries, and how great the danger is.")}
      >
        <MatterFields pairs={pairs} emergency={emergency} />
      </FormSection>
      <FormSection
        id="incidents"
        title={t("First incidents")}
        about={t("What is known now. All of it can be logged later.")}
      >
        <IncidentRows natures={natures} zones={zones} />
      </FormSection>
      <SubmitFoot name="do" value="open" pendingText={t("Opening the case")} icon="folder-plus">
        {t("Open the case")}
      </SubmitFoot>
    </ActionForm>
  );
}
