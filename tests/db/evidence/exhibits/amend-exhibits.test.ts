import { beforeAll, expect, test } from "vitest";
import { amendExhibits } from "@/lib/evidence/exhibits/commands/amend-exhibits";
import { listExhibits, readCaptureChoices } from "@/lib/evidence/exhibits/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { about, addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantAccount, plantIncident } from "@/tests/support/plant-matter";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

const zone = "Africa/Johannesburg";
const byId = async (of: string, ids: readonly string[]) =>
  (await listExhibits(worker, of)).filter(({ id }) => ids.includes(id)).toReversed();

test("one form closes the gaps of several; what was left empty stays, and incidents are added", async () => {
  const first = await plantIncident(worker, caseId, 1);
  const second = await plantIncident(worker, caseId, 2);
  const accountId = await plantAccount(worker, caseId, "90417755");
  const own = { description: "The first one", device: "A phone of her own", incidentIds: [first] };
  const one = await addExhibit(worker, caseId, seededBytes(100, 1), own);
  const two = await addExhibit(worker, caseId, seededBytes(100, 2), { description: "The second one" });
  const exhibitIds = [one.exhibitId, two.exhibitId];
  const sourceUrl = "https://x.example/post/1";
  const time = { capturedAt: "2026-11-21T08:20", capturedZone: zone };
  await amendExhibits(worker, { caseId, exhibitIds, sourceUrl, accountId, ...time, incidentIds: [second] });
  const [a, b] = await byId(caseId, exhibitIds);
  expect(a).toMatchObject({ description: "The first one", device: "A phone of her own", sourceUrl, flags: [] });
  expect(b).toMatchObject({ description: "The second one", sourceUrl, flags: [] });
  expect([a, b].map((exhibit) => exhibit?.incidents.map(({ code }) => code))).toEqual([["I-1", "I-2"], ["I-2"]]);
  expect(await org.auditOf(one.exhibitId)).toEqual(["exhibit.received", "exhibit.amended"]);
});

test("a zone alone moves no time that is there", async () => {
  const time = { capturedAt: "2026-11-21T08:20", capturedZone: zone };
  const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 3), time);
  await amendExhibits(worker, { caseId, exhibitIds: [exhibitId], capturedZone: "America/New_York", device: "A phone" });
  const [exhibit] = await byId(caseId, [exhibitId]);
  expect(exhibit).toMatchObject({
    capturedAt: new Date("2026-11-21T06:20:00Z"),
    capturedZone: zone,
    device: "A phone",
  });
});

test("each takes the time of its own file where it has none yet", async () => {
  const modifiedAt = Date.parse("2026-11-20T21:14:00Z");
  const bare = await addExhibit(worker, caseId, seededBytes(100, 4), { modifiedAt });
  const dated = await addExhibit(worker, caseId, seededBytes(100, 5), {
    modifiedAt,
    capturedAt: "2026-11-21T08:20",
    capturedZone: zone,
  });
  const exhibitIds = [bare.exhibitId, dated.exhibitId];
  await amendExhibits(worker, { caseId, exhibitIds, ownTimes: "on", capturedZone: zone });
  const [a, b] = await byId(caseId, exhibitIds);
  expect([a?.capturedAt, a?.timeSource]).toEqual([new Date(modifiedAt), "file_metadata"]);
  expect(b?.capturedAt).toEqual(new Date("2026-11-21T06:20:00Z"));
});

test("one that refuses keeps all of them as they were", async () => {
  const { exhibitId } = await addExhibit(worker, caseId, seededBytes(100, 6));
  const late = { capturedAt: "2099-01-01T10:00", capturedZone: zone };
  await expect(
    amendExhibits(worker, { caseId, exhibitIds: [exhibitId], device: "A phone", ...late }),
  ).rejects.toMatchObject({
    code: "invalid",
    fields: { capturedAt: expect.any(String) },
  });
  expect((await byId(caseId, [exhibitId]))[0]?.device).not.toBe("A phone");
});

test("an exhibit of another case is not found", async () => {
  const other = await plantCase(worker);
  const { exhibitId } = await addExhibit(worker, other, seededBytes(100, 7));
  await expect(amendExhibits(worker, { caseId, exhibitIds: [exhibitId], device: "X" })).rejects.toMatchObject({
    code: "not_found",
  });
});

test("the next exhibit starts as the newest was captured, without what it shows", async () => {
  const fresh = await plantCase(worker);
  expect((await readCaptureChoices(worker, fresh)).defaults).toEqual({});
  await addExhibit(worker, fresh, seededBytes(100, 8), { device: "Client’s phone", words: "Words" });
  const { defaults } = await readCaptureChoices(worker, fresh);
  expect(defaults).toMatchObject({ method: about.method, howObtained: about.howObtained, device: "Client’s phone" });
  expect(defaults).not.toHaveProperty("words");
  expect(defaults).not.toHaveProperty("description");
});
