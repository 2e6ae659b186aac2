import "server-only";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { headRecordsFolder } from "@/lib/kernel/access/head-record";
import { addHours } from "@/lib/platform/time/clock";
import { headRecordFiles } from "./access";

/** Records covered by anchors for this long are no longer needed. */
const keptDays = 8;

/** Removes the records of days that are over, after a walk that found nothing. */
export async function tidyHeadRecords(orgId: string, now: Date): Promise<void> {
  const oldest = addHours(now, -24 * keptDays)
    .toISOString()
    .slice(0, 10);
  for (const file of await headRecordFiles(orgId)) {
    if (file.slice(0, 10) < oldest) await rm(join(headRecordsFolder(orgId), file), { force: true });
  }
}
