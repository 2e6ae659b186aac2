import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { addLiaisonAction } from "../actions";

/** Enters an officer who has no account. Somebody else calls their office back before anything goes to them. */
export function AddForm() {
  return (
    <ActionForm action={addLiaisonAction} label="Enter an officer without an account">
      <p>
        Nothing is sent to them. Once somebody else has called their office back, a packet can go to them by a
        first-contact link or on paper.
      </p>
      <div className="pair">
        <TextField name="name" label="Name" />
        <TextField name="rank" label="Rank" hint="For example Detective Sergeant" />
      </div>
      <div className="pair">
        <TextField name="forceNumber" label="Force number" />
        <TextField name="agency" label="Agency" hint="For example the police or the prosecution" />
      </div>
      <TextField name="unit" label="Station or unit" />
      <TextField name="email" type="email" label="Official e-mail" hint="Theirs at the office, not a private one" />
      <div className="pair">
        <TextField name="address" label="Address of the office" hint="E-mail or postal" />
        <TextField name="phone" type="tel" label="Phone of the office" />
      </div>
      <SubmitFoot variant="secondary" icon="user-plus" pendingText="Entering">
        Enter the officer
      </SubmitFoot>
    </ActionForm>
  );
}
