import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { inScope } from "@/lib/access/ctx";
import { addIdentifier } from "@/lib/identifiers/add-identifier";
import { removeIdentifier } from "@/lib/identifiers/remove-identifier";
import { listMatches } from "@/lib/matches/queries";
import { amendAccount } from "@/lib/subjects/amend-account";
import { listSubjects } from "@/lib/subjects/queries";
import { account, openSample } from "../../support/case-form";
import { makeOrg, type Org, type Person } from "../../support/org";

let org: Org;
let anna: Person;
let ben: Person;
let caseA: string;
let caseB: string;
let accountA: string;
let accountB: string;

const wallet = "bc1qexampleexampleexampleexampleexample0";
const other = { ...account, handle: "@only.in.b", platformId: "555000555" };

const addTo = async (person: Person, caseId: string, change: Record<string, unknown>) => {
  const [subject] = await listSubjects(person.ctx, caseId);
  return addIdentifier(person.ctx, { caseId, subjectId: subject?.id, confidence: "possible", ...change });
};

beforeAll(async () => {
  org = await makeOrg();
  anna = await org.person("caseworker", "Anna Sample");
  ben = await org.person("caseworker", "Ben Sample");
  ({ id: caseA } = await openSample(anna.ctx, { accounts: [{ ...account, handle: "@shared.one" }] }));
  ({ id: caseB } = await openSample(ben.ctx, {
    matter: "A matter that only Ben may read",
    accounts: [{ ...account, handle: "Shared.One", platformId: "999000999" }, other],
  }));
  accountA = (await listSubjects(anna.ctx, caseA))[0]?.accounts[0]?.id ?? "";
  accountB = (await listSubjects(ben.ctx, caseB))[0]?.accounts[0]?.id ?? "";
});

/** Everything of case B that must not reach somebody who does not work on it. */
async function secretsOf(caseId: string): Promise<string[]> {
  const board = await listSubjects(ben.ctx, caseId);
  const [row] = await inScope(ben.ctx, "read only", (ctx) =>
    ctx.db.execute<{ code: string; pseudonym: string; client_id: string; matter: string }>(
      sql`select code, pseudonym, client_id, matter from app.cases where id = ${caseId}::uuid`,
    ),
  );
  return [
    ...[caseId, ben.memberId, row?.code, row?.pseudonym, row?.client_id, row?.matter],
    ...board.flatMap((one) => [one.id, ...one.accounts.flatMap((a) => [a.id, a.handle, a.platformId])]),
  ].filter((text): text is string => Boolean(text));
}

describe("listMatches", () => {
  test("says that a handle is elsewhere too, and whom to ask", async () => {
    expect(await listMatches(anna.ctx, caseA)).toEqual([
      {
        ownerKind: "account",
        ownerId: accountA,
        field: "handle",
        ask: [{ name: "Ben Sample", cases: 1, isMe: false }],
        seen: [],
      },
    ]);
  });

  test("no field, id, code or pseudonym of the other case reaches this one", async () => {
    const phone = { kind: "phone", value: "+27 82 555 0199" };
    const mine = await addTo(anna, caseA, phone);
    const theirs = await addTo(ben, caseB, { kind: "phone", value: "082 555 0199", linkReason: "Only Ben knows why" });
    const said = JSON.stringify(await listMatches(anna.ctx, caseA));
    for (const secret of [...(await secretsOf(caseB)), theirs.id, "082 555 0199", "Only Ben knows why"]) {
      expect(said).not.toContain(secret);
    }
    expect(said).toContain(mine.id);
  });

  test("a phone, an e-mail and a wallet match however they are written", async () => {
    await addTo(anna, caseA, { kind: "email", value: "Night.Owl@Mail.example" });
    await addTo(ben, caseB, { kind: "email", value: "night.owl@mail.example" });
    await addTo(anna, caseA, { kind: "wallet", value: `bitcoin:${wallet}?amount=2` });
    await addTo(ben, caseB, { kind: "wallet", value: wallet.toUpperCase() });
    const fields = (await listMatches(anna.ctx, caseA)).map((match) => match.field);
    expect(fields.toSorted()).toEqual(["email", "handle", "phone", "wallet"]);
  });

  test("the same text as another kind is no match, and neither is a place", async () => {
    const { id: lone } = await openSample(anna.ctx, {
      accounts: [{ ...account, handle: "@alone", platformId: "1212121" }],
    });
    await addTo(anna, lone, { kind: "other", value: "+27 82 555 0199" });
    await addTo(anna, lone, { kind: "address", value: "1 Voorbeeld Street, Testville" });
    await addTo(ben, caseB, { kind: "address", value: "1 Voorbeeld Street, Testville" });
    expect(await listMatches(anna.ctx, lone)).toEqual([]);
  });

  test("a supervisor is shown the other case, which they may open", async () => {
    const [match] = await listMatches(await org.as("supervisor"), caseA);
    expect(match?.seen.map((one) => one.caseId)).toEqual([caseB]);
    expect(match?.ask).toEqual([{ name: "Ben Sample", cases: 1, isMe: false }]);
  });

  test("a removed identifier does not match from either side", async () => {
    const phone = { kind: "phone", value: "+1 614 555 0123" };
    const [mine, theirs] = [await addTo(anna, caseA, phone), await addTo(ben, caseB, phone)];
    const owners = async (person: Person, caseId: string) =>
      (await listMatches(person.ctx, caseId)).map((match) => match.ownerId);
    expect(await owners(anna, caseA)).toContain(mine.id);
    await removeIdentifier(ben.ctx, { caseId: caseB, identifierId: theirs.id, seen: "on" });
    expect(await owners(anna, caseA)).not.toContain(mine.id);
    expect(await owners(ben, caseB)).not.toContain(theirs.id);
  });

  test("a rename keeps matching by the old handle, and a corrected id no more by the slip", async () => {
    const { id: third } = await openSample(anna.ctx, {
      accounts: [{ ...account, handle: "@before.rename", platformId: "424242001" }],
    });
    const [first] = (await listSubjects(anna.ctx, third))[0]?.accounts ?? [];
    const change = { caseId: third, accountId: first?.id, confidence: "confirmed" };
    await amendAccount(anna.ctx, { ...change, handle: "@after.rename", platformId: "424242002", correctsId: "on" });
    const { id: fourth } = await openSample(ben.ctx, {
      accounts: [
        { ...account, handle: "@before.rename", platformId: "77001" },
        { ...account, handle: "@slip", platformId: "424242001" },
      ],
    });
    expect((await listMatches(ben.ctx, fourth)).map((match) => match.field)).toEqual(["handle"]);
  });

  test("another organisation never matches, and finds no such case", async () => {
    const stranger = await makeOrg();
    const ctx = await stranger.as("supervisor");
    const { id } = await openSample(ctx, { accounts: [{ ...account, handle: "@shared.one" }] });
    expect(await listMatches(ctx, id)).toEqual([]);
    await expect(listMatches(ctx, caseA)).rejects.toMatchObject({ code: "not_found" });
  });

  test("who does not work on a case asks in vain, also past the query", async () => {
    await expect(listMatches(anna.ctx, caseB)).rejects.toMatchObject({ code: "not_found" });
    await expect(listMatches(await org.as("admin"), caseA)).rejects.toMatchObject({ code: "forbidden" });
    const rows = await inScope(anna.ctx, "read only", (ctx) =>
      ctx.db.execute(sql`select * from app.matches_elsewhere(${caseB}::uuid)`),
    );
    expect(rows).toHaveLength(0);
  });

  test("what the function sees is closed again behind it", async () => {
    const after = await inScope(anna.ctx, "read only", async (ctx) => {
      await ctx.db.execute(sql`select * from app.matches_elsewhere(${caseA}::uuid)`);
      return ctx.db.execute<{ id: string }>(sql`select id from app.cases where id = ${caseB}::uuid
        union all select id from app.accounts where id = ${accountB}::uuid`);
    });
    expect(after).toHaveLength(0);
  });
});
