import { beforeAll, describe, expect, test } from "vitest";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { readDocument } from "@/lib/documents/papers/queries";
import { reportBody } from "@/lib/organisation/bodies/commands/report-body";
import { draft, textOf } from "@/tests/db/documents/papers/drafting";
import { newStation, stationForm } from "@/tests/support/bodies";
import { makeCaseToPrint } from "@/tests/support/case-to-print";
import { makeOrg, type Person } from "@/tests/support/org";
import { plantRefusal } from "@/tests/support/refusal";

let worker: Person;
let caseId: string;
let letter: (stepKey: string) => Promise<string>;

beforeAll(async () => {
  const org = await makeOrg();
  worker = await org.person("caseworker");
  ({ caseId } = await makeCaseToPrint(org, worker, { files: [] }));
  letter = async (stepKey) => {
    const refusalId = await plantRefusal(worker.ctx, caseId, { stepKey });
    const change = { template: "za-refusal-station-commander", refusalId, signer: "client" };
    return textOf(worker.ctx, caseId, await draft(worker.ctx, caseId, change));
  };
});

describe("what a letter about a refusal asks for", () => {
  test("at the counter, the number; once there is one and the detective is silent, the detective", async () => {
    expect(await letter("csc-report")).toContain("that the CAS number is given");
    await recordReference(worker.ctx, {
      caseId,
      kind: "cas",
      raw: "Fynbos Road CAS 212/10/2026",
      state: "issued",
      receivedVia: "sms",
      issuedOn: "2026-10-14",
    });
    const text = await letter("detective");
    expect(text).toContain("This was refused or not answered: Detective assigned");
    expect(text).not.toMatch(/CAS number (is|was) given|docket is opened/i);
  });
});

describe("where a letter about a refusal goes", () => {
  const addressee = async (refusalId: string) => {
    const template = "za-refusal-station-commander";
    const documentId = await draft(worker.ctx, caseId, { template, refusalId, signer: "client" });
    return (await readDocument(worker.ctx, caseId, documentId)).body.addressee;
  };

  test("to the address that somebody confirmed in the directory, and to none that is in doubt", async () => {
    const office = "Kliprand Test Station";
    const bodyRef = await newStation(worker.ctx, office);
    const listed = await plantRefusal(worker.ctx, caseId, { office });
    expect((await addressee(listed)).slice(2)).toEqual([office, stationForm().address]);
    await reportBody(worker.ctx, { bodyRef, note: "It moved." });
    expect((await addressee(listed)).slice(2)).toEqual([office]);
    const elsewhere = await plantRefusal(worker.ctx, caseId, { office: "A station that nobody listed" });
    expect((await addressee(elsewhere)).slice(2)).toEqual(["A station that nobody listed"]);
  });
});
