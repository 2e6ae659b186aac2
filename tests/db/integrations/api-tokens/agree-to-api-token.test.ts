import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ctxFromApiToken } from "@/lib/auth/api-tokens/ctx-from-api-token";
import { findCase } from "@/lib/casework/cases/access";
import { agreeToApiToken } from "@/lib/integrations/api-tokens/agree-to-api-token";
import { listApiTokens, listOwnApiTokens } from "@/lib/integrations/api-tokens/queries";
import { reading } from "@/lib/kernel/access/query";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { plantApiToken } from "@/tests/support/plant-api-token";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
});

const open = (token: string, network: string | null = null) => ctxFromApiToken(`Bearer ${token}`, network);

describe("an API token", () => {
  test("opens nothing before its member agreed, and then what that member sees and nothing else", async () => {
    const mine = await plantCase(worker.ctx);
    const theirs = await plantCase((await org.person("caseworker")).ctx);
    const { id, token } = await plantApiToken(org, worker, { agreed: false });
    expect(await open(token)).toBeNull();
    const [waiting] = await listOwnApiTokens(worker.ctx);
    expect(waiting).toMatchObject({ id, state: "waiting", lastUsedOn: null });
    await agreeToApiToken(await org.confirmed(worker), { tokenId: id });
    const opened = await open(token);
    if (!opened) throw new Error("The token did not open.");
    expect(opened.token.scopes).toContain("cases:read");
    expect(opened.ctx.actor.memberId).toBe(worker.memberId);
    expect(await reading(opened.ctx, (scoped) => findCase(scoped, mine))).toMatchObject({ id: mine });
    await expect(reading(opened.ctx, (scoped) => findCase(scoped, theirs))).rejects.toHaveProperty("code", "not_found");
    const rows = await bySql<{ id: string }>(opened.ctx, sql`select id from app.cases`);
    expect(rows).toEqual([{ id: mine }]);
    expect((await listApiTokens(await org.as("admin")))[0]).toMatchObject({
      id,
      state: "works",
      lastUsedOn: new Date().toISOString().slice(0, 10),
    });
    expect(await org.auditOf(id)).toEqual(["api_token.made", "api_token.agreed"]);
  });

  test("a code alone does not agree to it, password and code of somebody without a passkey do", async () => {
    const member = await org.person("caseworker");
    const { id, token } = await plantApiToken(org, member, { agreed: false });
    const byCode = agreeToApiToken(await org.coded(member), { tokenId: id });
    await expect(byCode).rejects.toMatchObject({ fields: { passkey: expect.any(String) } });
    expect(await open(token)).toBeNull();
    await agreeToApiToken(await org.provedBoth(member), { tokenId: id });
    expect(await open(token)).not.toBeNull();
  });

  test("is agreed to by its member alone: not by the administrator, and in Postgres neither", async () => {
    const { id } = await plantApiToken(org, worker, { agreed: false });
    const admin = await org.confirmed("admin");
    await expect(agreeToApiToken(admin, { tokenId: id })).rejects.toHaveProperty("code", "forbidden");
    const byHand = sql`update app.api_tokens set agreed_at = now() where id = ${id}`;
    await expect(bySql(admin, byHand)).rejects.toThrow();
    const forOneself = sql`update app.api_tokens set member_id = ${admin.actor.memberId} where id = ${id}`;
    await expect(bySql(admin, forOneself)).rejects.toThrow();
    const longer = sql`update app.api_tokens set scopes = '{packets:write}' where id = ${id}`;
    await expect(bySql(worker.ctx, longer)).rejects.toThrow();
  });
});
