"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";
import { LinkButton } from "@/app/_ui/button";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { Notice } from "@/app/_ui/notice";
import { Panel } from "@/app/_ui/panel";
import { Progress, type Stage } from "@/app/_ui/progress";
import { SubmitButton } from "@/app/_ui/submit-button";
import { buildStages } from "@/lib/packets/labels";
import type { BuildProgress } from "@/lib/packets/types";
import { retryAssemblyAction } from "../actions";

const everyMs = 1000;

/** The building of a packet, stage by stage. It runs in the background: leaving the page does not stop it. */
export function BuildWatch({ packetId, caseId, first }: { packetId: string; caseId: string; first: BuildProgress }) {
  const progress = useProgress(packetId, first);
  if (progress.status === "failed") return <NotBuilt packetId={packetId} caseId={caseId} progress={progress} />;
  const at = Math.max(
    0,
    buildStages.findIndex((stage) => stage.key === progress.stage),
  );
  const now = buildStages[at];
  const count =
    progress.total > 0 && now?.counted ? { done: progress.done, of: progress.total, unit: now.counted } : undefined;
  return (
    <Panel label="Building">
      <Progress
        title={`Building, step ${at + 1} of ${buildStages.length}`}
        count={count}
        stages={stagesOf(progress, at)}
      />
      <p className="muted">You can leave this page: the building goes on, and the packet is here when you come back.</p>
      <noscript>
        <p>
          <a href={`/packets/${packetId}`}>Look again</a>
        </p>
      </noscript>
    </Panel>
  );
}

function stagesOf(progress: BuildProgress, at: number): Stage[] {
  return buildStages.map((stage, i) => ({
    name: stage.name,
    state: i < at ? "done" : i > at ? "later" : progress.status === "failed" ? "failed" : "now",
    note: i === at && progress.total > 0 ? `${progress.done} of ${progress.total}` : undefined,
  }));
}

function NotBuilt({ packetId, caseId, progress }: { packetId: string; caseId: string; progress: BuildProgress }) {
  const at = buildStages.findIndex((stage) => stage.key === progress.stage);
  return (
    <Panel label="Not built">
      <Notice kind="overdue" title="The packet was not built">
        {progress.error}
      </Notice>
      <Progress title="Stopped" stages={stagesOf(progress, at)} />
      <ActionForm action={retryAssemblyAction} label="Build again" sayWhenSaved={false}>
        <input type="hidden" name="packetId" value={packetId} />
        <FormFoot>
          <SubmitButton icon="rotate-ccw" pendingText="Starting again">
            Try again
          </SubmitButton>
          <LinkButton look="quiet" href={`/cases/${caseId}/packets/new` as Route}>
            Change what was written
          </LinkButton>
        </FormFoot>
      </ActionForm>
    </Panel>
  );
}

/** Asks once a second while it is being built, and loads the page anew when that ends. */
function useProgress(packetId: string, first: BuildProgress): BuildProgress {
  const router = useRouter();
  const [progress, setProgress] = useState(first);
  useEffect(() => setProgress(first), [first]);
  useEffect(() => {
    if (progress.status !== "building") return;
    const timer = setTimeout(async () => {
      const fresh = await askProgress(packetId);
      if (fresh && fresh.status !== "building") router.refresh();
      setProgress((known) => fresh ?? { ...known });
    }, everyMs);
    return () => clearTimeout(timer);
  }, [packetId, progress, router]);
  return progress;
}

/** Null when the line is down for a moment: the next try asks again. */
async function askProgress(packetId: string): Promise<BuildProgress | null> {
  try {
    const answer = await fetch(`/api/packets/${packetId}/progress`);
    return answer.ok ? ((await answer.json()) as BuildProgress) : null;
  } catch {
    return null;
  }
}
