import type { Stage } from "@/app/_ui/progress";
import { buildStages } from "@/lib/packets/packets/labels";
import type { BuildProgress } from "@/lib/packets/packets/types";
import { t } from "@/lib/platform/language/translate";

/** Which of the stages it is at, counted from 0. */
export function stageIndex(progress: BuildProgress): number {
  const at = buildStages.findIndex((stage) => stage.key === progress.stage);
  const over = progress.status !== "building" && progress.stage === "done";
  return over ? buildStages.length : Math.max(0, at);
}

/** The stages with the one it is at, or ended at: `exhibit 12 of 48: E-12`. */
export function stagesOf(progress: BuildProgress): Stage[] {
  const at = stageIndex(progress);
  const ended = progress.status === "failed" || progress.status === "cancelled";
  return buildStages.map((stage, i) => ({
    name: stage.name,
    state: i < at ? "done" : i > at ? "later" : ended ? "failed" : "now",
    note: i === at ? noteOf(progress) : undefined,
  }));
}

function noteOf({ exhibit, done, total }: BuildProgress): string | undefined {
  if (total === 0) return exhibit;
  return exhibit
    ? t("exhibit {value} of {total}: {exhibit}", { value: Math.min(done + 1, total), total, exhibit })
    : t("{done} of {total}", { done, total });
}
