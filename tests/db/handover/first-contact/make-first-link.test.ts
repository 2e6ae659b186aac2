import { beforeAll, describe, expect, test } from "vitest";
import { makeFirstLink } from "@/lib/handover/first-contact/commands/make-first-link";
import { revokeFirstLink } from "@/lib/handover/first-contact/commands/revoke-first-link";
import { listFirstLinks } from "@/lib/handover/first-contact/queries";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { now, plantToGive } from "@/tests/support/plant-first-link";
import { plantVersion } from "@/tests/support/plant-handover";
import { naming, signRelease } from "@/tests/support/sign-release";
import { changed, whoSees } from "@/tests/support/walls";

let org: Org;
let worker: Person;
let officer: Person;
let given: { caseId: string; packetId: string };

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  officer = await org.person("liaison", "Lindiwe Example");
  given = await plantToGive(parties());
});

const parties = () => ({ org, worker, officer });
const input = (over: Record<string, unknown> = {}) => ({
  packetId: given.packetId,
  liaisonId: officer.memberId,
  ...over,
});

describe("makeFirstLink", () => {
  test("gives secret and code once, keeps neither, and is audited", async () => {
    const { id, secret, code } = await makeFirstLink(now(worker), input());
    expect(Buffer.from(secret, "base64url")).toHaveLength(32);
    expect(code).toMatch(/^[0-9A-HJKMNP-TV-Z]{12}$/);
    expect(await org.auditOf(id)).toEqual(["first_link.made"]);
    expect(await listFirstLinks(now(worker), given.packetId)).toMatchObject([
      { id, state: "waiting", triesLeft: 5, downloadsLeft: 3, events: [{ event: "made" }] },
    ]);
    const [row] = await owner().begin(async (sql) => {
      await sql`select ctx.put(${org.id}::uuid, null, 'service')`;
      return sql`select row_to_json(l)::text || coalesce((select string_agg(a.detail::text, '') from audit.entries a
        where a.subject_id = l.id), '') as all from app.first_links l where id = ${id}`;
    });
    for (const value of [secret, code, Buffer.from(secret, "base64url").toString("hex")])
      expect(row?.all).not.toContain(value);
    const again = makeFirstLink(now(worker), input());
    await expect(again).rejects.toMatchObject({ code: "conflict", fields: { liaisonId: expect.any(String) } });
    await revokeFirstLink(now(worker), { linkId: id });
  });

  test("of two at the same time one is made", async () => {
    const both = await Promise.allSettled([1, 2].map(() => makeFirstLink(now(worker), input())));
    expect(both.map((result) => result.status).toSorted()).toEqual(["fulfilled", "rejected"]);
  });

  test("names the field: nobody chosen, an office that nobody called back, nothing that covers it", async () => {
    const { memberId } = await org.unconfirmed();
    for (const liaisonId of ["", memberId])
      await expect(makeFirstLink(now(worker), input({ liaisonId }))).rejects.toHaveProperty("fields.liaisonId");
    const caseId = await plantCase(worker.ctx);
    const packetId = await plantVersion(parties(), caseId, 1);
    await expect(makeFirstLink(now(worker), input({ packetId }))).rejects.toHaveProperty("fields.liaisonId");
    const releaseId = await signRelease(worker.ctx, caseId, naming(officer));
    const { id } = await makeFirstLink(now(worker), input({ packetId }));
    await revokeRelease(worker.ctx, { caseId, releaseId, reason: "The client is afraid" });
    expect((await listFirstLinks(now(worker), packetId)).find((link) => link.id === id)?.state).toBe("revoked");
  });

  test("not of a version that a newer one replaced, and it says which to give", async () => {
    const { caseId, packetId } = await plantToGive(parties());
    await plantVersion(parties(), caseId, 2);
    await expect(makeFirstLink(now(worker), input({ packetId }))).rejects.toMatchObject({
      code: "conflict",
      message: "Version 2 replaces version 1. Give version 2.",
    });
  });

  test("links and their log are seen by the people of the case, and nobody writes what only the service role writes", async () => {
    const readers = {
      worker: worker.ctx,
      supervisor: await org.as("supervisor"),
      colleague: (await org.person("caseworker")).ctx,
      admin: await org.as("admin"),
      liaison: officer.ctx,
      stranger: await (await makeOrg()).as("supervisor"),
    };
    for (const table of ["first_links", "first_link_events"])
      expect(await whoSees(table, readers), table).toEqual(["supervisor", "worker"]);
    for (const ctx of Object.values(readers)) {
      for (const set of [
        "tries = 0, downloads = 1",
        "code_hash = secret_hash",
        "released_at = now(), released_by = made_by",
      ])
        expect(await changed(ctx, `update app.first_links set ${set}`), set).toBe(0);
      expect(await changed(ctx, "delete from app.first_links")).toBe(0);
      expect(await changed(ctx, "update app.first_link_events set note = 'x'")).toBe(0);
    }
  });
});
