"use client";

import { TextField } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { FormView } from "@/lib/documents/forms/types";
import { t } from "@/lib/platform/language/translate";
import { describeFormAction } from "../../actions";

/** Whose form it is, what it is called, which edition, and where it came from. */
export function DetailsForm({ form }: { form: Pick<FormView, "id" | "body" | "name" | "edition" | "source"> }) {
  return (
    <ActionForm action={describeFormAction} label={t("What form it is")} prefix="details">
      <input type="hidden" name="formId" value={form.id} />
      <TextField name="body" label={t("Body that publishes it")} defaultValue={form.body} />
      <TextField name="name" label={t("Name of the form")} defaultValue={form.name} />
      <TextField name="edition" label={t("Version or date on the form")} defaultValue={form.edition ?? ""} optional />
      <TextField
        name="source"
        label={t("Where it came from")}
        hint={t("A web address, or who handed it over and when")}
        defaultValue={form.source ?? ""}
        optional
      />
      <SubmitFoot icon="save" pendingText={t("Saving")}>
        {t("Save the details")}
      </SubmitFoot>
    </ActionForm>
  );
}
