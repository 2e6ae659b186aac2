import { Checkbox } from "@/app/_ui/choice";
import { Disclosure } from "@/app/_ui/disclosure";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { stopQuestion } from "@/lib/casework/minors-stop/labels";
import type { StopDesk } from "@/lib/casework/minors-stop/types";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { liftStopAction, stopImagesAction } from "../actions";

type Props = { caseId: string; desk: StopDesk; zone: string };

/** Whether files are accepted, who decided that and why; and the two forms that change it. */
export function StopState({ caseId, desk, zone }: Props) {
  const { stop, before } = desk;
  return (
    <>
      {stop ? (
        <Notice kind="overdue" icon="ban" title={t("No file can be added, shown or handed out on this case")}>
          <p>
            {t("Set by {setBy}, {setAt}. {reason}", {
              setBy: stop.setBy,
              setAt: formatInstant(stop.setAt, zone),
              reason: stop.reason,
            })}
          </p>
          <p>
            {t("Files that came before are kept byte for byte. {value}", {
              value:
                desk.supervisors.length > 0
                  ? t("A supervisor who did not set it can lift it: {value}.", { value: desk.supervisors.join(", ") })
                  : t("A supervisor who did not set it can lift it."),
            })}
          </p>
        </Notice>
      ) : (
        <Panel title={stopQuestion} id="stop">
          <p>
            {t(
              "If it may be so, stop all files on this case now. Until a supervisor lifts it, nothing comes in or out.",
            )}
          </p>
          <ActionForm whileRestricted action={stopImagesAction} label={t("Stop all files on this case")}>
            <input type="hidden" name="caseId" value={caseId} />
            <TextArea
              name="reason"
              label={t("What you were told")}
              hint={t("In a sentence, without describing the image. Encrypted")}
              rows={2}
              required
            />
            <SubmitFoot variant="danger-solid" icon="ban" pendingText={t("Stopping files")}>
              {t("Stop all files on this case")}
            </SubmitFoot>
          </ActionForm>
        </Panel>
      )}
      {desk.mayLift ? <LiftForm caseId={caseId} /> : null}
      {before.length > 0 ? (
        <Panel title={t("Stops that were lifted")} id="lifted">
          {before.map((stop_) => (
            <p key={stop_.id} className="small">
              {t("Set by {setBy}, {setAt}: {reason} Lifted by {by}, {value}: {reason2}", {
                setBy: stop_.setBy,
                setAt: formatInstant(stop_.setAt, zone),
                reason: stop_.reason,
                by: stop_.lifted?.by,
                value: stop_.lifted ? formatInstant(stop_.lifted.at, zone) : "",
                reason2: stop_.lifted?.reason,
              })}
            </p>
          ))}
        </Panel>
      ) : null}
    </>
  );
}

function LiftForm({ caseId }: { caseId: string }) {
  return (
    <Disclosure icon="undo-2" label={t("Lift the stop")}>
      <ActionForm action={liftStopAction} label={t("Lift the stop")} className="panel panel__body">
        <input type="hidden" name="caseId" value={caseId} />
        <TextArea
          name="reason"
          label={t("Why no such image can be on this case")}
          hint={t("Encrypted, with your name and the time")}
          rows={3}
          required
        />
        <Checkbox
          name="sure"
          label={t("I have satisfied myself that no person under 18 is shown in a sexual image here")}
        />
        <SubmitFoot variant="danger" pendingText={t("Lifting the stop")}>
          {t("Lift the stop")}
        </SubmitFoot>
      </ActionForm>
    </Disclosure>
  );
}
