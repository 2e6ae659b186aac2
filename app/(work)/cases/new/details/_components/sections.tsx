import { Checkbox, type Choice, Radios } from "@/app/_ui/choice";
import { TextArea, TextField } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { riskHints, riskLabels } from "@/lib/casework/cases/labels";
import { risks } from "@/lib/casework/cases/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

/** The least that opens a case, for a client who is known and for a new one. */
export const enough = {
  known: t("One answer opens the case. Everything else can be given here, or later on the case."),
  own: t("The first answers open the case. Everything else can be given here, or later on the case."),
  new: t("Three answers open the case. Everything else can be given here, or later on the case."),
};

export function KnownClient({ client }: { client: { id: string; pseudonym: string; code: string; cases: number } }) {
  return (
    <Notice kind="info" icon="user" title={`${client.pseudonym}, ${client.code}`}>
      <input type="hidden" name="clientId" value={client.id} />
      {t("Known, with {cases} that you may see. Safe contact and address are kept with the client.", {
        cases: plural(client.cases, "case"),
      })}
    </Notice>
  );
}

/** The code name and the way to the client: the first two answers of three. */
export function FirstAnswers({ codeName, safe }: { codeName: string; safe: string | undefined }) {
  return (
    <>
      <TextField
        name="client.pseudonym"
        label={t("Code name")}
        hint={t("Shown in every list. Use this one, or another that points to nobody")}
        defaultValue={codeName}
        required
      />
      <div className="stack stack--s">
        <TextField
          name="client.safeContact.channel"
          label={t("How can we contact the client safely?")}
          hint={t("For example: WhatsApp text only, weekdays after 17:00")}
          defaultValue={safe}
        />
        <Checkbox
          name="client.safeContactLater"
          label={t("Not agreed yet")}
          hint={t("Then nobody contacts the client first: agreeing it is the next step of the case")}
        />
      </div>
    </>
  );
}

type MatterProps = { emergency: string; matter: string | undefined; inDanger: boolean };

/** What happened in a sentence, and whether somebody has to be phoned before anything else. */
export function MatterFields({ emergency, matter, inDanger }: MatterProps) {
  return (
    <>
      <TextArea
        name="matter"
        label={t("What happened, in one sentence")}
        hint={t("Shown in lists, so leave names out. For example: threats from an account abroad")}
        rows={2}
        defaultValue={matter}
        required
      />
      <Checkbox
        name="inDanger"
        label={t("In danger now")}
        hint={t("Phone first. {emergency}. The case then starts with the emergency step", { emergency })}
        defaultChecked={inDanger}
      />
    </>
  );
}

export function SubjectFields() {
  return (
    <div className="cols cols--2">
      <TextField
        name="subject.allegedName"
        label={t("Alleged name")}
        hint={t("What the client says. It is kept as alleged")}
        optional
      />
      <TextField
        name="subject.allegedPlace"
        label={t("Alleged place")}
        hint={t("Town and state, if anything is known")}
        optional
      />
    </div>
  );
}

export function RiskFields({ pairs, usualPair }: { pairs: readonly Choice[]; usualPair: string | null }) {
  return (
    <div className="cols cols--2">
      <Radios
        name="risk"
        label={t("Risk")}
        options={[
          { value: "", label: t("Not assessed yet"), hint: t("Listed with elevated risk until somebody assesses it.") },
          ...risks.map((risk) => ({ value: risk, label: riskLabels[risk], hint: riskHints[risk] })),
        ]}
        defaultValue=""
      />
      <Radios
        name="pair"
        label={t("From the client's country to the subject's")}
        options={pairs}
        defaultValue={usualPair ?? pairs[0]?.value}
      />
    </div>
  );
}
