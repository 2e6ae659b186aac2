import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { zoneHint } from "@/lib/handover/officers/labels";
import type { OfferedBody } from "@/lib/organisation/bodies/types";
import { t } from "@/lib/platform/language/translate";
import { BodyField } from "../../_components/body-field";
import { addLiaisonAction } from "../actions";

/** Enters an officer who has no account. Somebody else calls their office back before anything goes to them. */
export function AddForm({ offices }: { offices: readonly OfferedBody[] }) {
  return (
    <ActionForm action={addLiaisonAction} label={t("Enter an officer without an account")}>
      <p>
        {t(
          "Nothing is sent to them. Once somebody else has called their office back, a packet can go to them by a first-contact link or on paper.",
        )}
      </p>
      <div className="pair">
        <TextField name="name" label={t("Name")} />
        <TextField name="rank" label={t("Rank")} hint={t("For example Detective Sergeant")} />
      </div>
      <div className="pair">
        <TextField name="forceNumber" label={t("Force number")} />
        <TextField name="agency" label={t("Agency")} hint={t("For example the police or the prosecution")} />
      </div>
      <BodyField name="unit" label={t("Station or unit")} offered={offices} />
      <TextField
        name="email"
        type="email"
        label={t("Official e-mail")}
        hint={t("Theirs at the office, not a private one")}
      />
      <div className="pair">
        <TextField name="address" label={t("Address of the office")} hint={t("E-mail or postal")} />
        <TextField name="phone" type="tel" label={t("Phone of the office")} />
      </div>
      <TextField name="zone" label={t("Time zone of the office")} hint={zoneHint} optional />
      <SubmitFoot variant="secondary" icon="user-plus" pendingText={t("Entering")}>
        {t("Enter the officer")}
      </SubmitFoot>
    </ActionForm>
  );
}
