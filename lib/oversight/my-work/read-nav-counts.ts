import "server-only";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { may } from "@/lib/kernel/access/roles";
import { listAccessToDecide } from "@/lib/organisation/access-changes/queries";
import { countList } from "./count-list";
import { countPacketsToDecide } from "./count-packets-to-decide";
import { listLinksToRelease } from "./list-links-to-release";
import type { NavCounts } from "./types";

/** The numbers in the side bar: My work opens on the first, Approvals lists the second. */
export const readNavCounts = query(
  "case.read",
  async (ctx): Promise<NavCounts> => ({
    overdue: await countList(ctx, "overdue"),
    approvals: await countApprovals(ctx),
  }),
);

/** All that the Approvals page lists: people who get access, packets, and links to release. */
async function countApprovals(ctx: TxCtx): Promise<number> {
  const { role } = ctx.actor;
  const access = may(role, "access.decide") ? (await listAccessToDecide(ctx)).length : 0;
  if (!may(role, "packet.decide")) return access;
  return access + (await countPacketsToDecide(ctx)) + (await listLinksToRelease(ctx)).count;
}
