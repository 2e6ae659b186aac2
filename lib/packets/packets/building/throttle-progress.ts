import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import type { BuildStage } from "../labels";
import { StoppedByPerson } from "../rules";
import { noteProgress } from "./note-progress";

/** `exhibit` is the code of the current one: `E-12`. `last`: the final note, which is never dropped. */
export type Note = (stage: BuildStage, done?: number, total?: number, exhibit?: string, last?: "last") => Promise<void>;

/** Each note is a separate transaction: three a second are enough for a person watching. */
const everyMs = 300;

/**
 * Records build progress: immediately for a new stage, otherwise throttled. The same query detects a cancellation.
 * @throws StoppedByPerson
 */
export function paceNotes(ctx: Ctx, { packetId }: { packetId: string }): Note {
  let reported = { stage: "", at: Number.NEGATIVE_INFINITY };
  return async (stage, done = 0, total = 0, exhibit, last) => {
    const at = performance.now();
    if (!last && stage === reported.stage && at - reported.at < everyMs) return;
    reported = { stage, at };
    const { stop } = await noteProgress(ctx, { packetId, stage, done, total, exhibit });
    if (stop) throw new StoppedByPerson();
  };
}
