import { beforeAll, expect, test } from "vitest";
import { listBodies } from "@/lib/organisation/bodies/queries";
import { newStation } from "@/tests/support/bodies";
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

test("has the bodies of the law data and the organisation's own in one list, and other organisations see only theirs", async () => {
  await newStation(await org.as("caseworker"), "Seevoorbeeld");
  expect(await listed("seevoorbeeld western")).toEqual([{ name: "Seevoorbeeld", standing: "confirmed" }]);
  expect(await listed("ic3")).toEqual([{ name: "FBI Internet Crime Complaint Center (IC3)", standing: "unconfirmed" }]);
  const other = await makeOrg();
  const { rows } = await listBodies(await other.as("supervisor"), { ...all, q: "seevoorbeeld" });
  expect(rows).toEqual([]);
});
