import type { ExhibitView } from "@/lib/evidence/exhibits/types";
import { wallTime } from "@/lib/platform/time/zone";

/** What is known already, as the fields of capture details start. `capturedAt` as a datetime-local input holds it. */
export type KnownCapture = Pick<
  ExhibitView,
  "words" | "sourceUrl" | "platform" | "capturedBy" | "device" | "tool" | "timeSource" | "postId" | "permalink"
> &
  Pick<ExhibitView, "visibility" | "language"> & {
    description: string;
    account: { id: string; code: string } | null;
    capturedAt: string;
    capturedZone: string;
    clockOffset: string | null;
    method: string;
    howObtained: string;
    sensitivity: string;
    incidents: readonly { id: string; code: string }[];
  };

/** The details of an exhibit as its form starts; a time without a zone is shown in `homeZone`. */
export function knownOf(exhibit: ExhibitView, homeZone: string): KnownCapture {
  const { capturedAt, account, incidents, clockOffset, ...rest } = exhibit;
  const capturedZone = exhibit.capturedZone ?? homeZone;
  return {
    ...rest,
    account: account && { id: account.id, code: account.code },
    capturedAt: capturedAt ? wallTime(capturedAt, capturedZone) : "",
    capturedZone,
    clockOffset: clockOffset === null ? null : String(clockOffset),
    incidents,
  };
}
