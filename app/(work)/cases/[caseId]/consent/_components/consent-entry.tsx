import { Chip } from "@/app/_ui/chip";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Facts } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { groundLabels, purposeLabels, wayLabels } from "@/lib/casework/consents/labels";
import { signaturePath } from "@/lib/casework/consents/rules";
import type { ConsentView } from "@/lib/casework/consents/types";
import type { PickList } from "@/lib/casework/incidents/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { PickOne } from "../../../_components/pick-one";
import { fileConsentPaperAction, withdrawConsentAction } from "../actions";

type Props = {
  caseId: string;
  consent: ConsentView;
  /** Null for one that no longer counts: nothing is added to it. */
  exhibits: PickList | null;
};

/** One consent as it was recorded, with what may still be done with it. */
export function ConsentEntry({ caseId, consent, exhibits }: Props) {
  const { withdrawn } = consent;
  return (
    <article className="stack" id={`consent-${consent.id}`} aria-label={groundLabels[consent.ground]}>
      <div className="row">
        <h3>{groundLabels[consent.ground]}</h3>
        {withdrawn ? (
          <Chip kind="warning" icon="undo-2">
            {t("Withdrawn {on}", { on: formatDate(withdrawn.on) })}
          </Chip>
        ) : exhibits ? (
          <Chip kind="done">{t("Counts now")}</Chip>
        ) : (
          <Chip icon="history">{t("Replaced by a later one")}</Chip>
        )}
      </div>
      <Facts items={factsOf(consent)} />
      {consent.signature ? (
        <svg className="signature__picture" viewBox="0 0 1000 400" role="img" aria-label={t("Signature")}>
          <path className="signature__line" d={signaturePath(consent.signature)} />
        </svg>
      ) : null}
      {exhibits ? <Acts caseId={caseId} consent={consent} exhibits={exhibits} /> : null}
    </article>
  );
}

function factsOf(consent: ConsentView): { name: string; value: string }[] {
  const { purposes, otherPurpose, withdrawn } = consent;
  const forWhat = [...purposes.map((purpose) => purposeLabels[purpose]), ...(otherPurpose ? [otherPurpose] : [])];
  const guardian = [
    consent.guardianName,
    consent.guardianRelation,
    consent.guardianAgreed === null ? null : consent.guardianAgreed ? t("agrees") : t("has not agreed yet"),
  ].filter((part) => part !== null);
  const all: [string, string | null][] = [
    [t("How"), consent.way && wayLabels[consent.way]],
    [t("Who agreed"), consent.signedName],
    [t("On"), formatDate(consent.givenOn)],
    [t("What it is for"), forWhat.join("; ") || null],
    [t("In words"), consent.words],
    [t("Guardian"), guardian.join(", ") || null],
    [t("Why there is no guardian"), consent.noGuardian],
    [t("Signed paper"), consent.exhibit?.code ?? (consent.way === "on_paper" ? t("Not on file yet") : null)],
    [t("Recorded by"), consent.recordedBy],
    [
      t("Why it ended"),
      withdrawn &&
        (withdrawn.by ? t("{reason} ({by})", { reason: withdrawn.reason, by: withdrawn.by }) : withdrawn.reason),
    ],
  ];
  return all.flatMap(([name, value]) => (value ? [{ name, value }] : []));
}

function Acts({ caseId, consent, exhibits }: Props & { exhibits: PickList }) {
  const wantsPaper = consent.exhibit === null && exhibits.options.length > 0;
  return (
    <div className="row noprint">
      {wantsPaper ? (
        <Disclosure icon="paperclip" label={t("Name the signed paper")}>
          <ActionForm action={fileConsentPaperAction} label={t("Name the signed paper")} className="panel panel__body">
            <input type="hidden" name="caseId" value={caseId} />
            <input type="hidden" name="consentId" value={consent.id} />
            <PickOne
              name="exhibitId"
              label={t("The signed paper")}
              hint={t("Upload the scan or photo under Evidence first")}
              blank={t("Choose an exhibit")}
              list={exhibits}
            />
            <SubmitFoot variant="secondary" pendingText={t("Saving")}>
              {t("Save the paper")}
            </SubmitFoot>
          </ActionForm>
        </Disclosure>
      ) : null}
      <Disclosure icon="undo-2" label={t("The client withdraws it")}>
        <ActionForm
          whileRestricted
          action={withdrawConsentAction}
          label={t("Withdraw consent")}
          className="panel panel__body"
        >
          <input type="hidden" name="caseId" value={caseId} />
          <input type="hidden" name="consentId" value={consent.id} />
          <TextField name="reason" label={t("What the client said, or why it ended")} required />
          <DateField name="withdrawnOn" label={t("On")} hint={t("Today when left empty")} optional />
          <SubmitFoot variant="secondary" pendingText={t("Saving")}>
            {t("Save the withdrawal")}
          </SubmitFoot>
        </ActionForm>
      </Disclosure>
    </div>
  );
}
