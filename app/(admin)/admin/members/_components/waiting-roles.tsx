import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { waitingWords } from "@/lib/organisation/access-changes/labels";
import type { AccessChangeView, AccessRole } from "@/lib/organisation/access-changes/types";
import { formatInstant } from "@/lib/platform/text/format";
import { withdrawRoleAction } from "../actions";

type WaitingProps = {
  waiting: readonly Omit<AccessChangeView, "whyNot">[];
  roleWords: Record<AccessRole, string>;
  zone: string;
};

/** Roles awaiting a second person's approval. Pending links are listed with the invitations. */
export function WaitingRoles({ waiting, roleWords, zone }: WaitingProps) {
  if (waiting.length === 0) return null;
  return (
    <Panel id="waiting" title="Roles that wait" padded={false}>
      <div className="items">
        {waiting.map((change) => (
          <div className="item" key={change.id}>
            <span className="item__title">
              {change.name}, {roleWords[change.role].toLowerCase()}
            </span>
            <span className="item__why">
              Asked for by {change.askedBy} on {formatInstant(change.askedAt, zone)}.{" "}
              {waitingWords(change.opensAt && formatInstant(change.opensAt, zone))}
            </span>
            <span className="item__side">
              <ActionForm action={withdrawRoleAction} label={`Take back the role of ${change.name}`} guard={false}>
                <input type="hidden" name="changeId" value={change.id} />
                <SubmitButton variant="secondary" small pendingText="Taking it back">
                  Take it back
                </SubmitButton>
              </ActionForm>
            </span>
          </div>
        ))}
      </div>
    </Panel>
  );
}
