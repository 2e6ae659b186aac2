import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { waitingWords } from "@/lib/organisation/access-changes/labels";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { withdrawInvitationAction } from "../actions";

type Row = {
  id: string;
  name: string;
  email: string;
  role: string;
  expiresAt: Date;
  expired: boolean;
  renewal: boolean;
  waits: boolean;
  opensAt: Date | null;
};

type TableProps = { rows: readonly Row[]; zone: string };

export function InvitationsTable({ rows, zone }: TableProps) {
  if (rows.length === 0) {
    return (
      <EmptyState icon="mail" title={t("No open invitations")}>
        {t("A link that nobody has used yet shows here, so that you can withdraw it.")}
      </EmptyState>
    );
  }
  return (
    <div className="items">
      {rows.map((row) => (
        <div className="item" key={row.id}>
          <span className="item__title">
            {row.name}, {row.role.toLowerCase()}
          </span>
          <span className="item__why">
            {row.email}. {row.expired ? t("Expired") : t("Works until")} {formatInstant(row.expiresAt, zone)}.
            {row.waits && !row.expired ? ` ${waitingWords(row.opensAt && formatInstant(row.opensAt, zone))}` : null}
          </span>
          <span className="item__side">
            {row.renewal ? <Chip icon="key-round">{t("New sign-in")}</Chip> : null}
            {row.expired ? <Chip icon="timer">{t("Expired")}</Chip> : null}
            {row.waits && !row.expired ? <Chip icon="stamp">{t("Waits")}</Chip> : null}
            <ActionForm
              action={withdrawInvitationAction}
              label={t("Withdraw the invitation of {name}", { name: row.name })}
              guard={false}
            >
              <input type="hidden" name="invitationId" value={row.id} />
              <SubmitButton variant="secondary" small pendingText={t("Withdrawing")}>
                {t("Withdraw")}
              </SubmitButton>
            </ActionForm>
          </span>
        </div>
      ))}
    </div>
  );
}
