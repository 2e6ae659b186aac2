import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { searchTokens } from "@/db/schema";
import { linkAccount } from "@/lib/casework/subjects/commands/link-account";
import { listSubjects } from "@/lib/casework/subjects/queries";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { account, openSample } from "@/tests/support/case-form";
import { addExhibit } from "@/tests/support/exhibit";
import { makeOrg, type Org } from "@/tests/support/org";

let org: Org;
let caseId: string;
let subjectId: string;

beforeAll(async () => {
  org = await makeOrg();
  ({ id: caseId } = await openSample(await org.as("caseworker")));
  const [first] = await listSubjects(await org.as("caseworker"), caseId);
  subjectId = first?.id ?? "";
});

const second = () => ({
  caseId,
  subjectId,
  platform: "x",
  handle: "@night_owl",
  idNotKnown: "on",
  confidence: "possible",
});

describe("linkAccount", () => {
  test("puts it on the board, says that the id is missing, and can be found again", async () => {
    const { id } = await linkAccount(await org.as("caseworker"), second());
    const [first] = await listSubjects(await org.as("caseworker"), caseId);
    expect(first?.accounts.at(-1)).toMatchObject({ id, code: "A2", needsId: true, handle: "@night_owl" });
    expect(await org.auditOf(id)).toEqual(["account.linked"]);
    const tokens = await withTransaction(org.service(), "read only", (ctx) =>
      ctx.db.select().from(searchTokens).where(eq(searchTokens.ownerId, id)),
    );
    expect(tokens.map((token) => token.field)).toEqual(["handle"]);
  });

  test("names each field that needs another look", async () => {
    const bad = { ...second(), idNotKnown: undefined, handle: "", firstSeenOn: "2026-10-01", lastSeenOn: "2026-09-01" };
    await expect(linkAccount(await org.as("caseworker"), bad)).rejects.toMatchObject({
      code: "invalid",
      fields: { handle: expect.any(String), platformId: expect.any(String), lastSeenOn: expect.any(String) },
    });
    await expect(linkAccount(await org.as("caseworker"), { ...second(), platform: "nosuch" })).rejects.toMatchObject({
      fields: { platform: expect.any(String) },
    });
  });

  test("the same account twice is one: by id, and by handle where no id tells them apart", async () => {
    const byId = { ...second(), ...account, idNotKnown: undefined, handle: "@renamed" };
    await expect(linkAccount(await org.as("caseworker"), byId)).rejects.toMatchObject({
      code: "conflict",
      fields: { platformId: expect.any(String) },
    });
    const fresh = { ...second(), handle: "@twice_over" };
    const both = await Promise.allSettled([
      linkAccount(await org.as("caseworker"), fresh),
      linkAccount(await org.as("supervisor"), { ...fresh, handle: "Twice_Over" }),
    ]);
    expect(both.filter((result) => result.status === "rejected")).toMatchObject([
      { reason: { code: "conflict", fields: { handle: expect.any(String) } } },
    ]);
  });
});

describe("a confirmed link", () => {
  const sure = () => ({ ...second(), handle: "@sure.one", confidence: "confirmed" });

  test("says why, and is asked once what shows it", async () => {
    const ctx = await org.as("caseworker");
    await expect(linkAccount(ctx, sure())).rejects.toMatchObject({
      code: "invalid",
      fields: { linkReason: expect.any(String), exhibitId: expect.any(String), keepConfirmed: expect.any(String) },
    });
    const { id } = await linkAccount(ctx, {
      ...sure(),
      linkReason: "It named the client’s street",
      keepConfirmed: "on",
    });
    const all = (await listSubjects(ctx, caseId)).flatMap((subject) => subject.accounts);
    expect(all.find((account) => account.id === id)).toMatchObject({ shownBy: [], needsProof: true });
  });

  test("carries the exhibit that shows it; one of another case is refused", async () => {
    const ctx = await org.as("caseworker");
    const { exhibitId } = await addExhibit(ctx, caseId, Buffer.from("the profile page"));
    const fields = { ...sure(), handle: "@shown.one", linkReason: "It named the client’s street" };
    const { id } = await linkAccount(ctx, { ...fields, exhibitId });
    const all = (await listSubjects(ctx, caseId)).flatMap((subject) => subject.accounts);
    const shownBy = [{ id: exhibitId, code: "E-01" }];
    expect(all.find((account) => account.id === id)).toMatchObject({ shownBy, needsProof: false });
    const elsewhere = await openSample(ctx);
    const foreign = await addExhibit(ctx, elsewhere.id, Buffer.from("of another case"));
    await expect(
      linkAccount(ctx, { ...fields, handle: "@third.one", exhibitId: foreign.exhibitId }),
    ).rejects.toMatchObject({ code: "invalid", fields: { exhibitId: expect.any(String) } });
  });
});
