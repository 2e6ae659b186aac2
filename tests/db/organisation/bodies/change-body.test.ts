import { beforeAll, expect, test } from "vitest";
import { addBody } from "@/lib/organisation/bodies/commands/add-body";
import { changeBody } from "@/lib/organisation/bodies/commands/change-body";
import { reportBody } from "@/lib/organisation/bodies/commands/report-body";
import { settleReport } from "@/lib/organisation/bodies/commands/settle-report";
import { readBody } from "@/lib/organisation/bodies/queries";
import { stationForm } from "@/tests/support/bodies";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
beforeAll(async () => {
  org = await makeOrg();
});

const _all = { sort: "name", dir: "asc", page: 1 } as const;

test("keeps what was said before, marks a reported change, and lets whoever keeps it settle that", async () => {
  const worker = await org.as("caseworker");
  const boss = await org.as("supervisor");
  const form = stationForm();
  const { id } = await addBody(worker, form);
  await expect(addBody(worker, form)).rejects.toMatchObject({ code: "conflict" });
  await reportBody(worker, { bodyRef: id, note: "The phone is another." });
  expect((await readBody(worker, id)).standing).toBe("reported");
  await settleReport(boss, { bodyRef: id });
  await reportBody(worker, { bodyRef: id, note: "It is, I called." });
  const changed = { ...form, bodyRef: id, phone: "021 000 0155" };
  await changeBody(boss, changed);
  await expect(changeBody(boss, { ...changed, version: 1 })).rejects.toMatchObject({ code: "conflict" });
  const body = await readBody(worker, id);
  expect(body).toMatchObject({ standing: "confirmed", phone: "021 000 0155" });
  expect(body.history.map(({ act }) => act)).toEqual(["changed", "reported", "settled", "reported", "added"]);
  expect(body.history[0]).toMatchObject({ was: { phone: "021 000 0100" }, became: { phone: "021 000 0155" } });
});
