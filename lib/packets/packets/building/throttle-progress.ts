import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import type { BuildStage } from "../labels";
import { StoppedByPerson } from "../rules";
import { noteProgress } from "./note-progress";

/** `exhibit` is the code of the one that is worked on: `E-12`. `last`: it is the last that is said, and is not left out. */
export type Note = (stage: BuildStage, done?: number, total?: number, exhibit?: string, last?: "last") => Promise<void>;

/** Each note is a transaction of its own: three a second are enough for a person who watches. */
const everyMs = 300;

/**
 * Says how far the building is: at once for a new stage, else now and then. The same look tells whether somebody asked
 * to stop it. @throws StoppedByPerson
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
