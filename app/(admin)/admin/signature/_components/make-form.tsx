import { Checkbox } from "@/app/_ui/choice";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { ActionForm, type FormAction } from "@/app/_ui/form";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { Confirmation } from "@/lib/auth/sessions/types";

type MakeFormProps = { replaces: string | null; confirm: Confirmation; action: FormAction };

/** `replaces` is the fingerprint of the key in use, null when there is none. */
export function MakeForm({ replaces, confirm, action }: MakeFormProps) {
  return (
    <ActionForm action={action} label="Make a new key" guard={false}>
      <input type="hidden" name="replaces" value={replaces ?? ""} />
      {replaces ? (
        <Checkbox
          key={replaces}
          name="sure"
          label="Put a new key in the place of the one in use"
          hint="Packets from now on carry another fingerprint. Those that were signed before stay valid under the old one."
        />
      ) : null}
      <ConfirmField asks={confirm} />
      <div className="row">
        <SubmitButton look="secondary" pendingText="Making the key">
          {replaces ? "Make a new key" : "Make the key now"}
        </SubmitButton>
      </div>
    </ActionForm>
  );
}
