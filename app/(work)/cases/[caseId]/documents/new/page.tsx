import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { PageHead, Panel } from "@/app/_ui/panel";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { listDocuments, readDraftChoices } from "@/lib/documents/papers/queries";
import { reading } from "@/lib/kernel/access/query";
import { t } from "@/lib/platform/language/translate";
import { DraftShelf } from "../_components/draft-shelf";
import { TemplateSources } from "../_components/template-sources";
import { DraftForm } from "./_components/draft-form";
import { DraftNotices } from "./_components/draft-notices";

export const metadata: Metadata = { title: t("Draft a document") };

export default async function DraftPage({ params, searchParams }: PageProps<"/cases/[caseId]/documents/new">) {
  const ctx = await requireCtx("document.write");
  const { caseId } = await params;
  const { template, account, refusal } = await searchParams;
  const up = [{ label: t("Documents"), href: `/cases/${caseId}/documents` as Route }];
  if (typeof template !== "string") {
    const { groups } = await orNotFound(listDocuments(ctx, caseId));
    return (
      <>
        <Breadcrumb items={up} />
        <PageHead title={t("Draft a document")} level={2} />
        <DraftShelf caseId={caseId} groups={groups} />
      </>
    );
  }
  const choices = await orNotFound(reading(ctx, (scoped) => readDraftChoices(scoped, caseId, template)));
  return (
    <>
      <Breadcrumb items={up} />
      <PageHead title={choices.title} level={2}>
        {choices.template.purpose}
      </PageHead>
      <div className="cols cols--wide">
        <Panel title={t("Before you create it")} id="draft">
          <DraftNotices choices={choices} />
          {choices.refused ? null : (
            <DraftForm
              caseId={caseId}
              choices={choices}
              confirm={choices.opens.length > 0 ? await askedToConfirm(ctx, "document.draft") : null}
              account={typeof account === "string" ? account : undefined}
              refusal={typeof refusal === "string" ? refusal : undefined}
            />
          )}
        </Panel>
        <TemplateSources template={choices.template} />
      </div>
    </>
  );
}
