import { CustomInputs } from "@/app/_shell/custom-inputs";
import type { Choice } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { SafeContactFields } from "@/app/(work)/_components/safe-contact-fields";
import { ConsentFields } from "@/app/(work)/cases/_components/consent-fields";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { t } from "@/lib/platform/language/translate";
import type { Carried, FromEnquiry } from "../../carried";
import { openCaseAction } from "../actions";
import { ClientFields } from "./client-fields";
import { FoldedSection } from "./folded-section";
import { AlreadyOpen, DefaultSubmit, KeptValue } from "./form-parts";
import { PossibleMatch } from "./possible-match";
import { AccountRows, IncidentRows } from "./repeated-rows";
import { FirstAnswers, KnownClient, MatterFields, RiskFields, SubjectFields } from "./sections";

export type OpenCaseFormProps = {
  /** Becomes the id of the case: the form sent twice opens one. */
  formId: string;
  client: { id: string; pseudonym: string; code: string; cases: number } | null;
  /** A code name that is free. */
  codeName: string;
  /** What was typed in the search before. */
  typed: Carried;
  /** The enquiry from which the case is opened. */
  enquiry: FromEnquiry | null;
  platforms: readonly Choice[];
  confidences: readonly Choice[];
  natures: readonly Choice[];
  zones: readonly Choice[];
  pairs: readonly Choice[];
  /** The pair that most cases of the organisation have. */
  usualPair: string | null;
  /** Where to phone in danger. */
  emergency: string;
  /** The organisation's own fields of a case. */
  ownFields: readonly CustomField[];
  /** Those of a client, where the client is new. */
  clientFields: readonly CustomField[];
};

/**
 * Opening a case: what has to be said at once, then all that can wait. Fields are checked by the server, so that nothing
 * typed is lost.
 */
export function OpenCaseForm(props: OpenCaseFormProps) {
  const { formId, client, codeName, typed, emergency, enquiry, ownFields } = props;
  const asked = ownFields.filter(({ required }) => required === "opening");
  const others = ownFields.filter(({ required }) => required !== "opening");
  return (
    <ActionForm action={openCaseAction} label={t("Open a case")}>
      <DefaultSubmit />
      <KeptValue name="id" value={formId} />
      <KeptValue name="drawn" value="0" />
      <AlreadyOpen />
      {enquiry ? <EnquiryWords enquiry={enquiry} /> : null}
      <PossibleMatch />
      {client ? <KnownClient client={client} /> : null}
      <Panel id="first" title={t("To open the case")}>
        {client ? null : <FirstAnswers codeName={codeName} safe={enquiry?.channel ?? typed.safe} />}
        <MatterFields
          emergency={emergency}
          matter={typed.matter}
          inDanger={enquiry?.isDanger || typed.inDanger === "on"}
        />
        <CustomInputs fields={asked} />
      </Panel>
      <Panel id="more" title={t("What else you know")} padded={false}>
        {client ? null : (
          <ClientSections typed={typed} zones={props.zones} enquiry={enquiry} ownFields={props.clientFields} />
        )}
        <FoldedSection
          id="consent"
          title={t("Consent, or another lawful ground")}
          about={t("On which ground we work on this case. It gives nothing to anybody: a release does that, later.")}
          fields={["consent."]}
        >
          <ConsentFields prefix="consent." choose />
        </FoldedSection>
        <MatterSections {...props} />
        {others.length > 0 ? (
          <FoldedSection
            id="own-fields"
            title={t("Fields of your organisation")}
            about={t("What your organisation asks about a case.")}
            fields={others.flatMap(({ id }) => [`custom.${id}`, `customUnknown.${id}`])}
          >
            <CustomInputs fields={others} />
          </FoldedSection>
        ) : null}
      </Panel>
      <FormFoot>
        <SubmitButton name="do" value="open" pendingText={t("Opening the case")} icon="folder-plus">
          {t("Open the case")}
        </SubmitButton>
        <SubmitButton variant="secondary" name="do" value="later" pendingText={t("Saving the case")} icon="save">
          {t("Save and finish later")}
        </SubmitButton>
        <span className="muted">{t("To finish later, the case is saved as it is and says what is missing.")}</span>
      </FormFoot>
    </ActionForm>
  );
}

/** What she wrote herself, beside what is written now. It stays with the case as she wrote it. */
function EnquiryWords({ enquiry }: { enquiry: FromEnquiry }) {
  return (
    <Panel id="enquiry" title={t("In her words")}>
      <KeptValue name="enquiry" value={enquiry.id} />
      <p className="prewrap" dir="auto">
        {enquiry.what || t("She did not say what is happening.")}
      </p>
      <p className="muted">
        {t("The enquiry becomes part of the case. What stands in quotation marks below is hers: check it with her.")}
      </p>
    </Panel>
  );
}

type ClientProps = {
  typed: Carried;
  zones: readonly Choice[];
  enquiry: FromEnquiry | null;
  ownFields: readonly CustomField[];
};

function ClientSections({ typed, zones, enquiry, ownFields }: ClientProps) {
  const known = enquiry && {
    channel: enquiry.channel,
    hours: enquiry.hours,
    zone: zones[0]?.value ?? "",
    voicemail: false,
    deviceSeenBy: enquiry.deviceSeenBy,
    codeWord: null,
    never: enquiry.never === "" ? [] : [enquiry.never],
    subjectLine: "",
  };
  return (
    <>
      <FoldedSection
        id="client"
        title={t("Name, identity number, phone, address")}
        about={t("Who is helped. All of it is encrypted.")}
        fields={[
          "client.name",
          "client.identityNumber",
          "client.phone",
          "client.email",
          "client.address",
          "client.isMinor",
          ...ownFields.flatMap(({ id }) => [`clientOwn.custom.${id}`, `clientOwn.customUnknown.${id}`]),
        ]}
        filled={Boolean(typed.name || typed.phone || typed.email || typed.identityNumber)}
      >
        <ClientFields typed={typed} />
        <CustomInputs fields={ownFields} prefix="clientOwn." />
      </FoldedSection>
      <FoldedSection
        id="safe"
        title={t("Safe hours, code word, limits")}
        about={t("Agree it with the client when you can. It is shown at the top of every page of the case.")}
        fields={[
          "client.safeContact.hours",
          "client.safeContact.deviceSeenBy",
          "client.safeContact.codeWord",
          "client.safeContact.never",
          "client.safeContact.subjectLine",
        ]}
        filled={Boolean(enquiry)}
      >
        <SafeContactFields prefix="client.safeContact." zones={zones} known={known ?? undefined} whole={false} />
      </FoldedSection>
    </>
  );
}

function MatterSections({ typed, platforms, confidences, natures, zones, pairs, usualPair }: OpenCaseFormProps) {
  return (
    <>
      <FoldedSection
        id="subject"
        title={t("Subject and accounts")}
        about={t("What is alleged. Leave out what is not known: the identity board takes it later.")}
        fields={["subject.", "accounts."]}
        filled={Boolean(typed.handle)}
      >
        <SubjectFields />
        <AccountRows platforms={platforms} confidences={confidences} handle={typed.handle} />
      </FoldedSection>
      <FoldedSection
        id="incidents"
        title={t("First incidents")}
        about={t("What is known now, also without its time. All of it can be logged later.")}
        fields={["incidents."]}
      >
        <IncidentRows natures={natures} zones={zones} />
      </FoldedSection>
      <FoldedSection
        id="risk"
        title={t("Risk and countries")}
        about={t("How great the danger is, and which two countries.")}
        fields={["risk", "pair"]}
      >
        <RiskFields pairs={pairs} usualPair={usualPair} />
      </FoldedSection>
      <FoldedSection
        id="number"
        title={t("A number from police, a court or a platform")}
        about={t("Saved with the other numbers of the case.")}
        fields={["number"]}
        filled={Boolean(typed.number)}
      >
        <TextField
          name="number"
          label={t("Number")}
          hint={t("As you have it, for example: Fynbos Road CAS 123/4/2026")}
          defaultValue={typed.number}
          optional
        />
      </FoldedSection>
    </>
  );
}
