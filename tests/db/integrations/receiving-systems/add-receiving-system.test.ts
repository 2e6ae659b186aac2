import { beforeAll, describe, expect, test } from "vitest";
import { addService } from "@/lib/casework/services/add-service";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantReceivingSystem } from "@/tests/support/plant-receiving-system";

let org: Org;
let serviceId: string;
beforeAll(async () => {
  org = await makeOrg();
  const worker = await org.person("caseworker");
  serviceId = (await addService(worker.ctx, { kind: "partner", name: "Partner at the river (invented)" })).id;
});

const refused = (over: Record<string, unknown>) =>
  plantReceivingSystem(org, serviceId, over).catch((error) => error.fields);

describe("a system that receives cases", () => {
  test("is one public host, names each field once, and takes what is sealed only with its own tick", async () => {
    for (const address of ["http://a.example", "https://127.0.0.1", "https://a.example/api", "https://u:p@a.example"])
      expect(Object.keys(await refused({ address }))).toEqual(["address"]);
    expect(Object.keys(await refused({ sealedSeen: {} }))).toEqual(["sealedSeen.passedOn"]);
    expect(Object.keys(await refused({ mapping: { code: "id" } }))).toEqual(["mapping.code"]);
    expect(Object.keys(await refused({ mapping: { code: "a", risk: "a" } }))).toEqual(
      ["mapping.risk", "mapping.code"].toSorted(),
    );
    expect(Object.keys(await refused({ mapping: {} }))).toEqual(["mapping.code"]);
  });
});
