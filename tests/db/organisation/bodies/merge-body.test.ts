import { beforeAll, expect, test } from "vitest";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { addBody } from "@/lib/organisation/bodies/commands/add-body";
import { mergeBody } from "@/lib/organisation/bodies/commands/merge-body";
import { restoreBody } from "@/lib/organisation/bodies/commands/restore-body";
import { retireBody } from "@/lib/organisation/bodies/commands/retire-body";
import { findNamed } from "@/lib/organisation/bodies/find-named";
import { identifyBody } from "@/lib/organisation/bodies/identify-body";
import { listBodies, offerBodies, readBody } from "@/lib/organisation/bodies/queries";
import { newStation, stationForm } from "@/tests/support/bodies";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
beforeAll(async () => {
  org = await makeOrg();
});

const all = { sort: "name", dir: "asc", page: 1 } as const;
const listed = async (q: string, more = {}) => {
  const { rows } = await listBodies(await org.as("caseworker"), { ...all, q, ...more });
  return rows.map(({ name, standing }) => ({ name, standing }));
};

test("finds a body by how people write its name, also after it was merged, and no body out of use", async () => {
  const ctx = await org.as("supervisor");
  const find = (text: string) =>
    withTransaction(ctx, "read write", async (tx) => (await findNamed(tx, text, ["ZA"]))?.name ?? null);
  const id = await newStation(ctx, "Bergvoorbeeld");
  expect(await find("SAPS BERGVOORBEELD")).toBe("Bergvoorbeeld");
  await addBody(ctx, { ...stationForm("Bergvoorbeeld"), area: "Limpopo" });
  expect(await find("Bergvoorbeeld")).toBeNull();
  expect(await find("Bergvoorbeeld, Limpopo")).toBe("Bergvoorbeeld");
  const offered = await offerBodies(ctx, { countries: ["ZA"], kinds: ["police_station"] });
  expect(offered.map(({ label }) => label)).toContain("Bergvoorbeeld, Limpopo");
  await mergeBody(ctx, { bodyRef: id, into: "Bergvoorbeeld, Limpopo" });
  const ids = await withTransaction(ctx, "read write", (tx) => identifyBody(tx, "Bergvoorbeeld", ["ZA"]));
  expect((await readBody(ctx, id)).mergedInto?.ref).toBe(ids);
  await restoreBody(ctx, { bodyRef: id });
  await retireBody(ctx, { bodyRef: id, note: "Closed." });
  expect(await listed("bergvoorbeeld", { standings: ["retired"] })).toEqual([
    { name: "Bergvoorbeeld", standing: "retired" },
  ]);
  expect(await find("Bergvoorbeeld, Western Cape")).toBeNull();
});
