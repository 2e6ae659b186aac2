import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { readListChoices } from "@/lib/oversight/saved-views/queries";
import { removeView } from "@/lib/oversight/saved-views/remove-view";
import { saveView } from "@/lib/oversight/saved-views/save-view";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let mine: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.as("caseworker");
});

describe("removeView", () => {
  test("takes a view away and brings it back, audited both times", async () => {
    const { id } = await saveView(mine, { name: "Gone", query: "risk=high", makeDefault: "on" });
    await removeView(mine, { viewId: id });
    expect(await readListChoices(mine)).toMatchObject({
      views: [],
      removed: [{ id, name: "Gone" }],
      defaultView: null,
    });
    await expect(removeView(mine, { viewId: id })).rejects.toMatchObject({ code: "conflict" });
    await removeView(mine, { viewId: id, undo: "yes" });
    expect((await readListChoices(mine)).defaultView?.id).toBe(id);
    expect(await org.auditOf(id)).toEqual(["view.saved", "view.removed", "view.restored"]);
  });

  test("does not bring back what another has the name of now", async () => {
    const { id } = await saveView(mine, { name: "One name", query: "" });
    await removeView(mine, { viewId: id });
    await saveView(mine, { name: "One name", query: "due=overdue" });
    await expect(removeView(mine, { viewId: id, undo: "yes" })).rejects.toMatchObject({
      fields: { name: expect.any(String) },
    });
  });

  test("is for whose view it is, and for supervisors when it is shared", async () => {
    const supervisor = await org.as("supervisor");
    const own = await saveView(mine, { name: "Own", query: "" });
    const shared = await saveView(supervisor, { name: "Shared", query: "", shared: "on" });
    const stranger = await (await makeOrg()).as("supervisor");
    await expect(removeView(supervisor, { viewId: own.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(removeView(stranger, { viewId: shared.id })).rejects.toMatchObject({ code: "not_found" });
    await expect(removeView(mine, { viewId: shared.id })).rejects.toMatchObject({ code: "forbidden" });
    await expect(removeView(mine, { viewId: "x" })).rejects.toMatchObject({ fields: { viewId: expect.any(String) } });
    const both = await Promise.allSettled([1, 2].map(() => removeView(supervisor, { viewId: shared.id })));
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
