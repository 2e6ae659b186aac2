import { Checkbox } from "@/app/_ui/choice";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { CaseChecks } from "@/lib/escalation/checks/types";
import { t } from "@/lib/platform/language/translate";
import { setCaseChecksAction } from "../actions";

/** Whether the checker looks at the addresses of this case; the client may not want it. */
export function CaseChecksForm({ caseId, checks }: { caseId: string; checks: CaseChecks }) {
  return (
    <ActionForm action={setCaseChecksAction} label={t("Address checker")} guard={false} className="panel panel__body">
      <input type="hidden" name="caseId" value={caseId} />
      <p className="read muted">
        {t(
          "The address checker looks by itself whether the items are still up, at these sites: {hosts}. A site sees that somebody looked, and not who.",
          { hosts: checks.hosts.join(", ") },
        )}
      </p>
      <Checkbox
        name="off"
        value="on"
        label={t("Leave the addresses of this case alone")}
        hint={t("If the client does not want it, or somebody could notice that a post is looked at")}
        defaultChecked={checks.off}
      />
      <SubmitFoot variant="secondary" pendingText={t("Saving")}>
        {t("Save")}
      </SubmitFoot>
    </ActionForm>
  );
}
