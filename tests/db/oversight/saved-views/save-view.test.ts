import { beforeAll, describe, expect, test } from "vitest";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { readListChoices } from "@/lib/oversight/saved-views/queries";
import { saveView } from "@/lib/oversight/saved-views/save-view";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let mine: Ctx;
let supervisor: Ctx;
const query = "risk=high&due=overdue&sort=risk.desc";

beforeAll(async () => {
  org = await makeOrg();
  [mine, supervisor] = [await org.as("caseworker"), await org.as("supervisor")];
});

describe("saveView", () => {
  test("keeps filters, order and columns, as the default when asked, and is audited", async () => {
    const columns = ["risk", "due"];
    const { id } = await saveView(mine, { name: "Urgent", query, columns, makeDefault: "on" });
    const { views, defaultView } = await readListChoices(mine);
    expect(views).toEqual([{ id, name: "Urgent", query, columns, shared: false, mayChange: true }]);
    expect(defaultView?.id).toBe(id);
    expect(await org.auditOf(id)).toEqual(["view.saved"]);
    expect((await readListChoices(supervisor)).views).toEqual([]);
  });

  test("is shared by a supervisor only, and then everybody of the organisation has it", async () => {
    await expect(saveView(mine, { name: "All", query, shared: "on" })).rejects.toMatchObject({
      code: "forbidden",
      fields: { shared: expect.any(String) },
    });
    const { id } = await saveView(supervisor, { name: "For all", query: "", shared: "on" });
    const seen = (await readListChoices(mine)).views.find((view) => view.id === id);
    expect(seen).toMatchObject({ name: "For all", shared: true, mayChange: false });
    const other = await (await makeOrg()).as("supervisor");
    expect((await readListChoices(other)).views).toEqual([]);
  });

  test("names what is wrong with it", async () => {
    const wrong = { name: " ", query: "x=<script>", columns: ["secret"] };
    await expect(saveView(mine, wrong)).rejects.toMatchObject({
      code: "invalid",
      fields: { name: expect.any(String), query: expect.any(String), "columns.0": expect.any(String) },
    });
  });

  test("keeps one of two of the same name", async () => {
    const both = await Promise.allSettled([
      saveView(mine, { name: "Twice", query }),
      saveView(mine, { name: "Twice", query }),
    ]);
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
    await expect(saveView(mine, { name: "Twice", query })).rejects.toMatchObject({
      fields: { name: expect.any(String) },
    });
  });
});
