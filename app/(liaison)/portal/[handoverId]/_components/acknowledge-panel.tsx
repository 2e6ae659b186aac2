import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { OwnTime } from "@/app/_ui/own-time";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { HandoverView } from "@/lib/handover/handovers/types";
import { acknowledgeAction } from "../actions";

/** One act, no long form: says that the packet arrived, nothing more. */
export function AcknowledgePanel({ packet }: { packet: HandoverView }) {
  return (
    <Panel id="acknowledge" title="1. Acknowledge receipt">
      {packet.acknowledgedAt ? (
        <Notice
          kind="done"
          title={
            <>
              You acknowledged receipt on <OwnTime at={packet.acknowledgedAt} />
            </>
          }
        >
          {packet.acknowledgedNote}
        </Notice>
      ) : (
        <ActionForm action={acknowledgeAction} label="Acknowledge receipt">
          <input type="hidden" name="handoverId" value={packet.handoverId} />
          <p>Tells {packet.orgName} that you have it. It does not mean that you agree with it.</p>
          <TextField name="note" label="Note" hint="For example: passed on to the prosecutor" optional />
          <SubmitFoot icon="check" pendingText="Telling them">
            Acknowledge receipt
          </SubmitFoot>
        </ActionForm>
      )}
    </Panel>
  );
}
