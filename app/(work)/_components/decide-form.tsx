import { Radios } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";
import { t } from "@/lib/platform/language/translate";

type DecideProps = {
  action: FormAction;
  label: string;
  prefix: string;
  /** The field that names what is decided, and its value. */
  of: { name: string; id: string };
  /** What happens when it is released. */
  released: string;
  /** What saying yes is called, unless to release. */
  yes?: string;
  asks: Confirmation;
  /** For a person who may only reject: the reason, if not given elsewhere, and the button text. */
  only?: { why?: string; word: string };
};

/** Approves or rejects somebody else's request. */
export function DecideForm({ action, label, prefix, of, released, yes, asks, only }: DecideProps) {
  return (
    <ActionForm action={action} label={label} guard={false} prefix={prefix}>
      <input type="hidden" name={of.name} value={of.id} />
      {only ? (
        <>
          {only.why ? <p className="muted">{only.why}</p> : null}
          <input type="hidden" name="decision" value="refuse" />
        </>
      ) : (
        <>
          <Radios
            name="decision"
            label={t("Decision")}
            options={[
              { value: "release", label: yes ?? t("Release it"), hint: released },
              { value: "refuse", label: t("Refuse") },
            ]}
          />
          <ConfirmField asks={asks} when={yes ? t("Only to say yes.") : t("Only to release it.")} />
        </>
      )}
      <SubmitFoot variant={only ? "secondary" : "primary"} pendingText={t("Saving")}>
        {only?.word ?? t("Decide")}
      </SubmitFoot>
    </ActionForm>
  );
}
