import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { listConsents, listConsentsOfClient } from "@/lib/casework/consents/queries";
import { recordConsent } from "@/lib/casework/consents/record-consent";
import { addDays } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { bySql, refusedByPostgres } from "@/tests/support/by-sql";
import { caseForm, newClient, openSample } from "@/tests/support/case-form";
import { makeOrg, type Org, type Person } from "@/tests/support/org";

let org: Org;
let mine: Person;

beforeAll(async () => {
  org = await makeOrg();
  mine = await org.person("caseworker");
});

const strokes = [
  [
    [10, 20],
    [30, 40],
  ],
];

describe("recordConsent", () => {
  test("keeps who agreed, how and for what, sealed; a later one counts and the first stays in the history", async () => {
    const { id: caseId, clientId } = await openSample(mine.ctx);
    const { id } = await recordConsent(mine.ctx, {
      caseId,
      ground: "consent",
      way: "signed_here",
      signature: JSON.stringify(strokes),
      signedName: "Nomvula Geheim",
      purposes: { help: "on", evidence: "on", numbers: "" },
      words: "Read to her in isiZulu; she agreed.",
    });
    const today = civilDate(mine.ctx.now, "Africa/Johannesburg");
    expect((await listConsents(mine.ctx, caseId)).standing).toMatchObject({
      id,
      signature: strokes,
      signedName: "Nomvula Geheim",
      purposes: ["help", "evidence"],
      givenOn: today,
      withdrawn: null,
    });
    expect(await org.auditOf(id)).toEqual(["consent.recorded"]);
    const rows = await bySql(mine.ctx, sql`select * from app.consents where id = ${id}`);
    expect(JSON.stringify(rows)).not.toMatch(/Geheim|isiZulu|\[\[/);
    const later = await recordConsent(mine.ctx, {
      caseId,
      ground: "vital_interest",
      words: "She could not be reached.",
    });
    const { standing, consents } = await listConsents(mine.ctx, caseId);
    expect([standing?.id, consents.map((consent) => consent.id)]).toEqual([later.id, [later.id, id]]);
    expect(await listConsentsOfClient(mine.ctx, clientId)).toMatchObject([{ caseId, ground: "vital_interest" }]);
    await expect(bySql(mine.ctx, sql`update app.consents set ground = 'other' where id = ${id}`)).rejects.toSatisfy(
      refusedByPostgres,
    );
    await expect(bySql(mine.ctx, sql`delete from app.consents where id = ${id}`)).rejects.toSatisfy(refusedByPostgres);
  });

  test("asks what only this moment can say: how it was given, why another ground, which guardian", async () => {
    const { id: caseId } = await openSample(mine.ctx);
    const refuse = (input: Record<string, unknown>, field: string) =>
      expect(recordConsent(mine.ctx, { caseId, ...input })).rejects.toMatchObject({
        fields: { [field]: expect.any(String) },
      });
    await refuse({ ground: "consent" }, "way");
    await refuse({ ground: "consent", way: "signed_here" }, "signedName");
    await refuse({ ground: "other" }, "words");
    await refuse({ ground: "consent", way: "read_back", guardianAgreed: "on" }, "guardianName");
    await refuse({ ground: "consent", way: "read_back", signature: "[[[1,2]]" }, "signature");
    await refuse({ ground: "consent", way: "read_back", signature: "[[[1,4000]]]" }, "signature");
    const tomorrow = addDays(civilDate(mine.ctx.now, "Africa/Johannesburg"), 1);
    await refuse({ ground: "consent", way: "read_back", givenOn: tomorrow }, "givenOn");
  });

  test("at opening it is recorded with the case, its errors named as the form names them", async () => {
    const agreed = { ground: "consent", way: "read_back", guardianName: "Busi Geheim", guardianAgreed: "on" };
    const client = { ...newClient("Jackal"), isMinor: "on" };
    const { id } = await openSample(mine.ctx, { client, consent: agreed });
    const { standing, clientIsMinor } = await listConsents(mine.ctx, id);
    expect([standing?.guardianName, standing?.guardianAgreed, clientIsMinor]).toEqual(["Busi Geheim", true, true]);
    const future = { ...agreed, givenOn: "2999-01-01" };
    await expect(openSample(mine.ctx, caseForm({ consent: future }))).rejects.toHaveProperty("fields", {
      "consent.givenOn": expect.any(String),
    });
  });
});
