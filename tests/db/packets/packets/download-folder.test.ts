import { beforeAll, describe, expect, test } from "vitest";
import { describeDesk } from "@/lib/organisation/members/commands/describe-desk";
import { downloadFolder } from "@/lib/packets/packets/commands/download-folder";
import { downloadPacket } from "@/lib/packets/packets/commands/download-packet";
import { withdrawPacket } from "@/lib/packets/packets/commands/withdraw-packet";
import { getPacket, listParts } from "@/lib/packets/packets/queries";
import { type FolderFile, readFolder } from "@/lib/packets/packets/read-folder";
import { zipStream } from "@/lib/platform/zip/zip-stream";
import { draftedPacket, type MadePacket, readyPacket } from "@/tests/support/built-packet";
import { bytesOf } from "@/tests/support/files";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantPacketFile } from "@/tests/support/plant-packet-file";
import { unzip } from "@/tests/support/zip";

let org: Org;
let worker: Person;
let made: MadePacket;

const manifest = {
  exhibits: [
    { code: "E-01", originals: [{ no: 1, name: "E-01.jpg", travels: "inside", travelsAs: "E-01.jpg" }] },
    { code: "E-02", originals: [{ no: 1, name: "E-02.txt", travels: "beside", travelsAs: "E-02.txt" }] },
    { code: "E-03", originals: [{ no: 1, name: "E-03.pdf", travels: "sealed", travelsAs: null }] },
  ],
};

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  made = await readyPacket(org, worker, { files: ["photo.jpg", "note.txt", "letter.pdf"] });
  const of = { packetId: made.id, caseId: made.caseId };
  await plantPacketFile(org, {
    ...of,
    part: "annex",
    name: "x-annex.pdf",
    mime: "application/pdf",
    text: "sealed words",
  });
  const pdf = { mime: "application/pdf" };
  await plantPacketFile(org, { ...of, ...pdf, part: "sender", name: "x-sender.pdf", text: "why we doubt it" });
  await plantPacketFile(org, { ...of, ...pdf, part: "letter-2", name: "letter-2-x.pdf", text: "please preserve too" });
  await plantPacketFile(org, { ...of, ...pdf, part: "letter-1-docx", name: "letter-1-x.docx", text: "to edit" });
  await plantPacketFile(org, { ...of, ...pdf, part: "letter-1", name: "letter-1-x.pdf", text: "please preserve" });
  const text = JSON.stringify(manifest);
  await plantPacketFile(org, { ...of, part: "manifest", name: "manifest.json", mime: "application/json", text });
});

async function zipped(withAnnex: boolean): Promise<Map<string, string>> {
  const files = [];
  for await (const file of readFolder(worker.ctx, { packetId: made.id, withAnnex })) files.push(file);
  const { stream, size } = zipStream(files, new Date("2026-11-25T10:00:00Z"));
  const bytes = await bytesOf(stream);
  expect(BigInt(bytes.length)).toBe(size);
  return unzip(Buffer.from(bytes));
}

describe("downloadFolder", () => {
  test("names the folder by the code alone, and the log says what was taken", async () => {
    expect(await downloadFolder(worker.ctx, { packetId: made.id })).toEqual({ name: `${made.code}-P1-v1` });
    expect((await org.auditOf(made.id)).at(-1)).toBe("packet.downloaded");
  });

  test("has nothing to give before it is built, nor for text that is no id", async () => {
    const { id } = await draftedPacket(org, worker);
    await expect(downloadFolder(worker.ctx, { packetId: id })).rejects.toMatchObject({ code: "not_found" });
    await expect(downloadFolder(worker.ctx, { packetId: "x" })).rejects.toMatchObject({
      fields: { packetId: expect.any(String) },
    });
  });
});

describe("readFolder", () => {
  test("holds the parts but the sealed annex, and of the originals only those that travel beside", async () => {
    const files = await zipped(false);
    expect([...files.keys()]).toEqual([
      `${made.code}-P1-v1.pdf`,
      "letter-1-x.pdf",
      "letter-1-x.docx",
      "letter-2-x.pdf",
      `${made.code}-P1-v1-request.docx`,
      "manifest.json",
      "case-uco.jsonld",
      "verify.html",
      "originals/E-02.txt",
    ]);
    expect(files.get("manifest.json")).toBe(JSON.stringify(manifest));
    expect(files.get(`${made.code}-P1-v1.pdf`)?.slice(0, 5)).toBe("%PDF-");
    expect(files.get("originals/E-02.txt")?.length).toBeGreaterThan(0);
  });

  test("has the annex when it is asked for, and the sender’s copy never", async () => {
    const files = await zipped(true);
    expect(files.get("x-annex.pdf")).toBe("sealed words");
    expect(files.get("letter-2-x.pdf")).toBe("please preserve too");
    expect([...files.keys()].filter((name) => name.includes("sender"))).toEqual([]);
  });

  test("leaves the letters and the request out once a version no longer counts", async () => {
    const packet = await readyPacket(org, worker);
    await describeDesk(await org.as("admin"), { name: "Plover Trust", deskEmail: "", deskPhone: "+27 12 000 0200" });
    const { code } = await getPacket(worker.ctx, packet.id);
    const given = { packetId: packet.id, caseId: packet.caseId, mime: "application/pdf" };
    await plantPacketFile(org, { ...given, part: "letter-1", name: "letter-1-x.pdf", text: "please preserve" });
    const request = { packetId: packet.id, part: "request" };
    const { name: requestName } = await downloadPacket(worker.ctx, request);
    const one = { packetId: packet.id, part: "letter-1" };
    expect(await downloadPacket(worker.ctx, one)).toMatchObject({ name: "letter-1-x.pdf" });
    await withdrawPacket(worker.ctx, { packetId: packet.id, reason: "The ask was too broad." });
    await expect(downloadPacket(worker.ctx, one)).rejects.toMatchObject({ code: "conflict" });
    await expect(downloadPacket(worker.ctx, request)).rejects.toMatchObject({ code: "conflict" });
    const files: FolderFile[] = [];
    for await (const file of readFolder(worker.ctx, { packetId: packet.id })) files.push(file);
    const names = files.map(({ name }) => name);
    expect(names).not.toContain("letter-1-x.pdf");
    expect(names).not.toContain(requestName);
    // The note names the number to ask.
    const note = files.find(({ name }) => name === "WITHDRAWN.txt");
    expect(note && (await new Response(await note.open()).text())).toBe(
      `${code}, version 1, was withdrawn. Do not act on it. Ask the liaison desk: +27 12 000 0200.\n`,
    );
  });

  test("opens nothing for a stranger", async () => {
    const stranger = await org.person("caseworker");
    await expect(readFolder(stranger.ctx, { packetId: made.id }).next()).rejects.toMatchObject({ code: "not_found" });
  });
});

describe("the parts of a packet", () => {
  test("are listed, the served part first, and each is taken by name", async () => {
    const parts = await listParts(worker.ctx, made.id);
    expect(parts.map((part) => part.part)).toEqual([
      "served",
      "annex",
      "letter-1",
      "letter-1-docx",
      "letter-2",
      "request",
      "manifest",
      "case_uco",
      "verifier",
      "sender",
    ]);
    expect(parts[0]).toMatchObject({ name: `${made.code}-P1-v1.pdf`, mime: "application/pdf" });
    const annex = await downloadPacket(worker.ctx, { packetId: made.id, part: "annex" });
    expect(annex).toMatchObject({ name: "x-annex.pdf", mime: "application/pdf" });
    const missing = downloadPacket(worker.ctx, { packetId: made.id, part: "withdrawn_copy" });
    await expect(missing).rejects.toMatchObject({ code: "not_found" });
    await expect(downloadPacket(worker.ctx, { packetId: made.id, part: "keys" })).rejects.toMatchObject({
      fields: { part: expect.any(String) },
    });
  });
});
