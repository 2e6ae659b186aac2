"use client";

import type { Route } from "next";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { LinkButton } from "@/app/_ui/link-button";
import { Notice } from "@/app/_ui/notice";
import { PageLink } from "@/app/_ui/page-link";
import { Panel } from "@/app/_ui/panel";
import { Progress } from "@/app/_ui/progress";
import { SubmitButton } from "@/app/_ui/submit-button";
import { sectionsNamed } from "@/lib/packets/packets/preflight/labels";
import type { BuildProgress } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { retryAssemblyAction } from "../build-actions";
import { stagesOf } from "./build-stages";

type Props = { packetId: string; caseId: string; kind: string; progress: BuildProgress };

/** The pages of the case on which what the error names can be changed. */
function Places({ caseId, error }: { caseId: string; error: string }) {
  const named = sectionsNamed(error);
  if (named.length === 0) return null;
  return (
    <p className="row">
      {named.map(({ name, path }) => (
        <PageLink key={path} href={`/cases/${caseId}${path}` as Route}>
          {t("Go to {name}", { name })}
        </PageLink>
      ))}
    </p>
  );
}

/** Where a building ended, at which exhibit, and what to do about it. Nothing of it was kept. */
export function NotBuilt({ packetId, caseId, kind, progress }: Props) {
  const { status, exhibit, error } = progress;
  return (
    <Panel label={t("Not built")}>
      {status === "failed" ? (
        <Notice
          kind="overdue"
          title={
            exhibit ? t("The packet was not built: it ended at {exhibit}", { exhibit }) : t("The packet was not built")
          }
        >
          {error} <Places caseId={caseId} error={error ?? ""} />
          {exhibit ? t("Open {exhibit} under Evidence, or leave it out of the next version.", { exhibit }) : ""}
        </Notice>
      ) : (
        <Notice
          kind="warning"
          title={exhibit ? t("The build was stopped at {exhibit}", { exhibit }) : t("The build was stopped")}
        >
          {t(
            "Nothing was saved from this build. What was written is still here: try again, or change it and draft the next version.",
          )}
        </Notice>
      )}
      <Progress title={t("Ended")} stages={stagesOf(progress)} />
      <ActionForm action={retryAssemblyAction} label={t("Build again")} announceSaved={false} guard={false}>
        <input type="hidden" name="packetId" value={packetId} />
        <FormFoot>
          <SubmitButton icon="rotate-ccw" pendingText={t("Starting again")}>
            {t("Try again")}
          </SubmitButton>
          <LinkButton variant="quiet" href={`/cases/${caseId}/packets/new/${kind}` as Route}>
            {t("Change what was written")}
          </LinkButton>
        </FormFoot>
      </ActionForm>
    </Panel>
  );
}
