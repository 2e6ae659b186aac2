import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { chooseList } from "@/lib/oversight/saved-views/choose-list";
import { readListChoices } from "@/lib/oversight/saved-views/queries";
import { saveView } from "@/lib/oversight/saved-views/save-view";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let mine: Ctx;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.as("caseworker");
});

describe("chooseList", () => {
  test("keeps columns and default view apart, for this person alone, and is audited", async () => {
    const { id } = await saveView(mine, { name: "First", query: "risk=high" });
    await chooseList(mine, { columns: ["due", "owner"] });
    await chooseList(mine, { viewId: id });
    expect(await readListChoices(mine)).toMatchObject({ columns: ["owner", "due"], defaultView: { id } });
    await chooseList(mine, { viewId: "" });
    await chooseList(mine, { columns: null });
    expect(await readListChoices(mine)).toMatchObject({ columns: null, defaultView: null });
    expect((await org.auditOf(mine.actor.memberId ?? "")).filter((action) => action === "list.chosen")).toHaveLength(4);
    expect(await readListChoices(await org.as("supervisor"))).toMatchObject({ columns: null });
  });

  test("takes no view of a stranger, and names what is missing", async () => {
    const other = await (await makeOrg()).as("supervisor");
    const { id } = await saveView(other, { name: "Theirs", query: "", shared: "on" });
    await expect(chooseList(mine, { viewId: id })).rejects.toMatchObject({ fields: { viewId: expect.any(String) } });
    await expect(chooseList(mine, { columns: [] })).rejects.toMatchObject({ fields: { columns: expect.any(String) } });
    await expect(chooseList(mine, {})).rejects.toMatchObject({ fields: { columns: expect.any(String) } });
    await expect(chooseList(await org.as("admin"), { columns: ["due"] })).rejects.toMatchObject({ code: "forbidden" });
  });

  test("two at once leave one row that says what one of them said", async () => {
    await Promise.all([chooseList(mine, { columns: ["due"] }), chooseList(mine, { columns: ["risk"] })]);
    expect(["due", "risk"]).toContain((await readListChoices(mine)).columns?.join());
  });
});
