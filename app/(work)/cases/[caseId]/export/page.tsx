import type { Metadata } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageHead, Panel } from "@/app/_ui/panel";
import { ReadingWatcher } from "@/app/_ui/reading-watcher";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { findCase } from "@/lib/casework/cases/access";
import { reading } from "@/lib/kernel/access/query";
import { officeZone } from "@/lib/law/office/rules";
import { listExports } from "@/lib/operations/exports/queries";
import { t } from "@/lib/platform/language/translate";
import { FolderLine, FolderWarnings } from "../../../_components/folder-line";
import { askExportAction } from "../../../exports/actions";

export const metadata: Metadata = { title: t("Complete folder") };

export default async function CaseExportPage({ params }: PageProps<"/cases/[caseId]/export">) {
  const ctx = await requireCtx("case.export");
  const { caseId } = await params;
  const views = await orNotFound(
    reading(ctx, async (scoped) => {
      await findCase(scoped, caseId);
      return listExports(scoped, caseId);
    }),
  );
  const asks = await askedToConfirm(ctx, "export.take");
  return (
    <>
      <PageHead guide="export-data" title={t("Complete folder")} level={2}>
        {t(
          "Everything in this case in one .zip that can be read without Crossdocket: a page, the records as JSON, every original, the custody ledger, documents and packets, and a check that works offline.",
        )}
      </PageHead>
      {views.some(({ state }) => state === "building") ? <ReadingWatcher /> : null}
      <div className="cols cols--wide">
        <Panel title={t("Ask for it")} id="ask">
          <FolderWarnings />
          <ActionForm action={askExportAction} label={t("Ask for the folder")}>
            <input type="hidden" name="caseId" value={caseId} />
            <TextArea name="reason" label={t("Why")} hint={t("Kept in the log of the case")} rows={2} required />
            <ConfirmField asks={await askedToConfirm(ctx, "export.ask")} />
            <SubmitFoot pendingText={t("Asking")}>{t("Make the folder")}</SubmitFoot>
          </ActionForm>
        </Panel>
        <Panel title={t("Folders")} id="folders">
          {views.length === 0 ? <p className="muted">{t("None yet. A folder stays here for seven days.")}</p> : null}
          <ul className="stack">
            {views.map((view) => (
              <FolderLine
                key={view.id}
                view={view}
                zone={officeZone()}
                mine={view.askedById === ctx.actor.memberId}
                asks={asks}
              />
            ))}
          </ul>
        </Panel>
      </div>
    </>
  );
}
