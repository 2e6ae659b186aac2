import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { eraseMail } from "./commands/erase-mail";
import { listMailsToErase } from "./queries";

/** The nightly job: each in a transaction of its own, so that one that fails leaves the others erased. */
export async function eraseUnfiled(ctx: Ctx): Promise<void> {
  for (const mailId of await listMailsToErase(ctx)) await eraseMail(ctx, { mailId });
}
