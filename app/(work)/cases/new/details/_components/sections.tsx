import { Checkbox, type Choice, Radios } from "@/app/_ui/choice";
import { TextField } from "@/app/_ui/field";
import { Notice } from "@/app/_ui/notice";
import { riskHints, riskLabels } from "@/lib/casework/cases/labels";
import { risks } from "@/lib/casework/cases/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";

/** The least that opens a case, for a client who is known and for a new one. */
export const enough = {
  known: t("The matter and the risk are enough; the rest can follow on the case."),
  new: t(
    "Enough to start: a code name, a name, the matter, the risk, and “Not agreed yet” while safe contact is open. The rest can follow on the case.",
  ),
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

export function MatterFields({ pairs, emergency }: { pairs: readonly Choice[]; emergency: string }) {
  return (
    <div className="cols cols--2">
      <TextField
        name="matter"
        label={t("The matter in a few words")}
        hint={t("For example: threats and doxxing from an account abroad")}
        required
      />
      <Radios
        name="pair"
        label={t("From the client's country to the subject's")}
        options={pairs}
        defaultValue={pairs[0]?.value}
      />
      <Radios
        name="risk"
        label={t("Risk")}
        options={risks.map((risk) => ({ value: risk, label: riskLabels[risk], hint: riskHints[risk] }))}
        required
      />
      <Checkbox
        name="inDanger"
        label={t("In danger now")}
        hint={t("Phone first. {emergency}. The case then starts with the emergency step", { emergency })}
      />
    </div>
  );
}
