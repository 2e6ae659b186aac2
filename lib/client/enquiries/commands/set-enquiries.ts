import "server-only";
import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { addressFrom } from "@/lib/auth/enquiries/rules";
import { command } from "@/lib/kernel/access/command";
import { newToken } from "@/lib/platform/ids";
import { enquirySetting } from "../access";
import { SetEnquiries } from "../input";

/**
 * Turns enquiries on or off, and says after how many days a closed one is erased. The address stays the same once there
 * is one, since it is on paper somewhere. Turned off, nobody new can write; who has a code can still read the answer.
 */
export const setEnquiries = command({
  needs: "people.write",
  input: SetEnquiries,
  async run(ctx, { on, days }) {
    const before = await enquirySetting(ctx);
    const address = before.address ?? (on ? addressFrom(newToken()) : null);
    await ctx.db
      .update(organisations)
      .set({ enquiries: on, enquiryDays: days, enquiryAddress: address })
      .where(eq(organisations.id, ctx.orgId));
    return { value: { address }, audit: { action: "enquiry.turned", subjectId: ctx.orgId, detail: { on, days } } };
  },
});
