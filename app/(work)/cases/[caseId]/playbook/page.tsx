import type { Metadata, Route } from "next";
import { orNotFound } from "@/app/_shell/or-not-found";
import { Breadcrumb } from "@/app/_ui/breadcrumb";
import { ActionForm } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { PageHead, Panel } from "@/app/_ui/panel";
import { SubmitFoot } from "@/app/_ui/submit-button";
import { requireCtx } from "@/lib/auth/sessions/session";
import { previewMove } from "@/lib/casework/cases/preview-move";
import type { PlaybookMove } from "@/lib/casework/cases/types";
import { may } from "@/lib/kernel/access/roles";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { KeptSteps } from "./_components/kept-steps";
import { MoveChanges } from "./_components/move-changes";
import { movePlaybookAction } from "./actions";

export const metadata: Metadata = { title: t("Playbook") };

export default async function PlaybookPage({ params }: PageProps<"/cases/[caseId]/playbook">) {
  const ctx = await requireCtx("case.read");
  const { caseId } = await params;
  const move = await orNotFound(previewMove(ctx, caseId));
  const shown = move.ahead || move.kept.length > 0;
  const mayMove = move.mayMove && may(ctx.actor, "case.write");
  return (
    <>
      <Breadcrumb items={[{ label: t("Owner and risk"), href: `/cases/${caseId}/settings` as Route }]} />
      <PageHead title={t("Playbook")} level={2}>
        {versionWords(move)}
      </PageHead>
      <div className={shown ? "cols cols--wide" : "cols cols--2"}>
        <div className="stack stack--l" hidden={!shown}>
          {move.changes ? <MoveChanges changes={move.changes} /> : null}
          {move.ahead ? (
            <KeptSteps id="leaving" title={t("Recorded, no longer shown")} steps={move.leaving}>
              {move.leaving.length === 0
                ? t("Nothing: every step on which something is recorded stays on the ladder.")
                : t("These stay in the history of the case and are listed here. Nothing is taken out.")}
            </KeptSteps>
          ) : null}
          {move.kept.length > 0 ? (
            <KeptSteps id="kept" title={t("Kept from an earlier version")} steps={move.kept}>
              {t("The version of this case no longer shows these steps. What was recorded on them is kept.")}
            </KeptSteps>
          ) : null}
        </div>
        <MovePanel caseId={caseId} move={move} mayMove={mayMove} />
      </div>
    </>
  );
}

function versionWords({ version, publishedOn }: PlaybookMove): string {
  return t("This case is on version {version}{value}.", {
    version,
    value: publishedOn
      ? t(" of {publishedOn}", { publishedOn: formatDate(publishedOn) })
      : t(", which this release no longer carries"),
  });
}

function MovePanel({ caseId, move, mayMove }: { caseId: string; move: PlaybookMove; mayMove: boolean }) {
  const { ahead, newest, version } = move;
  return (
    <Panel title={t("Move to the newest version")} id="move">
      {newest && ahead ? (
        <>
          <p>
            {t("Version {version} of {publishedOn} is the newest.", {
              version: newest.version,
              publishedOn: formatDate(newest.publishedOn),
            })}
          </p>
          {mayMove ? (
            <ActionForm action={movePlaybookAction} label={t("Move the case")}>
              <input type="hidden" name="caseId" value={caseId} />
              <input type="hidden" name="from" value={version} />
              <input type="hidden" name="to" value={newest.version} />
              <p className="muted">
                {t("A case cannot be moved back. What is recorded stays, whatever the version draws.")}
              </p>
              <SubmitFoot pendingText={t("Moving the case")}>
                {t("Move to version {version}", { version: newest.version })}
              </SubmitFoot>
            </ActionForm>
          ) : (
            <p className="muted">{t("Its owner or a supervisor can move it.")}</p>
          )}
        </>
      ) : (
        <Notice kind="done" title={t("The case is on the newest version")}>
          {t("When a newer one is released, this page shows what it would change before anything moves.")}
        </Notice>
      )}
    </Panel>
  );
}
