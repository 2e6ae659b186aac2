import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ctxFromApiToken } from "@/lib/auth/api-tokens/ctx-from-api-token";
import { endApiToken } from "@/lib/integrations/api-tokens/end-api-token";
import { listApiTokens } from "@/lib/integrations/api-tokens/queries";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantApiToken } from "@/tests/support/plant-api-token";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const open = (token: string, network: string | null = null) => ctxFromApiToken(`Bearer ${token}`, network);

describe("an API token", () => {
  test("is ended by an administrator, once, and stays in the list as ended", async () => {
    const { id, token } = await plantApiToken(org, worker);
    await endApiToken(await org.as("admin"), { tokenId: id });
    expect(await open(token)).toBeNull();
    await expect(endApiToken(await org.as("admin"), { tokenId: id })).rejects.toHaveProperty("code", "conflict");
    const [listed] = await listApiTokens(await org.as("admin"));
    expect(listed).toMatchObject({ id, state: "ended" });
    const again = sql`update app.api_tokens set ended_at = null where id = ${id}`;
    await expect(bySql(await org.as("admin"), again)).rejects.toThrow();
  });
});
