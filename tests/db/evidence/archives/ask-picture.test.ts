import { beforeAll, expect, test } from "vitest";
import { stopImages } from "@/lib/casework/minors-stop/stop-images";
import { askPicture } from "@/lib/evidence/archives/ask-picture";
import { recordInspection } from "@/lib/evidence/exhibits/commands/record-inspection";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { owner } from "@/tests/support/db";
import { addExhibit } from "@/tests/support/exhibit";
import { freshBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

/** An exhibit that the sandbox has found to be of this kind, without asking it. */
async function addSeen(mime: string, into = caseId): Promise<string> {
  const { exhibitId, sha256 } = await addExhibit(worker, into, freshBytes(64));
  const look = { kind: "text", mime, width: null, height: null, pages: null, problem: null };
  await recordInspection(org.service(), { exhibitId, sha256, look });
  return exhibitId;
}

const jobsFor = async (exhibitId: string) =>
  (await owner()`select data from pgboss.job where name = 'exhibit.draw' and data->>'exhibitId' = ${exhibitId}`)
    .map(({ data }) => data.page)
    .sort();

test("the first page of a saved page is asked for on arrival, any other by a person, and the log says so", async () => {
  const exhibitId = await addSeen("application/wacz");
  expect(await jobsFor(exhibitId)).toEqual([1]);
  await askPicture(worker, { exhibitId, page: "2" });
  expect(await jobsFor(exhibitId)).toEqual([1, 2]);
  expect(await org.auditOf(exhibitId)).toContain("exhibit.picture_asked");
});

test("no page is drawn of plain text, nor in a case that takes no files", async () => {
  const plain = await addSeen("text/plain");
  expect(await jobsFor(plain)).toEqual([]);
  await expect(askPicture(worker, { exhibitId: plain, page: 1 })).rejects.toMatchObject({ code: "conflict" });
  const stopped = await plantCase(worker);
  const exhibitId = await addSeen("text/html", stopped);
  await stopImages(worker, { caseId: stopped, reason: "A picture may show a child" });
  await expect(askPicture(worker, { exhibitId, page: 1 })).rejects.toMatchObject({ code: "conflict" });
});
