import { Chip } from "@/app/_ui/chip";
import { EmptyState } from "@/app/_ui/empty-state";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { formatInstant } from "@/lib/platform/format";

type Row = {
  id: string;
  name: string;
  email: string;
  role: string;
  expiresAt: Date;
  expired: boolean;
  renewal: boolean;
};

type TableProps = { rows: readonly Row[]; zone: string; withdraw: FormAction };

export function InvitationsTable({ rows, zone, withdraw }: TableProps) {
  if (rows.length === 0) {
    return (
      <EmptyState icon="mail" title="No open invitations">
        A link that nobody has used yet shows here, so that you can withdraw it.
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
            {row.email}. {row.expired ? "Expired" : "Works until"} {formatInstant(row.expiresAt, zone)}.
          </span>
          <span className="item__side">
            {row.renewal ? <Chip icon="key-round">New sign-in</Chip> : null}
            {row.expired ? <Chip icon="timer">Expired</Chip> : null}
            <ActionForm action={withdraw} label={`Withdraw the invitation of ${row.name}`} guard={false}>
              <input type="hidden" name="invitationId" value={row.id} />
              <SubmitButton look="secondary" small pendingText="Withdrawing">
                Withdraw
              </SubmitButton>
            </ActionForm>
          </span>
        </div>
      ))}
    </div>
  );
}
