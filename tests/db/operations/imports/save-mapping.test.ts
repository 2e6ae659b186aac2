import { beforeAll, describe, expect, test } from "vitest";
import { saveMapping } from "@/lib/operations/imports/commands/save-mapping";
import { listMappings, readImport } from "@/lib/operations/imports/queries";
import { mappingFrom } from "@/lib/operations/imports/rules";
import { checkListOf, csvOf, listHeaders, listRow, readListOf } from "@/tests/support/list-file";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let importId: string;
beforeAll(async () => {
  org = await makeOrg();
  importId = await readListOf(org, csvOf([listHeaders, listRow()]));
});

const form = async (over: Record<string, unknown> = {}) => {
  const { mapping } = await readImport(await org.as("supervisor"), importId);
  return { importId, ...mapping, ...over };
};

describe("saving a mapping", () => {
  test("names the column that is wrong", async () => {
    const twice = listHeaders.map((_, at) => (at < 2 ? "client.name" : null));
    await expect(saveMapping(await org.as("supervisor"), await form({ columns: twice }))).rejects.toMatchObject({
      fields: { "column.1": "Column 1 is this already. Choose another field, or leave the column out." },
    });
    await expect(saveMapping(await org.as("supervisor"), await form({ columns: [null] }))).rejects.toMatchObject({
      code: "invalid",
    });
  });

  test("has the rows checked, once at a time, and is kept by name for a file whose columns stand elsewhere", async () => {
    const ctx = await org.as("supervisor");
    const both = await Promise.allSettled([
      saveMapping(ctx, await form({ keepAs: "Old register" })),
      saveMapping(ctx, await form()),
    ]);
    expect(both.map(({ status }) => status).toSorted()).toEqual(["fulfilled", "rejected"]);
    const other = await readListOf(org, csvOf([listHeaders.toReversed(), listRow().toReversed()]));
    await saveMapping(ctx, {
      ...(await form()),
      importId: other,
      columns: listHeaders.map(() => null),
      keepAs: "Old register",
    });
    expect(await listMappings(ctx)).toHaveLength(1);
    const kept = { columns: { "client name": "client.name" }, fixed: {}, values: {}, dates: "dmy" as const };
    expect(mappingFrom(kept, ["X", "CLIENT  Náme"]).columns).toEqual([null, "client.name"]);
    expect(await org.auditOf(other)).toContain("import.mapped");
    const third = await readListOf(org, csvOf([listHeaders, listRow()]));
    await checkListOf(org, third);
    await checkListOf(org, third, { fixed: {} });
    expect((await readImport(ctx, third)).view).toMatchObject({ state: "checked", bad: 1 });
  });
});
