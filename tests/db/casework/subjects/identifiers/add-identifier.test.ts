import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { identifiers, searchTokens } from "@/db/schema";
import { addIdentifier } from "@/lib/casework/subjects/identifiers/add-identifier";
import { listIdentifiers } from "@/lib/casework/subjects/identifiers/queries";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { findCases } from "@/lib/oversight/search/queries";
import { openSample } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let caseId: string;
let subjectId: string;
let exhibitId: string;

beforeAll(async () => {
  org = await makeOrg();
  const ctx = await org.as("caseworker");
  ({ id: caseId } = await openSample(ctx));
  subjectId = (await listSubjects(ctx, caseId))[0]?.id ?? "";
  ({ exhibitId } = await addExhibit(ctx, caseId, Buffer.from("a page that shows the number")));
});

const phone = () => ({ caseId, subjectId, kind: "phone", value: "+27 82 555 0142", confidence: "probable" });
const add = async (change: Record<string, unknown> = {}) =>
  addIdentifier(await org.as("caseworker"), { ...phone(), ...change });
const tokensOf = (id: string) =>
  withTransaction(org.service(), "read only", (ctx) =>
    ctx.db.select().from(searchTokens).where(eq(searchTokens.ownerId, id)),
  );
const board = async () => listIdentifiers(await org.as("caseworker"), caseId);

describe("addIdentifier", () => {
  test("puts it on the board, sealed, logged without its words, and found from the search box", async () => {
    const { id } = await add({ linkReason: "It sent the first threat", firstSeenOn: "2026-09-01" });
    expect((await board())[0]).toMatchObject({ id, value: "+27 82 555 0142", linkReason: "It sent the first threat" });
    expect(await org.auditOf(id)).toEqual(["identifier.added"]);
    const [row] = await withTransaction(org.service(), "read only", (ctx) =>
      ctx.db.select().from(identifiers).where(eq(identifiers.id, id)),
    );
    expect(JSON.stringify(row)).not.toMatch(/555 0142|first threat/);
    const found = await findCases(await org.as("caseworker"), "082-555-0142");
    expect(found.hits.map((hit) => hit.caseId)).toEqual([caseId]);
    expect(found.hits[0]?.reasons).toEqual([{ what: "Phone number on the board", value: "+27 82 555 0142" }]);
  });

  test("an e-mail and a wallet lead to the case too; a place is kept and not searched", async () => {
    await add({ kind: "email", value: "Night.Owl@mail.example" });
    await add({ kind: "wallet", value: "0x52908400098527886E0F7030069857D2E4169EE7" });
    const { id } = await add({ kind: "address", value: "12 Sample Road, Columbus" });
    for (const typed of ["night.owl@mail.example", "0x52908400098527886e0f7030069857d2e4169ee7"]) {
      expect((await findCases(await org.as("caseworker"), typed)).sole).toBe(caseId);
    }
    expect(await tokensOf(id)).toEqual([]);
  });

  test("a search of another organisation, and of a colleague who does not work on the case, finds nothing", async () => {
    const colleague = await org.person("caseworker");
    const stranger = await makeOrg();
    for (const ctx of [colleague.ctx, await stranger.as("supervisor")]) {
      expect((await findCases(ctx, "+27 82 555 0142")).hits).toEqual([]);
    }
  });

  test("names each field that needs another look", async () => {
    const bad = [
      [{ value: "call me" }, "value"],
      [{ kind: "email", value: "night.owl" }, "value"],
      [{ kind: "wallet", value: "short" }, "value"],
      [{ kind: "fax" }, "kind"],
      [{ firstSeenOn: "2026-10-01", lastSeenOn: "2026-09-01" }, "lastSeenOn"],
      [{ value: "+1 614 555 0100", exhibitId: "01930000-0000-7000-8000-000000000000" }, "exhibitId"],
    ] as const;
    for (const [change, field] of bad) {
      await expect(add(change)).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
  });

  test("a confirmed link says why, and asks once what shows it", async () => {
    const sure = { kind: "other", value: "Plate CA 000", confidence: "confirmed" };
    await expect(add(sure)).rejects.toMatchObject({
      fields: { linkReason: expect.any(String), exhibitId: expect.any(String), keepConfirmed: expect.any(String) },
    });
    const fields = { ...sure, linkReason: "Seen on the picture of the car" };
    const asked = await add(fields).catch((error) => error);
    expect(Object.keys(asked.fields).toSorted()).toEqual(["exhibitId", "keepConfirmed"]);
    await add({ ...fields, keepConfirmed: "on" });
    await add({ ...fields, value: "Plate CA 001", exhibitId });
    expect((await board()).at(-1)).toMatchObject({ exhibit: "E-01", confidence: "confirmed" });
  });

  test("the same number twice at once, in two spellings, is kept once", async () => {
    const both = await Promise.allSettled([add({ value: "+27 82 555 0777" }), add({ value: "(082) 555-0777" })]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([
      { reason: { code: "conflict", fields: { value: expect.any(String) } } },
    ]);
  });
});
