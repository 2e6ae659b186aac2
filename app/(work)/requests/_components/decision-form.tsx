import { Checkbox, Radios } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { safetyChecks } from "@/lib/privacy/data-subject-requests/labels";
import { isNeverConfirmed } from "@/lib/privacy/data-subject-requests/rules";
import type { RequestView } from "@/lib/privacy/data-subject-requests/types";
import { decideRequestAction } from "../actions";

const refuse = { value: "refuse", label: "Refuse it", hint: "With a neutral answer" };

/** Granting is offered only if possible; the safety review precedes both. */
export function DecisionForm({ request }: { request: RequestView }) {
  const { id, kind, fromWhom, state } = request;
  const never = isNeverConfirmed(kind, fromWhom);
  const grant = { value: "grant", label: "Grant it", hint: "It is sure who asks, and it is theirs to ask" };
  return (
    <ActionForm action={decideRequestAction} label={`Decide about request ${request.number}`} prefix="decide">
      <input type="hidden" name="requestId" value={id} />
      {state === "received" ? <p className="muted">It is not sure yet who asks, so it can only be refused.</p> : null}
      <Radios
        name="decision"
        label="Decision"
        options={never || state === "received" ? [refuse] : [grant, refuse]}
        required
      />
      <TextArea name="reason" label="Why" hint="Kept here, never in the answer" rows={3} />
      <fieldset className="field">
        <legend>Safety review</legend>
        {Object.entries(safetyChecks).map(([name, label]) => (
          <Checkbox key={name} name={name} label={label} />
        ))}
      </fieldset>
      {never ? null : (
        <Checkbox
          name="confirms"
          label="The answer may say that something is kept"
          hint="Left empty, the letter is the same as for a stranger"
        />
      )}
      <SubmitFoot pendingText="Saving">Decide</SubmitFoot>
    </ActionForm>
  );
}
