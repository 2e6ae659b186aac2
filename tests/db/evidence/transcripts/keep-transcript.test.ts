import { eq } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { transcripts } from "@/db/schema";
import { keepTranscript } from "@/lib/evidence/transcripts/keep-transcript";
import { readTranscript } from "@/lib/evidence/transcripts/queries";
import { withdrawTranscript } from "@/lib/evidence/transcripts/withdraw-transcript";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { freshBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { addRecording } from "@/tests/support/recording";

let org: Org;
let worker: Ctx;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

const given = { language: "zu", version: 0, lines: "0:12 | unknown man | Ngizokuthola | I will find you" };

test("a transcript is a new version each time; the newest counts until it is taken back", async () => {
  const { exhibitId, sha256 } = await addRecording(org, worker, caseId);
  const { id } = await keepTranscript(worker, { exhibitId, ...given });
  const first = await readTranscript(worker, caseId, exhibitId);
  expect(first.transcript).toMatchObject({
    id,
    version: 1,
    language: "zu",
    sha256,
    lines: [{ ms: 12_000, speaker: "unknown man", words: "Ngizokuthola", meaning: "I will find you" }],
  });
  await expect(keepTranscript(worker, { exhibitId, ...given })).rejects.toMatchObject({ code: "conflict" });
  const second = await keepTranscript(worker, { exhibitId, ...given, version: 1, lines: "0:13 | he | [inaudible]" });
  await expect(withdrawTranscript(worker, { transcriptId: id })).rejects.toMatchObject({ code: "conflict" });
  await withdrawTranscript(worker, { transcriptId: second.id });
  const after = await readTranscript(worker, caseId, exhibitId);
  expect(after.transcript).toBeNull();
  expect(after.versions.map(({ version, withdrawn }) => [version, withdrawn])).toEqual([
    [3, true],
    [2, false],
    [1, false],
  ]);
  await expect(withdrawTranscript(worker, { transcriptId: second.id })).rejects.toMatchObject({ code: "conflict" });
  await keepTranscript(worker, { exhibitId, ...given, version: 3 });
  expect((await readTranscript(worker, caseId, exhibitId)).transcript?.version).toBe(4);
});

test("what is said is sealed, and nothing of it is in the log", async () => {
  const { exhibitId } = await addRecording(org, worker, caseId);
  await keepTranscript(worker, { exhibitId, ...given });
  const rows = await withTransaction(worker, "read only", ({ db }) =>
    db.select({ lines: transcripts.lines }).from(transcripts).where(eq(transcripts.exhibitId, exhibitId)),
  );
  expect(rows).toHaveLength(1);
  expect(JSON.stringify(rows)).not.toContain("Ngizokuthola");
  expect(await org.auditOf(exhibitId)).toContain("exhibit.transcribed");
});

test.each([
  ["lines", { lines: "0:12 | hello" }],
  ["lines", { lines: "" }],
  ["language", { language: "not a language" }],
])("names %s when it cannot be read", async (field, change) => {
  const { exhibitId } = await addRecording(org, worker, caseId);
  const attempt = keepTranscript(worker, { exhibitId, ...given, ...change });
  await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
});

test("only a recording is transcribed, AMR too, and only by people of its case", async () => {
  const amr = await addRecording(org, worker, caseId, { mime: "audio/amr" });
  await keepTranscript(worker, { exhibitId: amr.exhibitId, ...given });
  const { exhibitId } = await addExhibit(worker, caseId, freshBytes(50));
  await expect(keepTranscript(worker, { exhibitId, ...given })).rejects.toMatchObject({ code: "conflict" });
  const stranger = await (await makeOrg()).as("caseworker");
  const abroad = keepTranscript(stranger, { exhibitId: amr.exhibitId, ...given, version: 1 });
  await expect(abroad).rejects.toMatchObject({ code: "not_found" });
});
