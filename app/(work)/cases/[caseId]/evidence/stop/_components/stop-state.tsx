import { Checkbox } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { stopQuestion } from "@/lib/casework/minors-stop/labels";
import type { StopDesk } from "@/lib/casework/minors-stop/types";
import { formatInstant } from "@/lib/platform/text/format";
import { liftStopAction, stopImagesAction } from "../actions";

type Props = { caseId: string; desk: StopDesk; zone: string };

/** Whether files are accepted, who decided that and why; and the two forms that change it. */
export function StopState({ caseId, desk, zone }: Props) {
  const { stop, before } = desk;
  return (
    <>
      {stop ? (
        <Notice kind="overdue" icon="ban" title="No file is taken, shown or handed out on this case">
          <p>
            Set by {stop.setBy}, {formatInstant(stop.setAt, zone)}. {stop.reason}
          </p>
          <p>
            Files that came before are kept byte for byte.{" "}
            {desk.supervisors.length > 0
              ? `A supervisor who did not set it can lift it: ${desk.supervisors.join(", ")}.`
              : "A supervisor who did not set it can lift it."}
          </p>
        </Notice>
      ) : (
        <Panel title={stopQuestion} id="stop">
          <p>If it may be so, stop all files on this case now. Until a supervisor lifts it, nothing comes in or out.</p>
          <ActionForm whileRestricted action={stopImagesAction} label="Stop all files on this case">
            <input type="hidden" name="caseId" value={caseId} />
            <TextArea
              name="reason"
              label="What you were told"
              hint="In a sentence, without describing the image. Encrypted"
              rows={2}
              required
            />
            <SubmitFoot variant="danger-solid" icon="ban" pendingText="Stopping files">
              Stop all files on this case
            </SubmitFoot>
          </ActionForm>
        </Panel>
      )}
      {desk.mayLift ? <LiftForm caseId={caseId} /> : null}
      {before.length > 0 ? (
        <Panel title="Stops that were lifted" id="lifted">
          {before.map((stop_) => (
            <p key={stop_.id} className="small">
              Set by {stop_.setBy}, {formatInstant(stop_.setAt, zone)}: {stop_.reason} Lifted by {stop_.lifted?.by},{" "}
              {stop_.lifted ? formatInstant(stop_.lifted.at, zone) : ""}: {stop_.lifted?.reason}
            </p>
          ))}
        </Panel>
      ) : null}
    </>
  );
}

function LiftForm({ caseId }: { caseId: string }) {
  return (
    <Disclosure icon="undo-2" label="Lift the stop">
      <ActionForm action={liftStopAction} label="Lift the stop" className="panel panel__body">
        <input type="hidden" name="caseId" value={caseId} />
        <TextArea
          name="reason"
          label="Why no such image can be on this case"
          hint="Encrypted, with your name and the time"
          rows={3}
          required
        />
        <Checkbox name="sure" label="I have satisfied myself that no person under 18 is shown in a sexual image here" />
        <SubmitFoot variant="danger" pendingText="Lifting the stop">
          Lift the stop
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}
