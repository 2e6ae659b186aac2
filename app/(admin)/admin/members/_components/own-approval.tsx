import { Select } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { SubmitButton, SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { ownApproval } from "@/lib/organisation/grants/labels";
import type { GrantView } from "@/lib/organisation/grants/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { civilDate } from "@/lib/platform/time/clock";
import { endGrantAction, grantOwnApprovalAction } from "../actions";

type OwnProps = {
  supervisors: readonly { id: string; name: string }[];
  grants: readonly GrantView[];
  zone: string;
  confirm: Confirmation;
};

/** The one permission that goes to a person and not to a role. */
export function OwnApproval({ supervisors, grants, zone, confirm }: OwnProps) {
  const others = supervisors.filter(({ id }) => !grants.some((grant) => grant.memberId === id));
  return (
    <Panel id="own-approval" title={ownApproval.title}>
      <p className="muted">{ownApproval.about}</p>
      {grants.length === 0 ? <p>{t("Nobody has this permission.")}</p> : null}
      {grants.map((grant) => (
        <div className="row row--between" key={grant.id}>
          <div>
            <span className="strong">{grant.name}</span>
            <p className="small">
              {t("Since {formatDate}, given by {grantedBy}: {reason}", {
                formatDate: formatDate(civilDate(grant.grantedAt, zone)),
                grantedBy: grant.grantedBy,
                reason: grant.reason,
              })}
            </p>
          </div>
          <ActionForm
            action={endGrantAction}
            label={t("End the permission of {name}", { name: grant.name })}
            guard={false}
            announceSaved={false}
          >
            <input type="hidden" name="memberId" value={grant.memberId} />
            <SubmitButton variant="secondary" small pendingText={t("Ending")}>
              {t("End")}
              <span className="vh"> {t("the permission of {name}", { name: grant.name })}</span>
            </SubmitButton>
          </ActionForm>
        </div>
      ))}
      {others.length > 0 ? (
        <ActionForm action={grantOwnApprovalAction} label={t("Give the permission")}>
          <Select
            name="memberId"
            label={t("Supervisor")}
            blank={t("Choose a supervisor")}
            options={others.map(({ id, name }) => ({ value: id, label: name }))}
          />
          <TextArea
            name="reason"
            label={t("Why")}
            hint={t("Why no second person can decide. Kept with the permission.")}
            rows={2}
          />
          <ConfirmField asks={confirm} />
          <SubmitFoot variant="secondary" icon="stamp" pendingText={t("Giving the permission")}>
            {t("Give the permission")}
          </SubmitFoot>
        </ActionForm>
      ) : null}
    </Panel>
  );
}
