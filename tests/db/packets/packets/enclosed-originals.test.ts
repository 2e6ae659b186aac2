import { beforeAll, describe, expect, test } from "vitest";
import { incidentExhibits } from "@/db/schema";
import { readExhibit } from "@/lib/evidence/exhibits/queries";
import { coverWords } from "@/lib/evidence/redactions/cover-words";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { approvePacket } from "@/lib/packets/packets/commands/approve-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import { readDocument, sourceOf } from "@/lib/platform/pdf/read-document";
import { sworn } from "@/tests/db/documents/papers/drafting";
import { reasonsFor } from "@/tests/support/built-packet";
import { draft, makeCaseToPrint, secrets } from "@/tests/support/case-to-print";
import { bytesOf } from "@/tests/support/files";
import { keptParts, onePart } from "@/tests/support/kept-parts";
import { addMasked } from "@/tests/support/masked";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { openPacket } from "@/tests/support/packet-file";
import { flatPagesOf } from "@/tests/support/pdf";
import { now } from "@/tests/support/plant-first-link";
import { naming, signRelease } from "@/tests/support/sign-release";
import { sendFiles } from "@/tests/support/uploaded-packet";

let org: Org;
let worker: Person;
let officer: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  officer = await org.person("liaison", "Lindiwe Example");
});

const docket = { ...draft, kind: "docket_pack", prosecutor: "", centralAuthority: "", station: "" };
const sealing = `Hello ${secrets.name}, I know Thandi.`;

/** A case with one text that names the client, and with a release for what is given here. */
async function makeCase(release: object, files = [{ name: "note.txt", content: sealing }]) {
  const { caseId } = await makeCaseToPrint(org, worker, { files: [], released: false, what: "He wrote again." });
  const sent = files.map(({ name, content }) => {
    return { name, bytes: Buffer.from(content), about: { method: "native_export" } };
  });
  const exhibitIds = await sendFiles(org, worker, { caseId, files: sent });
  const releaseId = await signRelease(worker.ctx, caseId, { ...naming(officer), ...release });
  return { caseId, exhibitIds, releaseId };
}

async function draftDocket(caseId: string): Promise<string> {
  const { id } = await draftPacket(worker.ctx, { caseId, ...docket });
  await assemblePacket(org.service(), { packetId: id });
  return id;
}

/** What a reader of the served part and one of the annex find, attachments included. */
async function read(id: string) {
  expect((await getPacket(worker.ctx, id)).progress.error).toBeNull();
  const served = await bytesOf((await openPacket(worker.ctx, id)).stream);
  const annex = onePart(await keptParts(worker.ctx, id), "annex").bytes;
  const flat = async (bytes: Uint8Array) => (await flatPagesOf(bytes)).join("\n").replaceAll(/\s+/g, " ");
  return {
    served: await flat(served),
    inServed: await textsOf(served),
    annex: await flat(annex),
    inAnnex: await textsOf(annex),
  };
}

async function textsOf(bytes: Uint8Array): Promise<string> {
  const texts: string[] = [];
  for await (const { text } of readDocument(sourceOf(bytes))) texts.push(text);
  return texts.join("\n");
}

describe("the sealed original of a text", () => {
  test("lies in the annex when a release opens identity and the exhibit to the officer, and the exhibit says so", async () => {
    const { caseId, exhibitIds } = await makeCase({ identity: "on" });
    await coverWords(worker.ctx, { exhibitId: exhibitIds[0], words: "Thandi", kind: "child" });
    const { served, inServed, annex, inAnnex } = await read(await draftDocket(caseId));
    expect(inAnnex).toContain(sealing);
    expect(annex).toContain("attached to this annex as e-01-original.txt: some of its words are covered");
    expect(served).toContain("it lies in the sealed annex as e-01-original.txt");
    expect(served).toContain("Hello [client’s name] I know [covered: a child].");
    expect(inServed).not.toContain("Thandi");
    expect(inServed).not.toContain(secrets.name);
  });

  test.each([
    ["no release opens identity", {}, "no release opens it to an officer"],
    ["the release names nobody", { identity: "on", officers: {} }, "no release opens it to an officer"],
    [
      "the release does not have the exhibit",
      { identity: "on", which: "none" },
      "not everybody to whom it opens may have this exhibit",
    ],
  ])("stays out when %s, and the exhibit says why", async (_, release, why) => {
    const { caseId } = await makeCase(release);
    const { served, annex, inAnnex } = await read(await draftDocket(caseId));
    expect(inAnnex).not.toContain("I know Thandi");
    expect(annex).toContain("kept by us: it holds details of the client");
    expect(served).toContain(`it is not in the sealed annex: ${why}`);
  });

  test("stays out when another officer to whom the annex opens may not have the exhibit", async () => {
    const { caseId } = await makeCase({ identity: "on" });
    await signRelease(worker.ctx, caseId, {
      ...naming(await org.person("liaison", "Narrow Example")),
      identity: "on",
      which: "none",
      purpose: "Identity alone",
    });
    const { served, inAnnex } = await read(await draftDocket(caseId));
    expect(inAnnex).not.toContain("I know Thandi");
    expect(served).toContain("not everybody to whom it opens may have this exhibit");
  });

  test("stays out when it acts when it is opened", async () => {
    const html = `<img src="https://tracker.example/a.gif"><p>${sealing}</p>`;
    const mail = ["From: a@mail.example", "Subject: You", "Content-Type: text/html", "", html, ""].join("\r\n");
    const { caseId } = await makeCase({ identity: "on" }, [{ name: "mail.eml", content: mail }]);
    const { served, inAnnex } = await read(await draftDocket(caseId));
    expect(inAnnex).not.toContain("tracker.example");
    expect(served).toMatch(/it is not in the sealed annex: it acts when it is opened/);
  });

  test("of a masked picture lies there when an act rests on it, with a line in the ledger; one without an act stays", async () => {
    const { caseId, incidentIds } = await makeCaseToPrint(org, worker, { files: [], released: false });
    const { exhibitId } = await addMasked(org, worker.ctx, caseId);
    await addMasked(org, worker.ctx, caseId);
    const link = { orgId: org.id, caseId, incidentId: incidentIds[0] ?? "", exhibitId };
    await withTransaction(org.service(), "read write", ({ db }) => db.insert(incidentExhibits).values(link));
    await signRelease(worker.ctx, caseId, { ...naming(officer), identity: "on" });
    const { served, annex } = await read(await draftDocket(caseId));
    expect(annex).toContain("attached to this annex as e-01-original.jpg: a masked copy stands for it");
    expect(served).toContain("it lies in the sealed annex as e-01-original.jpg");
    expect(served).toContain("it is not in the sealed annex: no act rests on it");
    const { ledger } = await withTransaction(worker.ctx, "read only", (ctx) => readExhibit(ctx, caseId, exhibitId));
    expect(ledger.events.at(-1)).toMatchObject({
      action: "exported",
      purpose: "Its original, unmasked, put in the sealed annex of that packet",
    });
  });

  test("is taken out of the annex that is built at approval when the release was revoked since", async () => {
    const { caseId, releaseId } = await makeCase({ identity: "on" });
    await sworn(worker.ctx, caseId);
    const id = await draftDocket(caseId);
    expect((await read(id)).inAnnex).toContain(sealing);
    await revokeRelease(now(worker), { caseId, releaseId, reason: "The client is afraid" });
    const overrides = await reasonsFor(worker, id);
    await approvePacket(await org.confirmed("supervisor"), { packetId: id, overrides });
    await assemblePacket(org.service(), { packetId: id });
    const { inAnnex, annex, served } = await read(id);
    expect(inAnnex).not.toContain("I know Thandi");
    expect(annex).toContain("kept by us: it holds details of the client");
    expect(served).toContain("it is not in the sealed annex: no release opens it to an officer");
  });
});
