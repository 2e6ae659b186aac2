import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { and, eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { eraseAgain } from "@/db/erase-again";
import { cases, clients, dataKeys, searchTokens } from "@/db/schema";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { openFiles } from "@/lib/kernel/access/case-files";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { env } from "@/lib/platform/env";
import { filePlaces } from "@/lib/platform/storage/file-storage";
import { askErasure } from "@/lib/privacy/erasures/ask-erasure";
import { decideErasure } from "@/lib/privacy/erasures/decide-erasure";
import { listErased, readTombstone } from "@/lib/privacy/erasures/queries";
import { removeErased } from "@/lib/privacy/erasures/remove-erased";
import { placeHold } from "@/lib/privacy/holds/place-hold";
import { listHolds } from "@/lib/privacy/holds/queries";
import { caseForm } from "@/tests/support/case-form";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { asService, plantEverywhere, tablesContaining } from "@/tests/support/plant-everywhere";

const word = "quagga74canary";
let org: Org;
let asker: Person;
let second: Person;
let caseId: string;
let keptId: string;
let clientId: string;

beforeAll(async () => {
  org = await makeOrg();
  asker = await org.person("supervisor");
  second = await org.person("supervisor", "Second Example");
  const opened = await openCase(asker.ctx, caseForm({ subject: { allegedName: "Gerhardus van Aswegen" } }));
  caseId = opened.id;
  clientId = opened.clientId;
  keptId = (await openCase(asker.ctx, caseForm({ client: undefined, clientId }))).id;
});

const rowOf = (id: string) =>
  withTransaction(
    org.service(),
    "read only",
    async ({ db }) => (await db.select().from(cases).where(eq(cases.id, id)))[0],
  );

const tokensOfSubjects = () =>
  withTransaction(org.service(), "read only", ({ db, orgId }) =>
    db.$count(searchTokens, and(eq(searchTokens.orgId, orgId), eq(searchTokens.ownerKind, "subject"))),
  );

async function release(of: "case" | "client", id: string): Promise<string> {
  await asService(
    org.id,
    asker.memberId,
    (tx) => tx`update app.cases set closed_at = now() where id = ${id} or client_id = ${id}`,
  );
  const ask = { of, id, ground: "client_asked", reason: `${word} asked for it in writing` };
  const { id: requestId } = await askErasure(asker.ctx, ask);
  await decideErasure(await org.confirmed(second), { requestId, decision: "release" });
  return requestId;
}

/** The chain as audit.append() made it, calculated again from the rows. */
async function brokenEntries(): Promise<number> {
  const [row] = await asService(
    org.id,
    asker.memberId,
    (tx) => tx`select count(*)::int as n from audit.entries e
    where e.org_id = ${org.id} and e.hash <> sha256(e.previous || convert_to((jsonb_build_array(e.seq, e.at, e.member_id,
      e.role, e.action, e.subject_id, e.case_id, e.detail)
      || case when e.session is null then '[]' else jsonb_build_array(e.session) end)::text, 'UTF8'))`,
  );
  const [gaps] = await asService(
    org.id,
    asker.memberId,
    (tx) => tx`select count(*)::int as n from (select e.previous,
    lag(e.hash) over (order by e.seq) as before from audit.entries e where e.org_id = ${org.id}) s where before <> previous`,
  );
  return Number(row?.n) + Number(gaps?.n);
}

describe("an erased case", () => {
  test("cannot be read, found or opened again, and nothing of the client's other case is gone", async () => {
    const before = await rowOf(caseId);
    const kept = await rowOf(keptId);
    if (!before || !kept) throw new Error("No case.");
    const files = await openFiles(asker.ctx, before.keyId);
    const bytes = Buffer.from(`original bytes ${word}`);
    const { fileId } = await files.receive(bytesOf(bytes), { maxBytes: 1000 });
    const object = await readFile(join(env().DATA_DIR, "files/sealed", org.id, before.keyId, fileId));
    const place = { table: "cases", column: "closing_note", row: caseId };
    const sealed = await withTransaction(asker.ctx, "read write", async (ctx) =>
      (await openVault(ctx, before.keyId)).seal(place, word),
    );
    const planted = await plantEverywhere(word, {
      orgId: org.id,
      memberId: asker.memberId,
      caseId,
      clientId,
      liaisonId: (await org.person("liaison")).memberId,
    });
    const messages = await tablesContaining(word, org.id);
    expect(planted.length).toBeGreaterThan(40);
    for (const table of planted) expect(messages).toContain(`app.${quoted(table)}`);

    expect(await tokensOfSubjects()).toBeGreaterThan(0);

    const requestId = await release("case", caseId);
    await removeErased(org.service(), { requestId });

    expect(await tokensOfSubjects()).toBe(0);
    // A client's own rows stay with the client.
    expect((await tablesContaining(word, org.id)).filter((value) => !ofClient.has(value))).toEqual([]);
    expect(await rowOf(caseId)).toBeUndefined();
    const store = filePlaces().store;
    const left: string[] = [];
    for await (const { key } of store.list(`${org.id}/${before.keyId}`)) left.push(key);
    expect(left).toEqual([]);

    // Yesterday's rows and files with today's keys: no key opens them.
    expect(createHash("sha256").update(object).digest("hex")).toHaveLength(64);
    await expect(openFiles(org.service(), before.keyId)).rejects.toMatchObject({ code: "not_found" });
    await expect(
      withTransaction(org.service(), "read only", async (ctx) =>
        (await openVault(ctx, before.keyId)).open(place, sealed),
      ),
    ).rejects.toMatchObject({ code: "not_found" });
    const keys = await withTransaction(org.service(), "read only", ({ db, orgId }) =>
      db.select().from(dataKeys).where(eq(dataKeys.orgId, orgId)),
    );
    for (const { id } of keys) {
      const other = await withTransaction(org.service(), "read only", (ctx) => openVault(ctx, id)).catch(() => null);
      if (other) expect(() => other.open(place, sealed)).toThrow();
    }

    // The other case, and who the client is.
    expect(await rowOf(keptId)).toMatchObject({ id: keptId, pseudonym: kept.pseudonym });
    await openFiles(asker.ctx, kept.keyId);
    const name = await withTransaction(asker.ctx, "read only", async (ctx) => {
      const [client] = await ctx.db.select().from(clients).where(eq(clients.id, clientId));
      if (!client) throw new Error("No client.");
      const vault = await openVault(ctx, client.keyId);
      return vault.openMaybe({ table: "clients", column: "name", row: clientId }, client.name);
    });
    expect(name?.length).toBeGreaterThan(3);

    expect(await brokenEntries()).toBe(0);
    const stone = await readTombstone(asker.ctx, caseId);
    expect(stone).toMatchObject({
      of: "case",
      code: before.code,
      ground: "client_asked",
      releasedBy: "Second Example",
    });
    expect(await readTombstone((await org.person("caseworker")).ctx, caseId)).toBeNull();
    const [line] = await listErased(org.service());
    expect(line).toMatchObject({ org: org.id, of: "case", id: caseId, code: before.code });
    expect(line?.keys).toContain(before.keyId);
    expect(await org.auditOf(requestId)).toEqual([
      "erasure.asked",
      "erasure.released",
      "erasure.done",
      "erasure.files_removed",
    ]);
  }, 60_000);

  test("goes on when it was killed between keys and files, and a second run finds nothing to do", async () => {
    const opened = await openCase(asker.ctx, caseForm());
    const row = await rowOf(opened.id);
    if (!row) throw new Error("No case.");
    const files = await openFiles(asker.ctx, row.keyId);
    await files.receive(bytesOf(Buffer.from("one")), { maxBytes: 10 });
    await files.receive(bytesOf(Buffer.from("two")), { maxBytes: 10 });
    const requestId = await release("case", opened.id);
    const { store } = filePlaces();
    let removed = 0;
    const dying = {
      ...store,
      remove: async (key: string) => {
        if (removed === 1) throw new Error("killed");
        removed += 1;
        await store.remove(key);
      },
    };
    await expect(removeErased(org.service(), { requestId }, dying)).rejects.toThrow("killed");
    await removeErased(org.service(), { requestId });
    await removeErased(org.service(), { requestId });
    expect((await org.auditOf(requestId)).slice(2)).toEqual(["erasure.done", "erasure.files_removed"]);
    const left: string[] = [];
    for await (const { key } of store.list(`${org.id}/${row.keyId}`)) left.push(key);
    expect(left).toEqual([]);
  });

  test("takes the client along when it is asked for the client, with what finds them", async () => {
    await plantClientRows();
    const requestId = await release("client", clientId);
    await removeErased(org.service(), { requestId });
    const [gone] = await withTransaction(org.service(), "read only", ({ db }) =>
      db.select().from(clients).where(eq(clients.id, clientId)),
    );
    expect(gone).toBeUndefined();
    expect(await tablesContaining(word, org.id)).toEqual([]);
    const tokens = await withTransaction(org.service(), "read only", ({ db, orgId }) =>
      db.$count(searchTokens, and(eq(searchTokens.orgId, orgId), eq(searchTokens.ownerId, clientId))),
    );
    expect(tokens).toBe(0);
    const lines = await listErased(org.service());
    expect(lines.filter(({ id }) => id === keptId || id === clientId).map(({ of }) => of)).toEqual(
      expect.arrayContaining(["case", "client"]),
    );
    expect(await brokenEntries()).toBe(0);
  });

  test("is erased again in a database that was restored from before", async () => {
    const opened = await openCase(asker.ctx, caseForm({ subject: { allegedName: "Another Aswegen" } }));
    const row = await rowOf(opened.id);
    const line = {
      org: org.id,
      of: "case",
      id: opened.id,
      code: row?.code,
      keys: [row?.keyId],
      ground: "client_asked",
      askedBy: asker.memberId,
      releasedBy: second.memberId,
      at: "2026-11-26T10:00:00.000Z",
    };
    const url = process.env.DATABASE_OWNER_URL ?? "";
    expect(await eraseAgain(url, [line] as Parameters<typeof eraseAgain>[1])).toBe(1);
    expect(await eraseAgain(url, [line] as Parameters<typeof eraseAgain>[1])).toBe(0);
    expect(await rowOf(opened.id)).toBeUndefined();
    expect(await tokensOfSubjects()).toBe(0);
    expect((await listErased(org.service())).find(({ id }) => id === opened.id)?.keys).toEqual([row?.keyId]);
    const byApp = withTransaction(org.service(), "read write", ({ db }) =>
      db.execute(sql`select app.erase_again(${JSON.stringify(line)}::jsonb)`),
    );
    await expect(byApp).rejects.toThrow();
  });

  test("is the only thing that a ledger loses rows to", async () => {
    const opened = await openCase(asker.ctx, caseForm());
    await placeHold(asker.ctx, { caseId: opened.id, reason: "Held for the test" });
    for (const role of ["service", "supervisor"]) {
      const gone = await asService(org.id, asker.memberId, (tx) => tx`delete from app.holds`, role);
      expect(gone.count).toBe(0);
    }
    expect(await listHolds(asker.ctx, opened.id)).toHaveLength(1);
    const [still] = await owner()<
      { n: number }[]
    >`select count(*)::int as n from pg_trigger where tgname in ('append_only', 'keep') and tgenabled = 'O'`;
    expect(still?.n).toBeGreaterThan(10);
  });
});

const quoted = (table: string) => (table === "references" ? '"references"' : table);
const ofClient = new Set(["app.breach_notices"]);

async function plantClientRows(): Promise<void> {
  expect(await tablesContaining(word, org.id)).toContain("app.breach_notices");
}

async function* bytesOf(bytes: Buffer): AsyncGenerator<Uint8Array> {
  yield bytes;
}
