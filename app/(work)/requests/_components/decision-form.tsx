import { Checkbox, Radios } from "@/app/_ui/choice";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { t } from "@/lib/platform/language/translate";
import { safetyChecks } from "@/lib/privacy/data-subject-requests/labels";
import { isNeverConfirmed } from "@/lib/privacy/data-subject-requests/rules";
import type { RequestView } from "@/lib/privacy/data-subject-requests/types";
import { decideRequestAction } from "../actions";

const refuse = { value: "refuse", label: t("Refuse it"), hint: t("With a neutral answer") };

/** Granting is offered only if possible; the safety review precedes both. */
export function DecisionForm({ request }: { request: RequestView }) {
  const { id, kind, fromWhom, state } = request;
  const never = isNeverConfirmed(kind, fromWhom);
  const grant = {
    value: "grant",
    label: t("Grant it"),
    hint: t("We are sure who is asking, and they are entitled to ask"),
  };
  return (
    <ActionForm
      action={decideRequestAction}
      label={t("Decide about request {number}", { number: request.number })}
      prefix="decide"
    >
      <input type="hidden" name="requestId" value={id} />
      {state === "received" ? (
        <p className="muted">{t("We are not sure yet who is asking, so the request can only be refused.")}</p>
      ) : null}
      <Radios
        name="decision"
        label={t("Decision")}
        options={never || state === "received" ? [refuse] : [grant, refuse]}
        required
      />
      <TextArea name="reason" label={t("Why")} hint={t("Kept here, never in the answer")} rows={3} />
      <fieldset className="field">
        <legend>{t("Safety review")}</legend>
        {Object.entries(safetyChecks).map(([name, label]) => (
          <Checkbox key={name} name={name} label={label} />
        ))}
      </fieldset>
      {never ? null : (
        <Checkbox
          name="confirms"
          label={t("The answer may say that something is kept")}
          hint={t("If not ticked, the letter is the same as for a stranger")}
        />
      )}
      <SubmitFoot pendingText={t("Saving")}>{t("Decide")}</SubmitFoot>
    </ActionForm>
  );
}
