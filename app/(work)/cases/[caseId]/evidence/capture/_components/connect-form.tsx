import { ActionForm } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { makePairingAction } from "../actions";
import { CodeOnce } from "./code-once";

type Props = { caseId: string; address: string };

export function ConnectForm({ caseId, address }: Props) {
  return (
    <ActionForm
      action={makePairingAction}
      label={t("Connect the browser extension")}
      className="stack"
      guard={false}
      announceSaved={false}
      whileRestricted
    >
      <input type="hidden" name="caseId" value={caseId} />
      <CodeOnce address={address} />
      <div className="row">
        <SubmitButton variant="primary" pendingText={t("Making the code")}>
          {t("Make a code")}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
