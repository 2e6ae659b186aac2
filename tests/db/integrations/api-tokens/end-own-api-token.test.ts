import { beforeAll, describe, expect, test } from "vitest";
import { endOwnApiToken } from "@/lib/integrations/api-tokens/end-own-api-token";
import { listOwnApiTokens } from "@/lib/integrations/api-tokens/queries";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantApiToken } from "@/tests/support/plant-api-token";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

describe("an API token", () => {
  test("is ended by its member, also before they agreed, and by no other member", async () => {
    const waiting = await plantApiToken(org, worker, { agreed: false });
    const colleague = await org.person("caseworker");
    const end = (who: Person) => endOwnApiToken(who.ctx, { tokenId: waiting.id });
    await expect(end(colleague)).rejects.toHaveProperty("code", "not_found");
    await end(worker);
    await expect(end(worker)).rejects.toHaveProperty("code", "conflict");
    expect(await listOwnApiTokens(worker.ctx)).toEqual([]);
    expect(await org.auditOf(waiting.id)).toEqual(["api_token.made", "api_token.ended"]);
  });
});
