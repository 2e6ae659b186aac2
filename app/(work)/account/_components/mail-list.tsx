import { Chip } from "@/app/_ui/chip";
import { Notice } from "@/app/_ui/notice";
import type { MailView } from "@/lib/escalation/reminders/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";

type Props = { mails: readonly MailView[]; zone: string; now: Date; hasServer: boolean };

/** The last mails and what became of each, so that silence has a reason. */
export function MailList({ mails, zone, now, hasServer }: Props) {
  return (
    <>
      {hasServer ? null : (
        <Notice kind="warning" title={t("No mail server is set, so nothing is sent")}>
          {t("Reminders are made and wait here. Ask whoever runs Crossdocket for your organisation to set one.")}
        </Notice>
      )}
      <h3>{t("Last mails to you")}</h3>
      {mails.length === 0 ? (
        <p className="muted">{t("None yet.")}</p>
      ) : (
        <ul className="stack">
          {mails.map((mail) => (
            <li key={mail.id} className="row row--between">
              <span>
                {mail.subject}
                <span className="muted"> · {formatInstant(mail.madeAt, zone)}</span>
              </span>
              <MailState mail={mail} zone={zone} now={now} hasServer={hasServer} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function MailState({ mail, zone, now, hasServer }: { mail: MailView } & Omit<Props, "mails">) {
  if (mail.sentAt) return <Chip kind="done">{t("Sent {sentAt}", { sentAt: formatInstant(mail.sentAt, zone) })}</Chip>;
  if (!hasServer) return <Chip kind="line">{t("Not sent: no mail server set")}</Chip>;
  if (mail.failure) return <Chip kind="overdue">{t("Not sent: {failure}", { failure: mail.failure })}</Chip>;
  if (mail.notBefore > now)
    return <Chip kind="waiting">{t("Waits for {notBefore}", { notBefore: formatInstant(mail.notBefore, zone) })}</Chip>;
  return <Chip kind="waiting">{t("On its way")}</Chip>;
}
