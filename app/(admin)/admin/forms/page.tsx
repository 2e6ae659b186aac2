import type { Metadata, Route } from "next";
import { Page } from "@/app/_shell/app-shell";
import { EmptyState } from "@/app/_ui/empty-state";
import { Items } from "@/app/_ui/items";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { listForms } from "@/lib/documents/forms/queries";
import type { FormRow } from "@/lib/documents/forms/types";
import { t } from "@/lib/platform/language/translate";
import { plural } from "@/lib/platform/text/format";
import { UploadForm } from "./_components/upload-form";

export const metadata: Metadata = { title: t("Official forms") };

export default async function FormsPage() {
  const ctx = await requireCtx("law.write");
  const forms = await listForms(ctx);
  return (
    <Page>
      <PageHead title={t("Official forms")}>
        {t(
          "Where a court, a regulator or another body has a form of its own, upload it here and say once what goes where. Caseworkers then fill it from a case. No form comes with the product.",
        )}
      </PageHead>
      <div className="cols cols--wide">
        <Panel
          title={t("Uploaded forms")}
          id="forms"
          end={<span className="muted">{plural(forms.length, "form")}</span>}
          padded={false}
        >
          {forms.length === 0 ? (
            <EmptyState icon="file-text" title={t("No form yet")}>
              {t("Until there is one, our own papers are drafted for the body.")}
            </EmptyState>
          ) : (
            <Items
              items={forms.map((form) => ({
                key: form.id,
                href: `/admin/forms/${form.id}` as Route,
                title: form.name || t("Not described yet"),
                why: [form.body, form.edition, t("version {version}", { version: form.version })]
                  .filter(Boolean)
                  .join(" · "),
                side: stateOf(form),
              }))}
            />
          )}
        </Panel>
        <Panel title={t("Upload a form")} id="upload">
          <UploadForm follows={null} />
        </Panel>
      </div>
    </Page>
  );
}

function stateOf({ name, body, mapped, retiredAt }: FormRow): string {
  if (retiredAt) return t("Out of use");
  if (!name || !body) return t("To be described");
  return mapped === 0 ? t("To be mapped") : t("In use, {mapped}", { mapped: plural(mapped, "place") });
}
