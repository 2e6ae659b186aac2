import "server-only";
import { and, eq, isNull } from "drizzle-orm";
import { enquiries, organisations } from "@/db/schema";
import { unseenEnquiry } from "@/lib/client/enquiries/access";
import type { TxCtx } from "@/lib/kernel/access/ctx";

/** How many open enquiries nobody has looked at; null where the organisation never took any. */
export async function countEnquiries(ctx: TxCtx): Promise<number | null> {
  const unseen = and(
    eq(enquiries.orgId, ctx.orgId),
    eq(enquiries.state, "open"),
    isNull(enquiries.apart),
    unseenEnquiry,
  );
  const [row] = await ctx.db
    .select({ address: organisations.enquiryAddress, unseen: ctx.db.$count(enquiries, unseen) })
    .from(organisations)
    .where(eq(organisations.id, ctx.orgId));
  return row?.address ? row.unseen : null;
}
