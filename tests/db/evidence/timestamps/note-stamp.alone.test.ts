import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Receipt } from "@/lib/evidence/exhibits/types";
import { noteStamp } from "@/lib/evidence/timestamps/note-stamp";
import { listStamps } from "@/lib/evidence/timestamps/queries";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { addExhibit } from "@/tests/support/exhibit";
import { seededBytes } from "@/tests/support/files";
import { makeOrg, type Org } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { hostOf, setAuthorities, stampRows, tokenOver } from "@/tests/support/stamps";
import type { TimeAuthority } from "@/tests/support/time-authority";
import { hasTool } from "@/tests/support/tools";

describe.skipIf(!hasTool("openssl"))("noteStamp", () => {
  let authority: TimeAuthority;
  let org: Org;
  let worker: Ctx;
  let receipt: Receipt;
  let token: Buffer;

  beforeAll(async () => {
    [authority] = (await setAuthorities("Test Time")) as [TimeAuthority];
    org = await makeOrg();
    worker = await org.as("caseworker");
    receipt = await addExhibit(worker, await plantCase(worker), seededBytes(100, 1));
    token = await tokenOver(authority, receipt.sha256);
  });
  afterAll(() => authority?.close());

  const answer = () => ({ exhibitId: receipt.exhibitId, authority: hostOf(authority), token });

  test("names what is not understood", async () => {
    const attempt = (change: object) => noteStamp(org.service(), { ...answer(), ...change });
    const large = { token: Buffer.alloc(70_000) };
    await expect(attempt({ token: "text" })).rejects.toMatchObject({ fields: { token: "Give the token." } });
    await expect(attempt(large)).rejects.toMatchObject({ fields: { token: "The token is larger than 64 KB." } });
    await expect(attempt({ authority: "" })).rejects.toMatchObject({ fields: { authority: "Name the authority." } });
  });

  test("does not keep a token over other bytes, nor one that was changed, whoever brings it", async () => {
    const other = await tokenOver(authority, "0".repeat(64));
    const attempt = (bytes: Buffer) => noteStamp(org.service(), { ...answer(), token: bytes });
    await expect(attempt(other)).rejects.toMatchObject({
      fields: { token: "It stamps another hash than the one that was sent." },
    });
    const changed = Buffer.from(token);
    changed[changed.length - 1] = (changed.at(-1) ?? 0) ^ 1;
    await expect(attempt(changed)).rejects.toMatchObject({ fields: { token: "Its signature is not valid." } });
    expect(await stampRows(worker, receipt.exhibitId)).toEqual([]);
  });

  test("of two workers with a stamp each one keeps it, and says in the log what it proves", async () => {
    const second = await tokenOver(authority, receipt.sha256);
    const attempts = [answer(), { ...answer(), token: second }].map((stamp) => noteStamp(org.service(), stamp));
    const settled = await Promise.allSettled(attempts);
    const refused = settled.filter((result) => result.status === "rejected").map(({ reason }) => reason);
    expect(refused).toEqual([expect.objectContaining({ code: "conflict" })]);
    const { stamps } = await listStamps(worker, receipt.exhibitId);
    expect(stamps).toMatchObject([
      {
        authority: hostOf(authority),
        state: "held",
        problem: null,
        nextAt: null,
        proven: { policy: "1.2.3.4.1", serial: expect.stringMatching(/^[0-9a-f]+$/), tsaName: "Test Time Stamp Unit" },
      },
    ]);
    expect(await org.auditOf(receipt.exhibitId)).toEqual(["exhibit.received", "exhibit.stamped"]);
  });
});
