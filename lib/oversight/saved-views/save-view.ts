import "server-only";
import { savedViews } from "@/db/schema";
import { command } from "@/lib/kernel/access/command";
import { newId } from "@/lib/platform/ids";
import { refuseSameName, refuseSharing } from "./access";
import { chooseList } from "./choose-list";
import { SaveView } from "./input";
import { personOf } from "./person-of";

/** Keeps the filters, order and columns of the list under a name. @throws AppError conflict on `name`; forbidden */
export const saveView = command({
  needs: "case.read",
  input: SaveView,
  async run(ctx, { name, query, columns, shared, makeDefault }) {
    const memberId = personOf(ctx);
    refuseSharing(ctx, shared);
    await refuseSameName(ctx, memberId, name);
    const id = newId();
    const view = { id, orgId: ctx.orgId, memberId, name, query, columns: columns ?? null, shared, savedAt: ctx.now };
    await ctx.db.insert(savedViews).values(view);
    if (makeDefault) await chooseList(ctx, { viewId: id });
    return { value: { id }, audit: { action: "view.saved", subjectId: id, detail: { shared } } };
  },
});
