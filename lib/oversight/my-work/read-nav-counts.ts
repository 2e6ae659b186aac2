import "server-only";
import { mailInAddress } from "@/lib/escalation/incoming-mail/access";
import { countHeld } from "@/lib/escalation/incoming-mail/queries";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { query } from "@/lib/kernel/access/query";
import { may } from "@/lib/kernel/access/roles";
import { listAccessToDecide } from "@/lib/organisation/access-changes/queries";
import { countEnquiries } from "./count-enquiries";
import { countList } from "./count-list";
import { countPacketsToDecide } from "./count-packets-to-decide";
import { listLinksToRelease } from "./list-links-to-release";
import type { NavCounts } from "./types";

/** The numbers in the side bar: My work opens on the first, Approvals lists the second, Enquiries the third, Mail the fourth. */
export const readNavCounts = query("case.read", async (ctx): Promise<NavCounts> => {
  const [overdue, approvals, enquiries, mails] = await Promise.all([
    countList(ctx, "overdue"),
    countApprovals(ctx),
    countEnquiries(ctx),
    mailInAddress() === null ? null : countHeld(ctx),
  ]);
  return { overdue, approvals, enquiries, mails };
});

/** All that the Approvals page lists: people who get access, packets, and links to release. */
async function countApprovals(ctx: TxCtx): Promise<number> {
  const { role } = ctx.actor;
  const decides = may({ role }, "packet.decide");
  const [access, waiting, links] = await Promise.all([
    may({ role }, "access.decide") ? listAccessToDecide(ctx) : [],
    decides ? countPacketsToDecide(ctx) : 0,
    decides ? listLinksToRelease(ctx) : null,
  ]);
  return access.length + waiting + (links?.count ?? 0);
}
