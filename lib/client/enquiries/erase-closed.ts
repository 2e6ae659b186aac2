import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { eraseEnquiry } from "./commands/erase-enquiry";
import { listToErase } from "./queries";

/** The nightly job: each in a transaction of its own, so that one that fails leaves the others erased. */
export async function eraseClosed(ctx: Ctx): Promise<void> {
  for (const enquiryId of await listToErase(ctx)) await eraseEnquiry(ctx, { enquiryId });
}
