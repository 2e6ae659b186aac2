import { t } from "@/lib/platform/language/translate";
import { offeredTime } from "./claims-of";
import type { FileClaims } from "./types";

type Recorded = {
  capturedAt: Date | null;
  capturedZone: string | null;
  timeSource: string | null;
  device: string | null;
  tool: string | null;
  receivedAt: Date;
};

/** The capture details that a file fills in, by the names of the form, and what the ledger says about it. */
export type TakenOver = { details: Record<string, string>; sentences: string[] };

/**
 * What would be taken over from a file: only what nobody recorded. A time is on the wall of `zone`, in which it is read
 * where the file names none.
 */
export function takenOver(recorded: Recorded, claims: FileClaims, zone: string): TakenOver {
  const details: Record<string, string> = {};
  const sentences: string[] = [];
  const offered = claims.time && !recorded.capturedAt ? offeredTime(claims.time, zone, recorded.receivedAt) : null;
  if (claims.time && offered && "wall" in offered) {
    details.capturedAt = offered.wall;
    details.capturedZone = zone;
    if (!recorded.timeSource) details.timeSource = claims.time.from === "name" ? "file_name" : "file_metadata";
    sentences.push(ledgerSentences[claims.time.from][claims.time.offset ? "withZone" : "withoutZone"]);
  }
  if (claims.device && !recorded.device) {
    details.device = claims.device;
    sentences.push(ledgerSentences.device);
  }
  if (claims.software && !recorded.tool) {
    details.tool = claims.software;
    sentences.push(ledgerSentences.tool);
  }
  return { details, sentences };
}

const ledgerSentences = {
  inside: {
    withZone: t("Time of capture taken over from inside the file: the file says it, with its zone"),
    withoutZone: t("Time of capture taken over from inside the file: the file says it, and names no zone"),
  },
  name: {
    withZone: t("Time of capture taken over from the name of the file: the file says it, with its zone"),
    withoutZone: t("Time of capture taken over from the name of the file: the file says it, and names no zone"),
  },
  device: t("Device taken over from inside the file: the file says it"),
  tool: t("Program taken over from inside the file: the file says it"),
};
