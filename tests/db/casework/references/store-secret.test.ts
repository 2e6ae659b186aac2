import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test, vi } from "vitest";
import { recordReference } from "@/lib/casework/references/commands/record-reference";
import { storeSecret } from "@/lib/casework/references/commands/store-secret";
import { findByNumber, getReference } from "@/lib/casework/references/queries";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { assemblePacket } from "@/lib/packets/packets/building/assemble-packet";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { getPacket } from "@/lib/packets/packets/queries";
import { draft, makeCaseToPrint } from "@/tests/support/case-to-print";
import { owner } from "@/tests/support/db";
import { bytesOf } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { openPacket } from "@/tests/support/packet-file";
import { flatPagesOf } from "@/tests/support/pdf";
import { plantCase } from "@/tests/support/plant";

let org: Org;
let worker: Ctx;
let referenceId: string;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.as("caseworker");
  const caseId = await plantCase(worker);
  const number = { caseId, kind: "stopncii", raw: "c-48210", receivedVia: "portal" };
  referenceId = (await recordReference(worker, number)).id;
});

const pin = "PlainPin-993311-Kokerboom";
const input = () => ({ referenceId, label: "PIN", secret: pin });

describe("storeSecret", () => {
  test("keeps it sealed beside the number, says so in the log, and shows only that there is one", async () => {
    const { id } = await storeSecret(worker, input());
    expect(await org.auditOf(referenceId)).toEqual(["reference.recorded", "reference.secret_stored"]);
    const view = await getReference(worker, referenceId);
    expect(view.secrets).toMatchObject([{ id, label: "PIN", destroyed: false }]);
    expect(JSON.stringify(view)).not.toContain(pin);
    expect(await findByNumber(worker, pin)).toEqual([]);
  });

  test("no row of the database holds its words", async () => {
    await storeSecret(worker, input());
    expect(await tablesThatHold(pin)).toEqual([]);
    // The search itself sees what stands there in plain words.
    expect(await tablesThatHold("c-48210")).toContain('app."references"');
  });

  test("a packet of the case is built without it, and no log line holds it", async () => {
    const person = await org.person("caseworker");
    const made = await makeCaseToPrint(org, person, { files: [] });
    const number = { caseId: made.caseId, kind: "stopncii", raw: "c-48277", receivedVia: "portal" };
    const { id } = await recordReference(person.ctx, number);
    await storeSecret(person.ctx, { ...input(), referenceId: id });
    const printed = vi.spyOn(process.stdout, "write");
    const { id: packetId } = await draftPacket(person.ctx, { caseId: made.caseId, ...draft });
    await assemblePacket(org.service(), { packetId });
    const lines = printed.mock.calls.map(([line]) => String(line)).join("");
    printed.mockRestore();
    const { preflight } = await getPacket(person.ctx, packetId);
    const { stream } = await openPacket(person.ctx, packetId);
    const text = (await flatPagesOf(await bytesOf(stream))).join("\n");
    expect(text).toContain("c-48277");
    for (const where of [text, lines, JSON.stringify(preflight)]) expect(where).not.toContain(pin);
    expect(await tablesThatHold(pin)).toEqual([]);
  });

  test("names the field that needs another look", async () => {
    for (const [change, field] of [
      [{ secret: "" }, "secret"],
      [{ secret: "x".repeat(201) }, "secret"],
      [{ label: " " }, "label"],
    ] as const) {
      const attempt = storeSecret(worker, { ...input(), ...change });
      await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
  });

  test("two at once are two", async () => {
    const before = (await getReference(worker, referenceId)).secrets.length;
    await Promise.all([storeSecret(worker, input()), storeSecret(worker, input())]);
    expect((await getReference(worker, referenceId)).secrets).toHaveLength(before + 2);
  });
});

const tables = (schema: string) => sql`select format('%I.%I', schemaname, tablename) as name from pg_tables
  where schemaname = ${schema} and has_table_privilege(format('%I.%I', schemaname, tablename), 'select')`;

/** Every table whose rows, written out as text, hold these words: of this organisation, and of the queue. */
async function tablesThatHold(words: string): Promise<string[]> {
  const found = await withTransaction(org.service(), "read only", async ({ db }) => {
    const names = [
      ...(await db.execute<{ name: string }>(tables("app"))),
      ...(await db.execute<{ name: string }>(tables("audit"))),
    ];
    const counted: string[] = [];
    for (const { name } of names) {
      const [row] = await db.execute<{ n: number }>(
        sql`select count(*)::int as n from ${sql.raw(name)} t where t::text like ${`%${words}%`}`,
      );
      if ((row?.n ?? 0) > 0) counted.push(name);
    }
    return counted;
  });
  const [jobs] = await owner()`select count(*)::int as n from pgboss.job j where j::text like ${`%${words}%`}`;
  return jobs?.n > 0 ? [...found, "pgboss.job"] : found;
}
