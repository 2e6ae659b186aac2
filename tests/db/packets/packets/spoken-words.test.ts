import { beforeAll, expect, test } from "vitest";
import { incidentExhibits } from "@/db/schema";
import { keepTranscript } from "@/lib/evidence/transcripts/keep-transcript";
import { readTranscript } from "@/lib/evidence/transcripts/queries";
import { withdrawTranscript } from "@/lib/evidence/transcripts/withdraw-transcript";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import { draft, makeCaseToPrint, secrets } from "@/tests/support/case-to-print";
import { bytesOf } from "@/tests/support/files";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { openPacket } from "@/tests/support/packet-file";
import { flatPagesOf } from "@/tests/support/pdf";
import { recordingBytes } from "@/tests/support/recording-bytes";
import { sendFiles } from "@/tests/support/uploaded-packet";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

async function built(caseId: string) {
  const { id } = await draftPacket(worker.ctx, { caseId, ...draft });
  await assemblePacket(org.service(), { packetId: id });
  const packet = await getPacket(worker.ctx, id);
  expect(packet.progress.error).toBeNull();
  const file = await bytesOf((await openPacket(worker.ctx, id)).stream);
  return (await flatPagesOf(file)).join("\n").replaceAll(/\s+/g, " ");
}

async function makeCase() {
  const { caseId, incidentIds } = await makeCaseToPrint(org, worker, { files: [], words: "I will find you" });
  const bytes = await recordingBytes("voice.ogg");
  const file = { name: "PTT-WA0007.opus", bytes, about: { method: "native_export" } };
  const [exhibitId = ""] = await sendFiles(org, worker, { caseId, files: [file] });
  const link = { orgId: org.id, caseId, incidentId: incidentIds[0] ?? "", exhibitId };
  await withTransaction(org.service(), "read write", ({ db }) => db.insert(incidentExhibits).values(link));
  return { caseId, exhibitId };
}

const say = (exhibitId: string, version: number, lines: string) =>
  keepTranscript(worker.ctx, { exhibitId, version, language: "zu", lines });

test("a packet prints what is said beside its recording, with who wrote it down, until it is taken back", async () => {
  const { caseId, exhibitId } = await makeCase();
  expect(await built(caseId)).not.toContain("words spoken in the recording");
  await say(exhibitId, 0, "0:01 | unknown man | Ngizokuthola | I will find you\n0:02 | unknown man | [inaudible]");
  const text = await built(caseId);
  const { transcript } = await readTranscript(worker.ctx, caseId, exhibitId);
  expect(text).toContain("Exhibit E-01: words spoken in the recording");
  expect(text).toMatch(/Written down by hand by S-\d+ on /);
  expect(text).toContain("Spoken: isiZulu.");
  expect(text).toMatch(/The English is by S-\d+ too, and is not a sworn translation\./);
  expect(text).toMatch(/0:01 unknown man Ngizokuthola I will find you/);
  expect(text).toMatch(/0:02 unknown man \[inaudible\] not translated/);
  expect(text.replaceAll(" ", "")).toContain(transcript?.sha256);
  await withdrawTranscript(worker.ctx, { transcriptId: transcript?.id ?? "" });
  expect(await built(caseId)).not.toContain("words spoken in the recording");
});

test("what says who or where the client is is covered in print, and then the recording itself is sealed", async () => {
  const { caseId, exhibitId } = await makeCase();
  expect(await built(caseId)).toContain("attached to this PDF");
  await say(exhibitId, 0, `0:01 | ${secrets.name} | I know ${secrets.address} | at ${secrets.phone}`);
  const text = await built(caseId);
  expect(text).toContain("[client’s name]");
  for (const value of [secrets.name, secrets.address, secrets.phone]) expect(text).not.toContain(value);
  expect(text).toContain("sealed (details of the client are spoken in it)");
});
