import "server-only";
import { eq } from "drizzle-orm";
import { organisations } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { SetPages } from "./input";

/** Turns the pages of clients on or off for the organisation. Off closes every open one at once, until it is on again. */
export const setPages = command({
  needs: "people.write",
  input: SetPages,
  async run(ctx, { on }) {
    await ctx.db.update(organisations).set({ clientPages: on }).where(eq(organisations.id, ctx.orgId));
    return { value: { on }, audit: { action: "client_page.turned", subjectId: ctx.orgId, detail: { on } } };
  },
});
