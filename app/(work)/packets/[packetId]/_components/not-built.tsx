"use client";

import type { Route } from "next";
import { LinkButton } from "@/app/_ui/button";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { Progress } from "@/app/_ui/progress";
import { SubmitButton } from "@/app/_ui/submit-button";
import type { BuildProgress } from "@/lib/packets/packets/types";
import { retryAssemblyAction } from "../build-actions";
import { stagesOf } from "./build-stages";

type Props = { packetId: string; caseId: string; kind: string; progress: BuildProgress };

/** Where a building ended, at which exhibit, and what to do about it. Nothing of it was kept. */
export function NotBuilt({ packetId, caseId, kind, progress }: Props) {
  const { status, exhibit, error } = progress;
  return (
    <Panel label="Not built">
      {status === "failed" ? (
        <Notice
          kind="overdue"
          title={exhibit ? `The packet was not built: it ended at ${exhibit}` : "The packet was not built"}
        >
          {error} {exhibit ? `Open ${exhibit} under Evidence, or leave it out of the next version.` : ""}
        </Notice>
      ) : (
        <Notice kind="warning" title={exhibit ? `The building was stopped at ${exhibit}` : "The building was stopped"}>
          Nothing of it is kept. What was written is still here: try again, or change it and draft the next version.
        </Notice>
      )}
      <Progress title="Ended" stages={stagesOf(progress)} />
      <ActionForm action={retryAssemblyAction} label="Build again" announceSaved={false} guard={false}>
        <input type="hidden" name="packetId" value={packetId} />
        <FormFoot>
          <SubmitButton icon="rotate-ccw" pendingText="Starting again">
            Try again
          </SubmitButton>
          <LinkButton variant="quiet" href={`/cases/${caseId}/packets/new/${kind}` as Route}>
            Change what was written
          </LinkButton>
        </FormFoot>
      </ActionForm>
    </Panel>
  );
}
