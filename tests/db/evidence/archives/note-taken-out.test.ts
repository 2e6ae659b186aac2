import { beforeAll, expect, test } from "vitest";
import { readArchive } from "@/lib/evidence/archives/queries";
import { takeOutMember } from "@/lib/evidence/archives/take-out-member";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { openOriginal } from "@/lib/evidence/exhibits/open-original";
import { readExhibit, readOriginal } from "@/lib/evidence/exhibits/queries";
import { showWords } from "@/lib/evidence/exposure/show-words";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { zipOf } from "@/tests/support/chat-file";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let caseId: string;

const said = Buffer.from("he wrote this");
const zip = zipOf([
  { name: "export/said.txt", bytes: said },
  { name: "export/locked.txt", bytes: Buffer.from("x"), flags: 0x801 },
]);

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  caseId = await plantCase(worker);
});

async function addArchive(): Promise<string> {
  const { exhibitId } = await addExhibit(worker, caseId, zip, { fileName: "export.zip", method: "native_export" });
  await inspectExhibit(org.service(), { exhibitId });
  return exhibitId;
}

async function membersOf(exhibitId: string) {
  const words = await showWords(worker, caseId, exhibitId);
  return (await readArchive(worker, exhibitId, words?.archive ?? null)).members;
}

test("a file in an archive becomes an exhibit with its own hash, and both ledgers say so", async () => {
  const archiveId = await addArchive();
  const { exhibit: archive } = await readExhibit(worker, caseId, archiveId);
  const [member] = await membersOf(archiveId);
  const asked = { exhibitId: archiveId, index: "0", sha256: member?.sha256, description: "What he wrote" };
  const { exhibitId, label } = await takeOutMember(worker, asked);
  const taken = await readExhibit(worker, caseId, exhibitId);
  expect(taken.exhibit).toMatchObject({
    label,
    originalName: "said.txt",
    sha256: sha256Hex(said),
    method: "native_export",
  });
  expect(taken.ledger.events.map(({ action, purpose }) => [action, purpose])).toEqual([
    [
      "copied",
      `Taken out of exhibit ${archive.label}, an archive: unpacked in the sandbox, with the hash under which it was listed there`,
    ],
    ["received", "Kept as an exhibit of its own; hashed again as it was stored"],
  ]);
  expect(taken.ledger.events[0]?.details.map(({ value }) => value)).toEqual([archive.label, "export/said.txt"]);
  const { ledger } = await readExhibit(worker, caseId, archiveId);
  const line = ledger.events.find(({ action }) => action === "copied");
  expect([line?.purpose, line?.sha256After]).toEqual([
    `A file in it was taken out as exhibit ${label}; the archive is unchanged`,
    sha256Hex(said),
  ]);
  expect(await org.auditOf(archiveId)).toContain("exhibit.taken_out");
  const stored = await openOriginal(worker, await readOriginal(worker, exhibitId));
  expect(await new Response(await stored.open()).text()).toBe("he wrote this");
  expect((await membersOf(archiveId))[0]?.exhibit).toEqual({ exhibitId, label });
});

test("another hash, a locked file, a place where nothing is, and a file that is no archive give nothing", async () => {
  const exhibitId = await addArchive();
  const hash = sha256Hex(said);
  const description = "What he wrote";
  const plain = await addExhibit(worker, caseId, Buffer.from("only words"));
  await inspectExhibit(org.service(), { exhibitId: plain.exhibitId });
  for (const asked of [
    { exhibitId, index: 0, sha256: "0".repeat(64), description },
    { exhibitId, index: 1, sha256: hash, description },
    { exhibitId, index: 7, sha256: hash, description },
    { exhibitId: plain.exhibitId, index: 0, sha256: hash, description },
  ])
    await expect(takeOutMember(worker, asked)).rejects.toMatchObject({ code: "conflict" });
});

test("another organisation takes nothing out", async () => {
  const exhibitId = await addArchive();
  const stranger = await (await makeOrg()).as("caseworker");
  const asked = { exhibitId, index: 0, sha256: sha256Hex(said), description: "What he wrote" };
  await expect(takeOutMember(stranger, asked)).rejects.toMatchObject({ code: "not_found" });
});
