"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { ActionForm } from "@/app/_ui/form";
import { Progress } from "@/app/_ui/progress";
import { SubmitFoot } from "@/app/_ui/submit-button";
import type { BatchProgress } from "@/lib/casework/assignments/types";
import { t } from "@/lib/platform/language/translate";
import { finishBatchAction, runPieceAction } from "../actions";

type RunnerProps = {
  batchId: string;
  first: BatchProgress;
};

/** Continues a batch, a few cases at a time. A person who leaves comes back to the remaining ones. */
export function BatchRunner({ batchId, first }: RunnerProps) {
  const { progress, failed } = useRun(batchId, first);
  const { done, total } = progress;
  return (
    <>
      <Progress
        title={failed ? t("Stopped before the end") : done < total ? t("Assigning the cases") : t("Done")}
        count={{ done, of: total, unit: "cases" }}
        stages={[]}
      />
      <p className="muted">{t("Each case is settled by itself. What is done stays done when this page is closed.")}</p>
      <ActionForm action={finishBatchAction} label={t("Go on with the list")} guard={false} announceSaved={false}>
        <input type="hidden" name="batchId" value={batchId} />
        {failed ? <GoOn /> : null}
        <noscript>
          <GoOn />
        </noscript>
      </ActionForm>
    </>
  );
}

function GoOn() {
  return (
    <SubmitFoot variant="secondary" icon="rotate-ccw" pendingText={t("Assigning the rest")}>
      {t("Go on with the rest")}
    </SubmitFoot>
  );
}

function useRun(batchId: string, first: BatchProgress) {
  const [progress, setProgress] = useState(first);
  const [failed, setFailed] = useState(false);
  const begun = useRef(false);
  const router = useRouter();
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    void runAll(() => runPieceAction(batchId), first, setProgress)
      .then(() => router.refresh())
      .catch(() => setFailed(true));
  }, [batchId, first, router]);
  return { progress, failed };
}

/** Stops if a call makes no progress: somebody else may be processing the same batch. */
async function runAll(next: () => Promise<BatchProgress>, first: BatchProgress, show: (now: BatchProgress) => void) {
  for (let before = first.done - 1, now = first; now.done < now.total && now.done > before; ) {
    before = now.done;
    now = await next();
    show(now);
  }
}
