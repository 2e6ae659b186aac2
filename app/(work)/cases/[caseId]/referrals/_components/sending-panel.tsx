import { Checkbox } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm } from "@/app/_ui/form";
import { Facts } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { sendingWords } from "@/lib/integrations/case-sendings/labels";
import type { ReferralSendings } from "@/lib/integrations/case-sendings/types";
import { factWords } from "@/lib/integrations/receiving-systems/labels";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { sendCaseAction } from "../actions";

type PanelProps = {
  referralId: string;
  service: string;
  sendings: ReferralSendings;
  zone: string;
  confirm: Confirmation;
};

/** What would leave to the system of the service, to be read before it is sent, and what left. */
export function SendingPanel({ referralId, service, sendings: { outgoing, sendings }, zone, confirm }: PanelProps) {
  return (
    <>
      {sendings.map(({ id, state, by, askedAt, fields }) => (
        <Disclosure
          key={id}
          icon="send"
          label={t("Sent to their system, {when}: {state}", {
            when: formatInstant(askedAt, zone),
            state: sendingWords[state],
          })}
        >
          <p className="small muted">{t("By {name}. Exactly this left:", { name: by })}</p>
          <Facts items={fields} />
        </Disclosure>
      ))}
      {outgoing ? (
        <Disclosure icon="send" label={t("Send this case to the system of {service}", { service })}>
          <p>
            {t("Exactly this leaves, and nothing else. What {service} has then, this page cannot take back.", {
              service,
            })}
          </p>
          <Facts
            items={outgoing.fields.map(({ fact, name, value }) => ({
              name: t("{what} ({field})", { what: factWords[fact], field: name }),
              value,
            }))}
          />
          <ActionForm action={sendCaseAction} label={t("Send this case to the system of {service}", { service })}>
            <input type="hidden" name="referralId" value={referralId} />
            <input type="hidden" name="seen" value={outgoing.seen} />
            <Checkbox name="read" label={t("I have read what leaves, and the client agreed to it")} />
            <ConfirmField asks={confirm} />
            <SubmitFoot icon="send" pendingText={t("Sending the case")}>
              {t("Send the case")}
            </SubmitFoot>
          </ActionForm>
        </Disclosure>
      ) : null}
    </>
  );
}
