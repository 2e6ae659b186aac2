import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { findCase } from "@/lib/casework/cases/access";
import { createPacketKey, openFiles } from "@/lib/kernel/access/case-files";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState } from "@/lib/kernel/access/database-errors";
import { newId } from "@/lib/platform/ids";
import { owner } from "../../support/db";
import { addExhibit } from "../../support/exhibit";
import { makeOrg, type Org, type Person } from "../../support/org";
import { plantCase } from "../../support/plant";
import { plantAccount } from "../../support/plant-matter";
import { naming, signRelease } from "../../support/sign-release";
import { changed, plantRow, type Readers, whoSees } from "../../support/walls";

/** In the order in which rows hang on one another; a stop comes last, since it lets no file in behind it. */
const planted = [
  "derivatives",
  "timestamps",
  "chat_imports",
  "chat_senders",
  "chat_messages",
  "identifiers",
  "account_exhibits",
  "image_sightings",
  "exposures",
  "image_stops",
];
/** Written by a trigger with the first line of a ledger. */
const ofCase = [...planted.filter((table) => table !== "exposures"), "custody_heads"];
const onlyGrowing = ["derivatives", "exposures", "custody_heads"];

let org: Org;
let worker: Person;
let caseId: string;
const readers: Readers = {};
const parents: Record<string, string> = {};

beforeAll(async () => {
  org = await makeOrg();
  const other = await makeOrg();
  worker = await org.person("caseworker");
  caseId = await plantCase(worker.ctx);
  Object.assign(parents, { org_id: org.id, case_id: caseId, member_id: worker.memberId });
  parents.account_id = await plantAccount(worker.ctx, caseId, null);
  parents.subject_id = await plantRow("subjects", { ...asWorker(), parents: { ...parents, number: "99" } });
  parents.exhibit_id = (await addExhibit(worker.ctx, caseId, Buffer.from("words"))).exhibitId;
  for (const table of planted) {
    const id = await plantRow(table, { ...asWorker(), parents });
    if (table === "chat_imports") parents.import_id = id;
  }
  for (const role of ["supervisor", "admin", "liaison"] as const) readers[role] = await org.as(role);
  readers.worker = worker.ctx;
  readers.colleague = (await org.person("caseworker")).ctx;
  readers.service = org.service();
  readers.stranger = await other.as("supervisor");
  readers["strange admin"] = await other.as("admin");
  readers["strange service"] = other.service();
});

const heldPacket = (id: string) => sql`select app.packet_held(${id}::uuid) as held`;

const asWorker = () => ({ orgId: org.id, memberId: worker.memberId, role: "caseworker" });

describe("the walls of the tables of evidence", () => {
  test.each(ofCase)("%s is seen by who works on the case and by supervisors", async (table) => {
    expect(await whoSees(table, readers)).toEqual(["service", "supervisor", "worker"]);
  });

  test("what a person looked at is seen by that person and by supervisors, and by no colleague", async () => {
    expect(await whoSees("exposures", readers)).toEqual(["service", "supervisor", "worker"]);
  });

  test("a look is counted for nobody but who looked", async () => {
    const { org_id, case_id, exhibit_id } = parents;
    const write = (ctx: Ctx) =>
      withTransaction(ctx, "read write", ({ db }) =>
        db.execute(sql`insert into app.exposures (id, org_id, case_id, exhibit_id, member_id, what, at)
          values (${newId()}, ${org_id}, ${case_id}, ${exhibit_id}, ${worker.memberId}, 'text', now())`),
      );
    for (const name of ["supervisor", "admin", "liaison", "colleague", "service", "stranger"]) {
      const refused = await write(readers[name] as Ctx).then(() => null, sqlState);
      expect(refused, name).toBe("42501");
    }
  });

  test.each([...ofCase, "exposures"])("%s is changed by nobody who does not see it", async (table) => {
    for (const name of ["liaison", "admin", "colleague", "stranger", "strange admin", "strange service"]) {
      const ctx = readers[name] as Ctx;
      expect(await changed(ctx, `update app.${table} set org_id = org_id`), name).toBe(0);
      expect(await changed(ctx, `delete from app.${table}`), name).toBe(0);
    }
  });

  test.each(onlyGrowing)("%s is written once, also for who sees it", async (table) => {
    for (const [name, ctx] of Object.entries(readers)) {
      expect(await changed(ctx, `update app.${table} set org_id = org_id`), name).toBe(0);
      expect(await changed(ctx, `delete from app.${table}`), name).toBe(0);
    }
  });

  test.each(ofCase.filter((table) => table !== "account_exhibits"))("%s is removed by nobody", async (table) => {
    for (const [name, ctx] of Object.entries(readers)) {
      expect(await changed(ctx, `delete from app.${table}`), name).toBe(0);
    }
  });

  test("a question about matches or a held packet leaves the one who asks where they were", async () => {
    const questions = [sql`select * from app.exact_hits(array['\\x00'::bytea])`, heldPacket(newId())];
    for (const name of ["worker", "colleague", "liaison", "admin"]) {
      const roles = await withTransaction(readers[name] as Ctx, "read only", async ({ db }) => {
        const asked = [];
        for (const question of [sql`select 1`, ...questions]) {
          await db.execute(question);
          asked.push((await db.execute<{ role: string }>(sql`select ctx.role() as role`))[0]?.role);
        }
        return asked;
      });
      expect(new Set(roles).size, name).toBe(1);
    }
  });

  test("while a stop stands, Postgres itself takes no file, whoever asks", async () => {
    for (const table of ["uploads", "exhibits", "derivatives"]) {
      for (const role of ["caseworker", "supervisor", "service"]) {
        const planting = {
          orgId: org.id,
          memberId: worker.memberId,
          role,
          parents: { ...parents, upload_id: newId() },
        };
        const refused = await plantRow(table, planting).then(() => null, sqlState);
        expect(refused, `${table} by ${role}`).toBe("42501");
      }
    }
  });
});

describe("keys that files lie under", () => {
  const open = (ctx: Ctx, keyId: string) =>
    openFiles(ctx, keyId).then(
      () => "opens",
      (error: unknown) => (error as { code: string }).code,
    );

  test("an officer opens the key of the packet that was given to them, and no other key of the house", async () => {
    const officer = await org.person("liaison");
    const [givenKey, otherKey] = await withTransaction(worker.ctx, "read write", async (scoped) => [
      await createPacketKey(scoped, "packet"),
      await createPacketKey(scoped, "packet"),
    ]);
    const given = await plantPacket(givenKey as string, 1);
    await plantPacket(otherKey as string, 2);
    await handOver(given, officer);
    const keyId = await caseKey();
    expect(await open(officer.ctx, givenKey as string)).toBe("opens");
    expect(await open(officer.ctx, otherKey as string)).toBe("not_found");
    expect(await open(officer.ctx, keyId)).toBe("not_found");
    expect(await open((await org.person("liaison")).ctx, givenKey as string)).toBe("not_found");
    expect(await open(readers.stranger as Ctx, givenKey as string)).toBe("not_found");
    const [row] = await withTransaction(officer.ctx, "read only", ({ db }) =>
      db.execute<{ n: number }>(sql`select count(*)::int as n from app.data_keys`),
    );
    expect(row?.n).toBe(1);
  });

  test("a packet that names the key of its case gives the officer nothing", async () => {
    const officer = await org.person("liaison");
    const keyId = await caseKey();
    await handOver(await plantPacket(keyId, 3), officer);
    expect(await open(officer.ctx, keyId)).toBe("not_found");
  });

  const caseKey = () =>
    withTransaction(worker.ctx, "read only", async (scoped) => (await findCase(scoped, caseId)).keyId);

  async function plantPacket(keyId: string, number: number): Promise<string> {
    const id = await plantRow("packets", { ...asWorker(), parents: { ...parents, number: String(number) } });
    await owner().begin(async (tx) => {
      await tx`select ctx.put(${org.id}::uuid, ${worker.memberId}::uuid, 'supervisor')`;
      await tx`update app.packets set file_key_id = ${keyId} where id = ${id}`;
    });
    return id;
  }

  async function handOver(packetId: string, officer: Person): Promise<void> {
    await signRelease(worker.ctx, caseId, { ...naming(officer), purpose: `The docket, ${packetId}` });
    const known = { ...parents, packet_id: packetId, liaison_id: officer.memberId };
    await plantRow("handovers", { ...asWorker(), parents: known });
  }
});
