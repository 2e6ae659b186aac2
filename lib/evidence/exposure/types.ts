import type { CivilDate } from "@/lib/platform/time/calendar";

/** What a person may see (or hear) when revealing content. */
export const exposureKinds = ["picture", "page", "text", "sound", "film"] as const;
export type ExposureKind = (typeof exposureKinds)[number];

export type ExposureCounts = Record<ExposureKind, number>;

/** A week from Monday to Sunday on the office wall; `from` is its Monday. `total` counts every kind. */
export type ExposureWeek = { from: CivilDate; counts: ExposureCounts; total: number };

/** What one person revealed, week by week, oldest first. Never of which case or exhibit. */
export type WorkerExposure = { memberId: string; name: string; weeks: ExposureWeek[] };
