import type { Metadata } from "next";
import { Page } from "@/app/_shell/app-shell";
import { ConfirmField } from "@/app/_ui/confirm-field";
import { EmptyState } from "@/app/_ui/empty-state";
import { TextArea } from "@/app/_ui/field";
import { ActionForm } from "@/app/_ui/form";
import { PageHead, Panel } from "@/app/_ui/panel";
import { ReadingWatcher } from "@/app/_ui/reading-watcher";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { askedToConfirm } from "@/lib/auth/step-up/confirm-person";
import { may } from "@/lib/kernel/access/roles";
import { officeZone } from "@/lib/law/office/rules";
import { listWhole } from "@/lib/operations/exports/queries";
import type { ExportView } from "@/lib/operations/exports/types";
import { t } from "@/lib/platform/language/translate";
import { DecideForm } from "../_components/decide-form";
import { FolderLine, FolderWarnings } from "../_components/folder-line";
import { askExportAction, decideExportAction } from "./actions";

export const metadata: Metadata = { title: t("Exports") };

export default async function ExportsPage() {
  const ctx = await requireCtx("export.release");
  const views = await listWhole(ctx);
  const asks = await askedToConfirm(ctx, "export.take");
  const isMine = (view: ExportView) => view.askedById === ctx.actor.memberId;
  return (
    <Page>
      <PageHead guide="export-data" title={t("Exports")}>
        {t(
          "Everything of the organisation in one file. One supervisor asks, a second person releases, and every supervisor is told.",
        )}
      </PageHead>
      {views.some(({ state }) => state === "building") ? <ReadingWatcher /> : null}
      <div className="cols cols--wide">
        <Panel title={t("Asked for")} id="folders" padded={views.length > 0}>
          {views.length === 0 ? (
            <EmptyState icon="folder" title={t("No requests yet")}>
              {t("The folder of one case is asked for on the case itself.")}
            </EmptyState>
          ) : null}
          <ul className="stack">
            {views.map((view) => (
              <FolderLine
                key={view.id}
                view={view}
                zone={officeZone()}
                mine={isMine(view) && may(ctx.actor, "case.export")}
                asks={asks}
              >
                {view.state === "waiting" ? (
                  <DecideForm
                    action={decideExportAction}
                    label={t("Decide about this folder")}
                    prefix={`decide-${view.id}`}
                    of={{ name: "exportId", id: view.id }}
                    released={t("The person who asked gets all cases unencrypted")}
                    asks={asks}
                    only={
                      isMine(view) ? { why: t("Somebody else has to release it."), word: t("Take it back") } : undefined
                    }
                  />
                ) : null}
              </FolderLine>
            ))}
          </ul>
        </Panel>
        {may(ctx.actor, "case.export") ? (
          <Panel title={t("Ask for everything")} id="ask">
            <FolderWarnings />
            <ActionForm action={askExportAction} label={t("Ask for everything")}>
              <TextArea
                name="reason"
                label={t("Why")}
                hint={t("The second person and the log get it")}
                rows={3}
                required
              />
              <ConfirmField asks={await askedToConfirm(ctx, "export.ask")} />
              <SubmitFoot pendingText={t("Asking")}>{t("Ask for everything")}</SubmitFoot>
            </ActionForm>
          </Panel>
        ) : null}
      </div>
    </Page>
  );
}
