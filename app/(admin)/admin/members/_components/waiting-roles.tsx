import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { waitingWords } from "@/lib/organisation/access-changes/labels";
import type { AccessChangeView, AccessRole } from "@/lib/organisation/access-changes/types";
import { t } from "@/lib/platform/language/translate";
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
    <Panel id="waiting" title={t("Roles that wait")} padded={false}>
      <div className="items">
        {waiting.map((change) => (
          <div className="item" key={change.id}>
            <span className="item__title">
              {change.name}, {roleWords[change.role].toLowerCase()}
            </span>
            <span className="item__why">
              {t("Asked for by {askedBy} on {askedAt}. {waitingWords}", {
                askedBy: change.askedBy,
                askedAt: formatInstant(change.askedAt, zone),
                waitingWords: waitingWords(change.opensAt && formatInstant(change.opensAt, zone)),
              })}
            </span>
            <span className="item__side">
              <ActionForm
                action={withdrawRoleAction}
                label={t("Take back the role of {name}", { name: change.name })}
                guard={false}
              >
                <input type="hidden" name="changeId" value={change.id} />
                <SubmitButton variant="secondary" small pendingText={t("Taking it back")}>
                  {t("Take it back")}
                </SubmitButton>
              </ActionForm>
            </span>
          </div>
        ))}
      </div>
    </Panel>
  );
}
