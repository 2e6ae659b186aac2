import type { Route } from "next";
import { ActionForm } from "@/app/_ui/form";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { minorsStopMessage, stopAnswer, stopQuestion } from "@/lib/casework/minors-stop/labels";
import { t } from "@/lib/platform/language/translate";
import { stopImagesAction } from "../stop/actions";

const stopPage = (caseId: string) => `/cases/${caseId}/evidence/stop` as Route;

type Props = { caseId: string; stopped: boolean };

/**
 * The question before any file is added. A yes stops files on the case at once and leads to the report; while a stop is
 * in force it says so. `action` is stopImagesAction.
 */
export function ImageStop({ caseId, stopped }: Props) {
  if (stopped) return <ImageStopStands caseId={caseId} />;
  return (
    <Notice kind="overdue" icon="ban" title={stopQuestion}>
      <p>{stopAnswer}</p>
      <ActionForm whileRestricted action={stopImagesAction} label={t("Start the report")} guard={false}>
        <input type="hidden" name="caseId" value={caseId} />
        <input type="hidden" name="reason" value="Yes was answered to the question on the evidence page." />
        <SubmitFoot variant="danger" icon="ban" pendingText={t("Stopping files")}>
          {t("Yes: start the report")}
        </SubmitFoot>
      </ActionForm>
    </Notice>
  );
}

/** Replaces the upload form while no files are accepted. */
export function ImageStopStands({ caseId }: { caseId: string }) {
  return (
    <Panel title={t("No file can be added to this case")} id="add">
      <p>{minorsStopMessage}</p>
      <p className="muted">
        {t("Files that came before are kept as they are. Nobody can open or hand them out meanwhile.")}
      </p>
      <div className="row">
        <LinkButton href={stopPage(caseId)} variant="primary" icon="ban">
          {t("Record the address and report it")}
        </LinkButton>
      </div>
    </Panel>
  );
}
