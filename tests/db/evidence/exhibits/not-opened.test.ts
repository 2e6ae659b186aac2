import { readFile } from "node:fs/promises";
import { beforeAll, expect, test } from "vitest";
import { startImport } from "@/lib/evidence/chats/commands/start-import";
import { readImport } from "@/lib/evidence/chats/queries";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { whatConfines } from "@/lib/evidence/exhibits/what-confines";
import { drawReveal } from "@/lib/evidence/exposure/draw-reveal";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { handlers } from "@/lib/operations/worker/registry";
import { owner } from "@/tests/support/db";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { whereNothingConfines } from "@/tests/support/unconfined";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

const jobsOf = (name: string, id: string) =>
  owner()`select extract(epoch from start_after - created_on)::int as wait from pgboss.job
    where name = ${name} and (data->>'exhibitId' = ${id} or data->>'importId' = ${id}) order by created_on`;

test("where nothing confines an exhibit is kept, says that it was not opened, and is looked into later", async () => {
  const bytes = await readFile("tests/fixtures/files/letter.pdf");
  const { exhibitId } = await addExhibit(worker, caseId, bytes, { fileName: "letter.pdf" });
  const look = () => handlers["exhibit.look"](org.service(), { orgId: org.id, exhibitId });
  await whereNothingConfines(async () => {
    expect(await whatConfines()).toBe("none");
    await look();
    const { exhibit } = await readExhibit(worker, caseId, exhibitId);
    expect(exhibit).toMatchObject({ look: null, notOpened: true, size: bytes.byteLength });
  });
  expect(await org.auditOf(exhibitId)).toEqual(["exhibit.received"]);
  const asked = await jobsOf("exhibit.look", exhibitId);
  expect(asked).toHaveLength(2);
  expect(asked[1]?.wait).toBeGreaterThan(14 * 60);

  expect((await readExhibit(worker, caseId, exhibitId)).exhibit).toMatchObject({ look: null, notOpened: false });
  await look();
  const { exhibit } = await readExhibit(worker, caseId, exhibitId);
  expect(exhibit).toMatchObject({ look: { kind: "pdf", problem: null }, notOpened: false });
});

test("what was looked into before is not drawn again, and the person is told why", async () => {
  const bytes = await readFile("tests/fixtures/files/photo.jpg");
  const { exhibitId } = await addExhibit(worker, caseId, bytes, { fileName: "photo.jpg" });
  await handlers["exhibit.look"](org.service(), { orgId: org.id, exhibitId });
  await whereNothingConfines(async () => {
    const refusal = { code: "conflict", message: expect.stringContaining("Not opened: this server cannot confine") };
    await expect(drawReveal(worker, { exhibitId, page: 1 })).rejects.toMatchObject(refusal);
    expect((await readExhibit(worker, caseId, exhibitId)).exhibit.notOpened).toBe(false);
  });
});

test("the reading of a chat waits too, and goes on by itself", async () => {
  const bytes = Buffer.from(
    "[24/11/2026, 10:00:00] Thandi: Ek is hier\n[25/11/2026, 10:01:00] Onbekend: Ek sien jou\n",
  );
  const { exhibitId } = await addExhibit(worker, caseId, bytes, { fileName: "chat.txt" });
  const { id: importId } = await startImport(worker, { caseId, exhibitId, zone: "Africa/Johannesburg" });
  const read = () => handlers["chat.read"](org.service(), { orgId: org.id, importId });
  const stateOf = async () => (await readImport(worker, importId)).view.state;
  await whereNothingConfines(read);
  expect(await stateOf()).toBe("reading");
  expect((await jobsOf("chat.read", importId)).at(-1)?.wait).toBeGreaterThan(14 * 60);
  await read();
  expect(await stateOf()).not.toBe("reading");
});
