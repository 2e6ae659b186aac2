import type { Choice } from "@/app/_ui/choice";
import { Clash } from "@/app/_ui/clash";
import { ActionForm } from "@/app/_ui/form";
import { Icon } from "@/app/_ui/icon";
import { Facts, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { SafeContactFields, safeContactFields } from "@/app/(work)/_components/safe-contact-fields";
import { hoursIn } from "@/lib/casework/clients/rules";
import type { SafeContactView } from "@/lib/casework/clients/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, zoneName } from "@/lib/platform/text/format";
import { setSafeContactAction } from "../actions";

/** `every`: how often it is reviewed at the risk of the client's cases. */
type Props = { contact: SafeContactView; every: string | null; zones: readonly Choice[]; now: Date };

/** The whole protocol, first on the page, with its edit behind one press. */
export function SafeContactPanel({ contact, every, zones, now }: Props) {
  return (
    <Panel
      id="safe-contact"
      title={t("Safe contact")}
      end={
        <span className="muted">
          {contact.reviewedOn
            ? t("Reviewed {reviewedOn}", { reviewedOn: formatDate(contact.reviewedOn) })
            : t("Not reviewed with the client yet")}
        </span>
      }
    >
      <Facts
        items={[
          { name: t("How"), value: contact.channel },
          { name: t("When"), value: hoursIn(contact.hours, zoneName(now, contact.zone)) },
          { name: t("Voicemail"), value: contact.voicemail ? "May be left" : "Never" },
          { name: t("Who else sees it"), value: contact.deviceSeenBy },
          { name: t("Code word"), value: contact.codeWord ?? "Not yet agreed" },
          { name: t("Limits"), value: contact.never.length > 0 ? contact.never.join("; ") : "Nothing noted" },
          { name: t("Subject line"), value: contact.subjectLine },
        ]}
      />
      <details className="stack noprint">
        <summary className="btn btn--secondary">
          <Icon name="pencil" />
          {t("Review or change it")}
        </summary>
        <ActionForm action={setSafeContactAction} label={t("Safe contact")}>
          <input type="hidden" name="clientId" value={contact.clientId} />
          <p className="muted">
            {every
              ? t("Talk it through with the client: {every}, our default. Saving notes that it was reviewed today.", {
                  every,
                })
              : t("Talk it through with the client. Saving notes that it was reviewed today.")}
          </p>
          <Clash record={contact.clientId} fields={safeContactFields()} />
          <SafeContactFields zones={zones} known={contact} />
          <SubmitFoot variant="secondary" pendingText={t("Saving safe contact")}>
            {t("Save safe contact")}
          </SubmitFoot>
        </ActionForm>
      </details>
    </Panel>
  );
}
