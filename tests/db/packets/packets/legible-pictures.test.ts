import { beforeAll, describe, expect, test } from "vitest";
import { inspectExhibit } from "@/lib/evidence/exhibits/inspect-exhibit";
import { redactExhibit } from "@/lib/evidence/redactions/redact-exhibit";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import { draft, makeCaseToPrint, secrets } from "@/tests/support/case-to-print";
import { drawWords, lineBox } from "@/tests/support/draw-words";
import { addExhibit } from "@/tests/support/exhibit";
import { lookAtPictures } from "@/tests/support/look-at-pictures";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

/** A case whose first act, "I will break your jaw.", rests on a picture of these lines. */
async function pictured(lines: readonly string[], masked: readonly number[] = []) {
  const { caseId, incidentIds } = await makeCaseToPrint(org, worker, { files: [] });
  const on = { incidentIds: incidentIds.slice(0, 1) };
  const { exhibitId } = await addExhibit(worker.ctx, caseId, await drawWords(lines), on);
  await inspectExhibit(org.service(), { exhibitId });
  const boxes = masked.map((at) => lineBox(at, lines.length));
  if (boxes.length > 0) await redactExhibit(worker.ctx, { exhibitId, page: 1, boxes, reason: "Who the client is" });
  const { id } = await draftPacket(worker.ctx, { caseId, kind: "mla_dossier", ...draft });
  await assemblePacket(org.service(), { packetId: id });
  return id;
}

const errorOf = async (packetId: string) => (await getPacket(worker.ctx, packetId)).progress.error;

async function lineOf(packetId: string, id: string) {
  const { preflight } = await getPacket(worker.ctx, packetId);
  return preflight.find((line) => line.id === id);
}

const threat = "I will break your jaw.";

describe("a picture in which a machine reads a protected value", () => {
  test.each([
    ["the name", secrets.name, "name"],
    ["the family name alone", "tell Voorbeeld to answer", "name"],
    ["the phone number", "call 000 000 0147", "phone number"],
    ["the street", "14 Nergens Straat", "address"],
    ["the mail", secrets.email, "e-mail address"],
  ])("stops the packet: %s", async (_, line, kind) => {
    const id = await pictured([threat, line]);
    const error = await errorOf(id);
    expect(error).toContain(`E-01, page 1, as a machine reads it: contains the client’s ${kind}. `);
    expect(error).toMatch(/Mask it there and try again\.$/);
  });

  test("goes once it is masked, and the line says what was read", async () => {
    const id = await pictured([threat, secrets.name], [1]);
    expect(await errorOf(id)).toBeNull();
    await lookAtPictures(worker.ctx, id);
    expect(await lineOf(id, "M-27")).toMatchObject({
      result: "pass",
      reason: expect.stringContaining("Words read by machine in E-01, page 1: no protected value among them."),
    });
    expect(await lineOf(id, "M-29")).toMatchObject({ result: "pass" });
  });

  test("is not read where a mask leaves half of it", async () => {
    const id = await pictured([threat, secrets.name, secrets.phone], [1]);
    expect(await errorOf(id)).toMatch(/E-01, page 1, .*phone number/);
  });
});

describe("an act whose words lie under a mask", () => {
  test("fails by name, since a reader would see a black box in their place", async () => {
    const id = await pictured([threat, "and more"], [0]);
    expect(await errorOf(id)).toBeNull();
    expect(await lineOf(id, "M-29")).toMatchObject({
      result: "fail",
      reason: expect.stringContaining("I-1 (E-01, under a mask)"),
    });
  });

  test("passes when what is masked stands elsewhere in the picture", async () => {
    const id = await pictured(["Somebody else wrote", threat], [0]);
    expect(await lineOf(id, "M-29")).toMatchObject({ result: "pass" });
  });
});
