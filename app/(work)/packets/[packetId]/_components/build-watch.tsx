"use client";

import { useEffect, useState } from "react";
import { ActionForm, FormFoot } from "@/app/_ui/form";
import { Panel } from "@/app/_ui/panel";
import { Progress } from "@/app/_ui/progress";
import { SubmitButton } from "@/app/_ui/submit-button";
import { buildStages } from "@/lib/packets/packets/labels";
import type { BuildProgress } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";
import { cancelAssemblyAction } from "../build-actions";
import { stageIndex, stagesOf } from "./build-stages";
import { NotBuilt } from "./not-built";
import { useProgress } from "./use-progress";

type Props = { packetId: string; caseId: string; kind: string; first: BuildProgress };

/** The building of a packet, stage by stage. It runs in the background: leaving the page does not stop it. */
export function BuildWatch({ packetId, caseId, kind, first }: Props) {
  const progress = useProgress(packetId, first);
  if (progress.status === "failed" || progress.status === "cancelled") {
    return <NotBuilt packetId={packetId} caseId={caseId} kind={kind} progress={progress} />;
  }
  const at = stageIndex(progress);
  const now = buildStages[at];
  const counted = progress.total > 0 && now !== undefined && now.counted !== "";
  const count = counted ? { done: progress.done, of: progress.total, unit: now?.counted ?? "" } : undefined;
  return (
    <Panel label={t("Building")}>
      <Progress title={titleOf(progress, at)} count={count} stages={stagesOf(progress)} />
      <p className="muted">
        <Elapsed since={progress.since} />{" "}
        {t(
          "You can leave this page: the build continues, even after a power cut or a restart, and the packet is here when you come back.",
        )}
      </p>
      <ActionForm action={cancelAssemblyAction} label={t("Stop the build")} announceSaved={false} guard={false}>
        <input type="hidden" name="packetId" value={packetId} />
        <FormFoot>
          {progress.stopping || progress.status !== "building" ? null : (
            <SubmitButton variant="secondary" icon="x" pendingText={t("Asking it to stop")}>
              {t("Stop building")}
            </SubmitButton>
          )}
          <noscript>
            <a href={`/packets/${packetId}`}>{t("Look again")}</a>
          </noscript>
        </FormFoot>
      </ActionForm>
    </Panel>
  );
}

function titleOf({ status, stopping }: BuildProgress, at: number): string {
  if (status !== "building") return "Built";
  return stopping
    ? t("Stopping at the next step")
    : t("Building, step {value} of {buildStages}", { value: at + 1, buildStages: buildStages.length });
}

/** Whole seconds since the request. Only with JavaScript: the server's time of rendering is outdated. */
function Elapsed({ since }: { since: string }) {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (now === null) return null;
  const seconds = Math.max(0, Math.round((now - Date.parse(since)) / 1000));
  const minutes = Math.floor(seconds / 60);
  return (
    <>
      {minutes > 0
        ? t("Running for {minutes} min {value} s.", { minutes, value: seconds % 60 })
        : t("Running for {seconds} s.", { seconds })}
    </>
  );
}
