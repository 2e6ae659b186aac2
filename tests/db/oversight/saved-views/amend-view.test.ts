import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { amendView } from "@/lib/oversight/saved-views/amend-view";
import { readListChoices } from "@/lib/oversight/saved-views/queries";
import { saveView } from "@/lib/oversight/saved-views/save-view";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let mine: Ctx;
let supervisor: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  [mine, supervisor] = [await org.as("caseworker"), await org.as("supervisor")];
});

describe("amendView", () => {
  test("renames one's own, and is audited", async () => {
    const { id } = await saveView(mine, { name: "Old", query: "" });
    await amendView(mine, { viewId: id, name: "New" });
    expect((await readListChoices(mine)).views.map((view) => view.name)).toEqual(["New"]);
    expect(await org.auditOf(id)).toEqual(["view.saved", "view.amended"]);
    await expect(amendView(mine, { viewId: id, name: "New" })).rejects.toMatchObject({ code: "conflict" });
    await expect(amendView(mine, { viewId: id, name: "" })).rejects.toMatchObject({
      fields: { name: expect.any(String) },
    });
    await expect(amendView(mine, { viewId: id, name: "New", shared: "on" })).rejects.toMatchObject({
      code: "forbidden",
    });
  });

  test("finds nobody else's, in this organisation or another", async () => {
    const { id } = await saveView(mine, { name: "Mine alone", query: "" });
    const colleague = (await org.person("caseworker")).ctx;
    const stranger = await (await makeOrg()).as("supervisor");
    for (const ctx of [colleague, supervisor, stranger]) {
      await expect(amendView(ctx, { viewId: id, name: "Taken" })).rejects.toMatchObject({ code: "not_found" });
    }
  });

  test("a shared one is any supervisor's to rename, and only its own person stops sharing it", async () => {
    const { id } = await saveView(supervisor, { name: "Shared", query: "", shared: "on" });
    await expect(amendView(mine, { viewId: id, name: "Taken" })).rejects.toMatchObject({ code: "forbidden" });
    const second = (await org.person("supervisor")).ctx;
    await amendView(second, { viewId: id, name: "Shared by us", shared: "on" });
    await expect(amendView(second, { viewId: id, name: "Shared by us" })).rejects.toMatchObject({ code: "forbidden" });
    await amendView(supervisor, { viewId: id, name: "Shared by us" });
    expect((await readListChoices(mine)).views.some((view) => view.id === id)).toBe(false);
  });

  test("of two who give two views one name, one is told", async () => {
    const ids = [await saveView(mine, { name: "A", query: "" }), await saveView(mine, { name: "B", query: "" })];
    const both = await Promise.allSettled(ids.map(({ id }) => amendView(mine, { viewId: id, name: "C" })));
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });
});
