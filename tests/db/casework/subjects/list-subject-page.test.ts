import { beforeAll, describe, expect, test } from "vitest";
import { accounts, identifiers } from "@/db/schema";
import { findCase } from "@/lib/casework/cases/access";
import { listIdentifiers, listIdentifiersOf } from "@/lib/casework/subjects/identifiers/queries";
import { listSubjectPage, listSubjects } from "@/lib/casework/subjects/queries";
import { entriesOnBoard, entriesOnPage, subjectsOnPage } from "@/lib/casework/subjects/rules";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { openVault } from "@/lib/kernel/access/vault";
import { newId } from "@/lib/platform/ids";
import { openSample } from "@/tests/support/case-form";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantLongCase } from "@/tests/support/plant-long-case";

let org: Org;
let ctx: Ctx;
let caseId: string;
const more = entriesOnPage + 2;

beforeAll(async () => {
  org = await makeOrg();
  ctx = await org.as("caseworker");
  ({ id: caseId } = await openSample(ctx));
  await plantLongCase(ctx, caseId, { incidents: 5, subjects: subjectsOnPage + 3, exhibits: 5 });
  const subjectId = (await listSubjects(ctx, caseId))[0]?.id ?? "";
  await withTransaction(ctx, "read write", async (scoped) => {
    const { db, now: addedAt, orgId } = scoped;
    const vault = await openVault(scoped, (await findCase(scoped, caseId)).keyId);
    const of = { orgId, caseId, subjectId, confidence: "possible", addedAt } as const;
    const each = Array.from({ length: more }, (_, at) => ({ at, account: newId(), identifier: newId() }));
    await db.insert(accounts).values(
      each.map(({ at, account: id }) => ({
        ...of,
        id,
        number: 500 + at,
        platform: "x",
        platformId: `99000${at}`,
        handle: `@owl.${at}.example`,
      })),
    );
    await db.insert(identifiers).values(
      each.map(({ at, identifier: id }) => ({
        ...of,
        id,
        kind: "other" as const,
        value: vault.seal({ table: "identifiers", column: "value", row: id }, `Plate ${at}`),
        addedBy: ctx.actor.memberId ?? "",
      })),
    );
  });
}, 240_000);

describe("listSubjectPage", () => {
  test("its pages join to the board, each subject with its first accounts and how many there are", async () => {
    const all = await listSubjects(ctx, caseId);
    const pages = await Promise.all([1, 2].map((page) => listSubjectPage(ctx, caseId, { page })));
    const rows = pages.flatMap((page) => page.rows);
    expect(rows.map((row) => [row.id, row.accountCount])).toEqual(
      all.map((subject) => [subject.id, subject.accounts.length]),
    );
    expect(rows.map((row) => row.accounts)).toEqual(all.map((subject) => subject.accounts.slice(0, entriesOnBoard)));
    expect(pages[0]).toMatchObject({ page: 1, total: all.length, nameless: { count: 0, first: [] } });
  });

  test("one subject alone has pages of its accounts and identifiers", async () => {
    const [first] = await listSubjects(ctx, caseId);
    const subject = first?.id ?? "";
    const two = await Promise.all([1, 2].map((page) => listSubjectPage(ctx, caseId, { page, subject })));
    expect(two.flatMap((page) => page.rows.flatMap((row) => row.accounts))).toEqual(first?.accounts);
    const some = await listIdentifiersOf(ctx, caseId, [subject], { offset: entriesOnPage, limit: entriesOnPage });
    const mine = (await listIdentifiers(ctx, caseId)).filter((identifier) => identifier.subjectId === subject);
    expect(some.identifiers).toEqual(mine.slice(entriesOnPage));
    expect(some.counts.get(subject)).toBe(mine.length);
  });

  test("a subject of another case, and a case of another organisation, do not exist", async () => {
    const { id: other } = await openSample(ctx);
    const [theirs] = await listSubjects(ctx, other);
    const stranger = await (await makeOrg()).as("supervisor");
    for (const read of [
      () => listSubjectPage(ctx, caseId, { page: 1, subject: theirs?.id }),
      () => listSubjectPage(stranger, caseId, { page: 1 }),
      () => listIdentifiersOf(stranger, caseId, [], { limit: 1 }),
    ]) {
      await expect(read()).rejects.toMatchObject({ code: "not_found" });
    }
  });
});
