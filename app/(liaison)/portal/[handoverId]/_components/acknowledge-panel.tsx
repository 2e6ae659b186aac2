import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { OwnTime } from "@/app/_ui/own-time";
import { Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { HandoverView } from "@/lib/handover/handovers/types";
import { t } from "@/lib/platform/language/translate";
import { acknowledgeAction } from "../actions";

/** One act, no long form: says that the packet arrived, nothing more. */
export function AcknowledgePanel({ packet }: { packet: HandoverView }) {
  return (
    <Panel id="acknowledge" title={t("1. Acknowledge receipt")}>
      {packet.acknowledgedAt ? (
        <Notice
          kind="done"
          title={rich("You acknowledged receipt on {ownTime}", { ownTime: <OwnTime at={packet.acknowledgedAt} /> })}
        >
          {packet.acknowledgedNote}
        </Notice>
      ) : (
        <ActionForm action={acknowledgeAction} label={t("Acknowledge receipt")}>
          <input type="hidden" name="handoverId" value={packet.handoverId} />
          <p>
            {t("Tells {orgName} that you have it. It does not mean that you agree with it.", {
              orgName: packet.orgName,
            })}
          </p>
          <TextField name="note" label={t("Note")} hint={t("For example: passed on to the prosecutor")} optional />
          <SubmitFoot icon="check" pendingText={t("Telling them")}>
            {t("Acknowledge receipt")}
          </SubmitFoot>
        </ActionForm>
      )}
    </Panel>
  );
}
