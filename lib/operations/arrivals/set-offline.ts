import "server-only";
import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { SetOffline } from "./input";

/** Whether devices may be prepared for work offline. Off prepares no more; what waits on some is still taken. */
export const setOffline = command({
  needs: "people.write",
  input: SetOffline,
  async run(ctx, { on }) {
    await ctx.db.update(organisations).set({ worksOffline: on }).where(eq(organisations.id, ctx.orgId));
    return { value: { on }, audit: { action: "offline.turned", subjectId: ctx.orgId, detail: { on } } };
  },
});
