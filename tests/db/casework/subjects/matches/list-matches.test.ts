import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { listSought } from "@/lib/casework/clients/list-sought";
import { noteSought } from "@/lib/casework/clients/note-sought";
import { amendAccount } from "@/lib/casework/subjects/commands/amend-account";
import { linkAccount } from "@/lib/casework/subjects/commands/link-account";
import { addIdentifier } from "@/lib/casework/subjects/identifiers/add-identifier";
import { amendIdentifier } from "@/lib/casework/subjects/identifiers/amend-identifier";
import { removeIdentifier } from "@/lib/casework/subjects/identifiers/remove-identifier";
import { listMatches } from "@/lib/casework/subjects/matches/queries";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import type { JobPayload } from "@/lib/kernel/jobs/names";
import { listAlerts } from "@/lib/oversight/alerts/queries";
import { watchLog } from "@/lib/oversight/alerts/watch-log";
import { newId } from "@/lib/platform/ids";
import { account, openSample } from "@/tests/support/case-form";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { seeing } from "@/tests/support/seeing";

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
  const [row] = await withTransaction(ben.ctx, "read only", (ctx) =>
    ctx.db.execute<{ code: string; pseudonym: string; client_id: string; matter: string }>(
      sql`select code, pseudonym, client_id, matter from app.cases where id = ${caseId}::uuid`,
    ),
  );
  return [
    caseId,
    ben.memberId,
    row?.code,
    row?.pseudonym,
    row?.client_id,
    row?.matter,
    ...board.flatMap((subject) => [subject.id, ...subject.accounts.flatMap((a) => [a.id, a.handle, a.platformId])]),
  ].filter((text): text is string => Boolean(text));
}

/** What the worker would take for this person, done. */
async function workFor(person: Person): Promise<void> {
  const rows = await owner()<{ data: JobPayload["search.watch"] }[]>`select data from pgboss.job
    where name = 'search.watch' and data->>'searcherId' = ${person.memberId} order by created_on`;
  for (const { data } of rows) await noteSought(org.service(), data);
}

describe("listMatches", () => {
  test("of a case that the person may not see it says nothing at all; a supervisor is shown both and whom to ask", async () => {
    expect(await listMatches(anna.ctx, caseA)).toEqual([]);
    expect(await listMatches(ben.ctx, caseB)).toEqual([]);
    expect(await listMatches(await org.as("supervisor"), caseA)).toMatchObject([
      {
        ownerKind: "account",
        ownerId: accountA,
        field: "handle",
        seen: [{ caseId: caseB }],
        ask: [{ name: "Ben Sample", cases: 1, isMe: false }],
      },
    ]);
  });

  test("whoever puts on their board what a hidden case has learns nothing, and its owner and supervisors are told", async () => {
    const cleo = await org.person("caseworker", "Cleo Sample");
    const { id: caseC } = await openSample(cleo.ctx, {
      accounts: [{ ...account, handle: "@cleo", platformId: "313" }],
    });
    const phone = { kind: "phone", value: "+27 82 555 0199" };
    await addTo(ben, caseB, { ...phone, linkReason: "Only Ben knows why" });
    await workFor(cleo);
    expect((await listSought(ben.ctx)).map(({ by }) => by)).not.toContain("Cleo Sample");
    const fresh = await addTo(cleo, caseC, { kind: "phone", value: "082 000 0123" });
    const hit = await addTo(cleo, caseC, { kind: "phone", value: "082 555 0199" });
    expect(Object.keys(hit)).toEqual(Object.keys(fresh));
    const message = JSON.stringify(await listMatches(cleo.ctx, caseC));
    for (const secret of [...(await secretsOf(caseB)), "Only Ben knows why"]) expect(message).not.toContain(secret);
    expect(await listMatches(cleo.ctx, caseC)).toEqual([]);
    await workFor(cleo);
    expect(await listSought(ben.ctx)).toMatchObject([{ by: "Cleo Sample", caseId: caseB }]);
    expect(await listSought(cleo.ctx)).toEqual([]);
    await watchLog(org.service());
    const alerts = await listAlerts(await org.as("supervisor"));
    expect(alerts.map(({ rule, who }) => `${rule} ${who}`)).toContain("client_sought Cleo Sample");
  });

  test("an account that is opened with a case, linked or renamed, and an identifier that is corrected, are such attempts too", async () => {
    const handle = "@only.with.ben";
    const phone = { kind: "phone", value: "+27 83 555 0144", confidence: "possible" };
    const { id: hidden } = await openSample(ben.ctx, { accounts: [{ ...account, handle, platformId: "99001" }] });
    await addTo(ben, hidden, phone);
    const own = async (asker: Person, more: object = { handle: "@of.nobody.else" }) => {
      const { id } = await openSample(asker.ctx, { accounts: [{ ...account, platformId: newId(), ...more }] });
      const [subject] = await listSubjects(asker.ctx, id);
      return { caseId: id, subjectId: subject?.id, accountId: subject?.accounts[0]?.id };
    };
    const theirs = { ...account, handle, platformId: "99002", correctsId: "on", confidence: "possible" };
    const attempts: Record<string, (asker: Person) => Promise<unknown>> = {
      "Opening Person": (asker) => own(asker, { handle }),
      "Linking Person": async (asker) => linkAccount(asker.ctx, { ...theirs, ...(await own(asker)) }),
      "Renaming Person": async (asker) =>
        seeing(amendAccount, "accountId")(asker.ctx, { ...theirs, ...(await own(asker)) }),
      "Mending Person": async (asker) => {
        const { caseId } = await own(asker);
        const { id: identifierId } = await addTo(asker, caseId, { kind: "phone", value: "+27 84 000 0001" });
        await seeing(amendIdentifier, "identifierId")(asker.ctx, { ...phone, caseId, identifierId });
      },
    };
    for (const [name, attempt] of Object.entries(attempts)) {
      const asker = await org.person("caseworker", name);
      await attempt(asker);
      await workFor(asker);
      const told = (await listSought(ben.ctx)).map(({ by, caseId }) => `${by} ${caseId}`);
      expect(told, name).toContain(`${name} ${hidden}`);
    }
  });

  test("a phone, an e-mail and a wallet match however they are written", async () => {
    await addTo(anna, caseA, { kind: "email", value: "Night.Owl@Mail.example" });
    await addTo(ben, caseB, { kind: "email", value: "night.owl@mail.example" });
    await addTo(anna, caseA, { kind: "wallet", value: `bitcoin:${wallet}?amount=2` });
    await addTo(ben, caseB, { kind: "wallet", value: wallet.toUpperCase() });
    const fields = (await listMatches(await org.as("supervisor"), caseA)).map((match) => match.field);
    expect(fields.toSorted()).toEqual(["email", "handle", "wallet"]);
  });

  test("the same text as another kind is no match, and neither is a place", async () => {
    const { id: lone } = await openSample(anna.ctx, {
      accounts: [{ ...account, handle: "@alone", platformId: "1212121" }],
    });
    await addTo(anna, lone, { kind: "other", value: "+27 82 555 0199" });
    await addTo(anna, lone, { kind: "address", value: "1 Voorbeeld Street, Testville" });
    await addTo(ben, caseB, { kind: "address", value: "1 Voorbeeld Street, Testville" });
    expect(await listMatches(await org.as("supervisor"), lone)).toEqual([]);
  });

  test("a removed identifier does not match from either side", async () => {
    const phone = { kind: "phone", value: "+1 614 555 0123" };
    const mine = await addTo(anna, caseA, phone);
    const theirs = await addTo(ben, caseB, phone);
    const supervisor = await org.as("supervisor");
    const owners = async (caseId: string) => (await listMatches(supervisor, caseId)).map((match) => match.ownerId);
    expect(await owners(caseA)).toContain(mine.id);
    await removeIdentifier(ben.ctx, { caseId: caseB, identifierId: theirs.id, seen: "on" });
    expect(await owners(caseA)).not.toContain(mine.id);
    expect(await owners(caseB)).not.toContain(theirs.id);
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
    const seen = await listMatches(await org.as("supervisor"), fourth);
    expect(seen.map((match) => match.field)).toEqual(["handle"]);
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
  });

  test("what the function sees is closed again behind it", async () => {
    const after = await withTransaction(anna.ctx, "read only", async (ctx) => {
      await ctx.db.execute(sql`select * from app.exact_hits(array['\\x00'::bytea])`);
      return ctx.db.execute<{ id: string }>(sql`select id from app.cases where id = ${caseB}::uuid
        union all select id from app.accounts where id = ${accountB}::uuid`);
    });
    expect(after).toHaveLength(0);
  });
});
