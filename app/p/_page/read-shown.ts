import type { OpenClientPage } from "@/lib/auth/client-page/ctx-from-client-page";
import { listOwnFiles } from "@/lib/client/files/queries";
import { listOwnMessages } from "@/lib/client/messages/queries";
import { listOwnPapers } from "@/lib/client/papers/queries";
import { reading } from "@/lib/kernel/access/query";
import { zoneOf } from "./zone-of";

/** What stands on a client's page. */
export async function readShown(open: OpenClientPage) {
  const shown = await reading(open.ctx, async (ctx) => ({
    messages: await listOwnMessages(ctx),
    files: await listOwnFiles(ctx),
    papers: await listOwnPapers(ctx),
  }));
  return { ...shown, zone: zoneOf(open.pair), expiresAt: open.expiresAt };
}
