import { Chip } from "@/app/_ui/chip";
import { Items } from "@/app/_ui/items";
import { Facts, Panel } from "@/app/_ui/panel";
import { UnlessFrozen } from "@/app/_ui/unless-frozen";
import { mailItem } from "@/app/(work)/mail/mail-items";
import type { MailLine, ReplyAddressView } from "@/lib/escalation/incoming-mail/types";
import type { StepChoice } from "@/lib/escalation/letters/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { EndAddressForm, ReplyAddressForm } from "./reply-addresses";

type Props = {
  caseId: string;
  mails: readonly MailLine[];
  addresses: readonly ReplyAddressView[];
  steps: readonly StepChoice[];
  zone: string;
  closed: boolean;
};

/** The addresses at which offices answer about this case, and what came. */
export function MailPanel({ caseId, mails, addresses, steps, zone, closed }: Props) {
  return (
    <>
      {mails.length > 0 ? (
        <Panel id="mails" title={t("Mail that came in")} padded={false}>
          <Items items={mails.map((line) => mailItem(line, zone))} />
        </Panel>
      ) : null}
      <Panel id="addresses" title={t("Reply addresses of this case")}>
        <p className="read muted">
          {t(
            "An answer to such an address finds this case. Whoever has it can read nothing. Give each office its own, and end it when you no longer expect an answer.",
          )}
        </p>
        {addresses.length > 0 ? (
          <Facts
            items={addresses.map(({ id, counterpart, madeAt, madeBy, endedAt }) => ({
              key: id,
              name: counterpart.party,
              value: (
                <div className="stack">
                  <span>{counterpart.senders.join(", ")}</span>
                  <span className="muted small">
                    {t("Made {at}, by {by}", { at: formatInstant(madeAt, zone), by: madeBy ?? "" })}
                  </span>
                  {endedAt ? (
                    <Chip kind="plain">{t("Ended {at}", { at: formatInstant(endedAt, zone) })}</Chip>
                  ) : (
                    <UnlessFrozen what={counterpart.party}>
                      <EndAddressForm addressId={id} party={counterpart.party} />
                    </UnlessFrozen>
                  )}
                </div>
              ),
            }))}
          />
        ) : null}
        {closed ? null : (
          <UnlessFrozen what={t("Reply addresses of this case")}>
            <ReplyAddressForm caseId={caseId} steps={steps} />
          </UnlessFrozen>
        )}
      </Panel>
    </>
  );
}
