import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { Notice } from "@/app/_ui/notice";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { readFillChoices } from "@/lib/documents/forms/queries";
import { t } from "@/lib/platform/language/translate";
import { FillForm } from "./_components/fill-form";

export const metadata: Metadata = { title: t("Fill a form") };

export default async function FillFormPage({ params, searchParams }: PageProps<"/cases/[caseId]/documents/forms/new">) {
  const ctx = await requireCtx("document.write");
  const { caseId } = await params;
  const { form } = await searchParams;
  const choices = await orNotFound(readFillChoices(ctx, caseId, typeof form === "string" ? form : ""));
  const { body, name, edition } = choices.form;
  return (
    <>
      <Breadcrumb items={[{ label: t("Documents"), href: `/cases/${caseId}/documents` as Route }]} />
      <PageHead title={name} level={2}>
        {[body, edition].filter(Boolean).join(" · ")}
      </PageHead>
      <Panel title={t("Fill the form")} id="fill">
        <p className="muted read">
          {t(
            "It is filled from what is recorded on this case. What is not recorded stays empty and is listed beside the result. You read it, complete it by hand and have it signed; nothing is sent from here.",
          )}
        </p>
        {choices.opens.length > 0 ? (
          <Notice icon="lock" title={t("This form opens sealed details of the client")}>
            {t("{details}. That is logged.", { details: choices.opens.join(", ") })}
          </Notice>
        ) : null}
        <FillForm
          caseId={caseId}
          choices={choices}
          confirm={choices.opens.length > 0 ? await askedToConfirm(ctx, "document.draft") : null}
        />
      </Panel>
    </>
  );
}
