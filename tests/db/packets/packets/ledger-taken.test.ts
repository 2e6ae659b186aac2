import { beforeAll, expect, test } from "vitest";
import { takeFor } from "@/tests/db/packets/packets/taking";
import { makeCaseToPrint } from "@/tests/support/case-to-print";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

test("the ledger says who captured it, and never that the product did", async () => {
  const of = await makeCaseToPrint(org, worker, { files: [] });
  const captured = { capturedAt: "2026-11-01T10:00", capturedZone: "Africa/Johannesburg" };
  await addExhibit(worker.ctx, of.caseId, seededBytes(100, 1), { ...captured, capturedBy: "The client" });
  await addExhibit(worker.ctx, of.caseId, seededBytes(100, 2), captured);
  const { exhibits } = await takeFor(worker, { of, kind: "docket_pack" });
  const by = exhibits.map(({ custody }) => custody.map((event) => `${event.action} ${event.by}`));
  const [staff] = by.map((lines) => lines.find((line) => line.startsWith("received"))?.slice("received ".length));
  expect(staff).toMatch(/^[A-Z]/);
  expect(staff).not.toBe("Crossdocket");
  expect(by).toEqual([
    ["collected The client", `received ${staff}`],
    ["collected not recorded", `received ${staff}`],
  ]);
});
