import "server-only";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { everyOrganisation } from "./every-organisation";
import { rewrapKeys } from "./rewrap-keys";

const most = 500;

/**
 * Rewraps every data key under the newest key of the ring, organisation by organisation and in batches. Can be
 * interrupted and run again: finished work is kept. Can run alongside the app, which opens what either key wraps.
 * Returns the count.
 */
export async function rotateKeys(onOrganisation?: (orgId: string, rewrapped: number) => void): Promise<number> {
  let total = 0;
  for (const orgId of await everyOrganisation()) {
    const rewrapped = await rotateThose(orgId);
    onOrganisation?.(orgId, rewrapped);
    total += rewrapped;
  }
  return total;
}

async function rotateThose(orgId: string): Promise<number> {
  let total = 0;
  for (let done = most; done === most; total += done) done = await rewrapKeys(jobCtx(orgId), { most });
  return total;
}
