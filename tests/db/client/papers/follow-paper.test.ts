import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { listConsents } from "@/lib/casework/consents/queries";
import { recordConsent } from "@/lib/casework/consents/record-consent";
import { answerPaper } from "@/lib/client/papers/answer-paper";
import { followPaper } from "@/lib/client/papers/follow-paper";
import { listSignedHere } from "@/lib/client/papers/queries";
import { takeBackAnswer } from "@/lib/client/papers/take-back-answer";
import { listAuthorities } from "@/lib/escalation/written-authorities/queries";
import { listFirstLinks } from "@/lib/handover/first-contact/queries";
import { revokeRelease } from "@/lib/handover/releases/commands/revoke-release";
import { listReleases } from "@/lib/handover/releases/queries";
import { readMyWork } from "@/lib/oversight/my-work/queries";
import { bySql } from "@/tests/support/by-sql";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { turnPagesOn } from "@/tests/support/plant-client-page";
import { paperRow, plantClientRecord, releaseTerms, signRecord } from "@/tests/support/plant-client-record";
import { plantOpenDoor } from "@/tests/support/plant-first-link";
import { naming } from "@/tests/support/sign-release";

let org: Org;
let worker: Person;

beforeAll(async () => {
  org = await makeOrg();
  worker = await org.person("caseworker");
  await turnPagesOn(org);
});

const now = (person = worker) => ({ ...person.ctx, now: new Date() });
const consent = { what: "consent", purposes: { help: "on", police: "on" } };

describe("what a client signs on her page", () => {
  test("becomes the consent of her case, in her name, and an earlier one is replaced", async () => {
    const { caseId, paperId, client } = await plantClientRecord(worker, consent);
    await recordConsent(now(), { caseId, ground: "consent", way: "read_back", purposes: { help: "on" } });
    expect(await signRecord(org, client, paperId)).toEqual({ outcome: "recorded" });
    const { standing } = await listConsents(now(), caseId);
    expect(standing).toMatchObject({ way: "own_page", signedName: "N. Example", purposes: ["help", "police"] });
    expect((await listSignedHere(now(), caseId)).get(standing?.id ?? "")).toBe(paperId);
    expect(await followPaper(org.service(), { paperId })).toEqual({ outcome: "nothing" });
    expect((await listConsents(now(), caseId)).consents).toHaveLength(2);
  });

  test("taken back, no consent stands, not even the one before", async () => {
    const { caseId, paperId, client } = await plantClientRecord(worker, consent);
    await recordConsent(now(), { caseId, ground: "consent", way: "read_back", purposes: { help: "on" } });
    await signRecord(org, client, paperId);
    await takeBackAnswer({ ...client, now: new Date() }, { paperId });
    expect(await followPaper(org.service(), { paperId })).toEqual({ outcome: "taken_back" });
    const { standing, consents } = await listConsents(now(), caseId);
    expect(standing).toBeNull();
    expect(consents[0]?.withdrawn).toMatchObject({ reason: expect.stringContaining("her page"), by: "" });
  });

  test("becomes a release for the officers whom it names; taken back, it covers nobody in the same moment", async () => {
    const officer = await org.person("liaison");
    const door = await plantOpenDoor({ org, worker, officer });
    const [first] = await listReleases(now(), door.caseId);
    const terms = { ...releaseTerms, ...naming(officer) };
    const { caseId, paperId, client } = await plantClientRecord(worker, terms, door.caseId);
    await signRecord(org, client, paperId);
    const { recordedId } = await paperRow(org, paperId);
    const signed = (await listReleases(now(), caseId)).find(({ id }) => id === recordedId);
    expect(signed).toMatchObject({
      state: "in_force",
      recipient: releaseTerms.recipient,
      officers: [expect.anything()],
    });
    await revokeRelease(now(), { caseId, releaseId: first?.id, reason: "Signed anew on her page" });
    expect((await listFirstLinks(now(), door.packetId))[0]).toMatchObject({ state: "open" });

    await takeBackAnswer({ ...client, now: new Date() }, { paperId });
    const revoked = (await listReleases(now(), caseId)).find(({ id }) => id === recordedId);
    expect(revoked).toMatchObject({ state: "revoked", revokedReason: "The client took it back on her page." });
    expect(await followPaper(org.service(), { paperId })).toEqual({ outcome: "taken_back" });
    expect((await listFirstLinks(now(), door.packetId))[0]).toMatchObject({ state: "revoked" });
    expect(await org.auditOf(recordedId ?? "")).toContain("release.revoked");
    expect((await readMyWork(now())).clientNews.items.map((item) => item.caseId)).toContain(caseId);
  });

  test("becomes a written authority without a scan, and ends when it is taken back", async () => {
    const terms = { what: "authority", process: "takedown", information: "E-01", to: "The service" };
    const { caseId, paperId, client } = await plantClientRecord(worker, terms);
    await signRecord(org, client, paperId);
    expect(await listAuthorities(now(), caseId)).toMatchObject([
      { process: "takedown", exhibit: null, state: "in_force" },
    ]);
    await takeBackAnswer({ ...client, now: new Date() }, { paperId });
    expect(await listAuthorities(now(), caseId)).toMatchObject([{ state: "revoked" }]);
  });

  test("is not recorded when she took it back first, nor when what it names is no longer so: the case is told why", async () => {
    const taken = await plantClientRecord(worker, consent);
    await answerPaper(taken.client, { paperId: taken.paperId, answer: "signed", agree: "on", name: "N." });
    await takeBackAnswer({ ...taken.client, now: new Date() }, { paperId: taken.paperId });
    expect(await followPaper(org.service(), { paperId: taken.paperId })).toEqual({ outcome: "nothing" });
    expect((await listConsents(now(), taken.caseId)).consents).toEqual([]);

    const late = await plantClientRecord(worker, { ...releaseTerms, ...naming(await org.unconfirmed()) });
    expect(await signRecord(org, late.client, late.paperId)).toEqual({ outcome: "refused" });
    expect(await paperRow(org, late.paperId)).toMatchObject({ refused: "officers", recordedId: null });
    expect(await listReleases(now(), late.caseId)).toEqual([]);
  });

  test("is said by the job alone: neither the client nor staff can name a record for a signature", async () => {
    const { paperId, client, caseId } = await plantClientRecord(worker, consent);
    const forge = sql`update app.client_papers set recorded_id = ${caseId} where id = ${paperId}`;
    await expect(bySql(client, forge)).rejects.toThrow();
    await expect(bySql(now(), forge)).rejects.toThrow();
  });
});
