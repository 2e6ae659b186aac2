import { Chip, type ChipKind } from "@/app/_ui/chip";
import { Radios } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { DateField, TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Facts, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { OwnFacts, OwnFieldsForm } from "@/app/(work)/_components/own-fields-panel";
import type { Confirmation } from "@/lib/auth/sessions/types";
import type { FilledField } from "@/lib/casework/custom-values/types";
import { consentLabels, referralStateLabels } from "@/lib/casework/referrals/labels";
import { type ReferralState, type ReferralView, referralAnswers } from "@/lib/casework/referrals/types";
import type { ReferralSendings } from "@/lib/integrations/case-sendings/types";
import type { CaseClock } from "@/lib/law/clocks/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, formatInstant } from "@/lib/platform/text/format";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { amendReferralFieldsAction, answerReferralAction, endReferralAction, withdrawReferralAction } from "../actions";
import { SendingPanel } from "./sending-panel";

type Props = {
  referral: ReferralView;
  /** The organisation's own fields of it. */
  own: readonly FilledField[];
  /** Of the day by which an answer was expected, while it runs. */
  clock: CaseClock | undefined;
  today: CivilDate;
  zone: string;
  closed: boolean;
  /** What would leave to the system of the service, and what left; undefined where there is none. */
  sendings: ReferralSendings | undefined;
  confirm: Confirmation;
};

const kinds: Record<ReferralState, ChipKind> = {
  open: "waiting",
  accepted: "done",
  declined: "warning",
  ended: "plain",
  withdrawn: "plain",
};

/** One referral: what was asked and passed on, and what came of it. */
export function ReferralEntry({ referral, own, clock, today, zone, closed, sendings, confirm }: Props) {
  const { id, number, service, state } = referral;
  const late = clock?.state === "overdue";
  return (
    <Panel
      id={`referral-${id}`}
      title={t("{number}. {name}", { number, name: service.name })}
      end={
        <Chip kind={late ? "overdue" : kinds[state]}>
          {late ? lateWords(state, clock.words) : referralStateLabels[state]}
        </Chip>
      }
      padded
    >
      <Facts items={factsOf(referral, zone, clock)} />
      {own.length > 0 ? <OwnFacts fields={own} /> : null}
      {closed ? null : <Forms referral={referral} today={today} />}
      {sendings ? (
        <SendingPanel referralId={id} service={service.name} sendings={sendings} zone={zone} confirm={confirm} />
      ) : null}
      {closed || own.length === 0 ? null : (
        <Disclosure label={t("Change the fields of your organisation")}>
          <OwnFieldsForm
            recordId={id}
            ids={{ referralId: id }}
            fields={own}
            action={amendReferralFieldsAction}
            of={service.name}
          />
        </Disclosure>
      )}
    </Panel>
  );
}

const lateWords = (state: ReferralState, words: string): string =>
  state === "accepted" ? t("Outcome: {words}", { words }) : t("Answer: {words}", { words });

function Forms({ referral: { id, state, number }, today }: Pick<Props, "referral" | "today">) {
  if (state !== "open" && state !== "accepted") return null;
  return (
    <div className="row">
      {state === "open" ? (
        <Disclosure icon="mail" label={t("Record the answer")}>
          <ActionForm action={answerReferralAction} label={t("Answer to referral {number}", { number })}>
            <input type="hidden" name="referralId" value={id} />
            <Radios
              name="answer"
              label={t("What they said")}
              options={referralAnswers.map((value) => ({ value, label: referralStateLabels[value] }))}
            />
            <DateField name="answeredOn" label={t("Day of the answer")} max={today} defaultValue={today} />
            <TextArea name="words" label={t("Who answered, and what was said")} rows={2} maxLength={1000} />
            <DateField
              name="outcomeBy"
              label={t("Ask for the outcome on")}
              hint={t("If they accepted. Empty: our own default counts, sooner when the risk is raised")}
              min={today}
              optional
            />
            <SubmitFoot icon="check" pendingText={t("Saving the answer")}>
              {t("Save the answer")}
            </SubmitFoot>
          </ActionForm>
        </Disclosure>
      ) : (
        <Disclosure icon="check" label={t("Record the outcome")}>
          <ActionForm action={endReferralAction} label={t("Outcome of referral {number}", { number })}>
            <input type="hidden" name="referralId" value={id} />
            <DateField name="endedOn" label={t("Day on which it ended")} max={today} defaultValue={today} />
            <TextArea name="outcome" label={t("What came of it")} rows={2} maxLength={1000} />
            <SubmitFoot icon="check" pendingText={t("Saving the outcome")}>
              {t("Save the outcome")}
            </SubmitFoot>
          </ActionForm>
        </Disclosure>
      )}
      <Disclosure icon="undo-2" label={t("Withdraw")}>
        <ActionForm action={withdrawReferralAction} label={t("Withdraw referral {number}", { number })}>
          <input type="hidden" name="referralId" value={id} />
          <p>
            {t("For example because the client no longer agrees. Tell the service too: what they know stays known.")}
          </p>
          <TextArea name="reason" label={t("Why")} rows={2} maxLength={1000} />
          <SubmitFoot variant="secondary" icon="undo-2" pendingText={t("Withdrawing")}>
            {t("Withdraw the referral")}
          </SubmitFoot>
        </ActionForm>
      </Disclosure>
    </div>
  );
}

function factsOf(referral: ReferralView, zone: string, clock: CaseClock | undefined) {
  const { service, consent, consentOn, answerBy } = referral;
  const ways = [service.phone, service.email].filter(Boolean).join(", ");
  const agreed = consentOn
    ? t("{how}, {day}", { how: consentLabels[consent].label, day: formatDate(consentOn) })
    : consentLabels[consent].label;
  const known = [
    {
      name: t("Service"),
      value: ways ? `${service.kindText}: ${ways}` : service.kindText,
    },
    { name: t("Asked for"), value: referral.purpose },
    { name: t("Passed on"), value: referral.passedOn },
    { name: t("Consent"), value: referral.consentNote ? `${agreed}. ${referral.consentNote}` : agreed },
    { name: t("Made"), value: `${formatInstant(referral.madeAt, zone)}, ${referral.madeBy}` },
    { name: t("Answer expected by"), value: answerBy && formatDate(answerBy) },
    {
      name: t("Answer"),
      value:
        referral.answeredOn &&
        `${formatDate(referral.answeredOn)}: ${referral.answer ?? ""} (${referral.answeredBy ?? ""})`,
    },
    { name: t("Ask for the outcome on"), value: referral.state === "accepted" && clock && formatDate(clock.dueOn) },
    {
      name: referral.state === "withdrawn" ? t("Withdrawn") : t("Outcome"),
      value:
        referral.endedOn && `${formatDate(referral.endedOn)}: ${referral.outcome ?? ""} (${referral.endedBy ?? ""})`,
    },
  ];
  return known.flatMap(({ name, value }) => (value ? [{ name, value }] : []));
}
