import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Disclosure } from "@/app/_ui/disclosure";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Hash } from "@/app/_ui/number";
import { Facts, PageHead, Panel } from "@/app/_ui/panel";
import { SubmitButton } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { removalWords } from "@/lib/documents/forms/labels";
import { readForm } from "@/lib/documents/forms/queries";
import { allPlaces } from "@/lib/documents/forms/rules";
import type { FormView } from "@/lib/documents/forms/types";
import { officeZone } from "@/lib/law/office/rules";
import { t } from "@/lib/platform/language/translate";
import { formatInstant } from "@/lib/platform/text/format";
import { UploadForm } from "../_components/upload-form";
import { retireFormAction } from "../actions";
import { DetailsForm } from "./_components/details-form";
import { PlacesEditor } from "./_components/places-editor";
import { PreviewPages } from "./_components/preview-pages";

export const metadata: Metadata = { title: t("Official form") };

export default async function FormPage({ params }: PageProps<"/admin/forms/[formId]">) {
  const ctx = await requireCtx("law.write");
  const { formId } = await params;
  const { form, facts } = await orNotFound(readForm(ctx, formId));
  return (
    <Page>
      <Breadcrumb items={[{ label: t("Official forms"), href: "/admin/forms" as Route }]} />
      <PageHead title={form.name || t("Official form")}>
        {[form.body, form.edition, t("version {version}", { version: form.version })].filter(Boolean).join(" · ")}
      </PageHead>
      {form.retiredAt ? (
        <Notice icon="ban" title={t("Out of use since {day}", { day: formatInstant(form.retiredAt, officeZone()) })}>
          {t("Nobody fills it any more. What was filled with it stays.")}
        </Notice>
      ) : null}
      {form.removed.length > 0 ? (
        <Notice icon="shield-check" title={t("Something was taken out of this file before it was kept")}>
          {form.removed.map((one) => removalWords[one]).join(", ")}
        </Notice>
      ) : null}
      <Panel title={t("What form it is")} id="details">
        <DetailsForm form={form} />
        <Facts items={factsOf(form)} />
      </Panel>
      <Panel title={t("What goes where")} id="places">
        <PlacesEditor
          formId={form.id}
          mapping={form.mapping}
          pages={form.pages}
          fields={form.fields}
          places={allPlaces(form.fields, form.places)}
          facts={facts}
        />
      </Panel>
      <Panel title={t("Preview with an invented case")} id="preview">
        {form.mapping === 0 ? (
          <p className="muted">{t("Save the mapping to see the form with an invented case.")}</p>
        ) : (
          <PreviewPages formId={form.id} mapping={form.mapping} pages={form.pages.length} />
        )}
      </Panel>
      {form.retiredAt ? null : (
        <Panel title={t("A newer version, or no longer used")} id="newer">
          <p className="muted read">
            {t(
              "Upload the newer version first: it takes over what is mapped on fields of the same name. Then put this one out of use.",
            )}
          </p>
          <Disclosure label={t("Upload a newer version")}>
            <UploadForm follows={form.id} />
          </Disclosure>
          <ActionForm action={retireFormAction} label={t("Put this form out of use")} guard={false}>
            <input type="hidden" name="formId" value={form.id} />
            <SubmitButton pendingText={t("Putting it out of use")} variant="danger" icon="ban">
              {t("Put this form out of use")}
            </SubmitButton>
          </ActionForm>
        </Panel>
      )}
    </Page>
  );
}

function factsOf({ addedBy, addedAt, sha256, sentSha256, pages, fields }: FormView) {
  return [
    { name: t("Uploaded"), value: t("{addedBy}, {day}", { addedBy, day: formatInstant(addedAt, officeZone()) }) },
    { name: t("Pages"), value: pages.length },
    {
      name: t("Fields in the file"),
      value: fields.length === 0 ? t("None: place positions on the page") : fields.length,
    },
    { name: t("SHA-256 as uploaded"), value: <Hash value={sentSha256} /> },
    { name: t("SHA-256 as kept"), value: <Hash value={sha256} /> },
  ];
}
