import { createHash, X509Certificate } from "node:crypto";
import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { dataKeys, signingKeys } from "@/db/schema";
import { withTransaction } from "@/lib/kernel/access/ctx";
import { describeDesk } from "@/lib/organisation/members/commands/describe-desk";
import { findSigningKey, openPrivateKey } from "@/lib/packets/signatures/access";
import { makeSigningKey } from "@/lib/packets/signatures/make-signing-key";
import { readSignature, readSignatureFacts } from "@/lib/packets/signatures/queries";
import { makeOrg, type Org } from "@/tests/support/org";
import { signingRow } from "@/tests/support/signing-rows";

let org: Org;

beforeAll(async () => {
  org = await makeOrg("Kestrel Advocacy Desk");
});

describe("makeSigningKey", () => {
  test("makes a key in the organisation's name for three years, and the next one takes its place", async () => {
    const admin = await org.confirmed("admin");
    const first = await makeSigningKey(admin, { replaces: "" });
    expect(await org.auditOf(first.id)).toEqual(["signature.key_made"]);
    const { current, retired } = await readSignature(admin);
    expect(retired).toEqual([]);
    expect(current).toMatchObject({ origin: "made", fingerprint: first.fingerprint, subject: "Kestrel Advocacy Desk" });
    const { row } = await signingRow(org.service(), first.id);
    const certificate = new X509Certificate(row.certificates);
    expect(createHash("sha256").update(certificate.raw).digest("hex")).toBe(first.fingerprint);
    expect(certificate.publicKey.asymmetricKeyDetails).toMatchObject({ modulusLength: 3072 });
    expect(certificate.verify(certificate.publicKey)).toBe(true);
    const years = (certificate.validToDate.getTime() - admin.now.getTime()) / (365.25 * 24 * 3600 * 1000);
    expect(years).toBeCloseTo(3, 1);
    expect(row.privateKey).not.toContain("PRIVATE KEY");

    const second = await makeSigningKey(await org.confirmed("admin"), { replaces: first.fingerprint });
    const after = await readSignature(await org.as("admin"));
    expect(after.current?.fingerprint).toBe(second.fingerprint);
    expect(after.retired.map(({ fingerprint }) => fingerprint)).toEqual([first.fingerprint]);
    expect(after.retired[0]?.retiredAt).toBeInstanceOf(Date);
    for (const role of ["caseworker", "supervisor"] as const) {
      expect(await readSignatureFacts(await org.as(role))).toMatchObject({ fingerprint: second.fingerprint });
    }
  });

  test("is for administrators and the worker, and nobody else reads the private key", async () => {
    for (const role of ["caseworker", "supervisor", "liaison"] as const) {
      const ctx = await org.as(role);
      await expect(makeSigningKey(ctx, { replaces: "" })).rejects.toMatchObject({ code: "forbidden" });
      await expect(readSignature(ctx)).rejects.toMatchObject({ code: "forbidden" });
      const attempt = withTransaction(ctx, "read only", async (scoped) => {
        const row = await findSigningKey(scoped);
        return row && openPrivateKey(scoped, row);
      });
      await expect(attempt, role).rejects.toMatchObject({ code: "not_found" });
    }
    const other = await makeOrg();
    const made = await makeSigningKey(other.service(), { replaces: null });
    const opened = await withTransaction(other.service(), "read only", async (scoped) => {
      const row = await findSigningKey(scoped);
      return row && openPrivateKey(scoped, row);
    });
    expect(opened).toContain("PRIVATE KEY");
    expect(await readSignature(await other.as("admin"))).toMatchObject({ current: { id: made.id } });
  });

  test("wants a fresh proof of who acts, and changes nothing without one", async () => {
    const other = await makeOrg();
    const attempt = makeSigningKey(await other.coded("admin"), {});
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { passkey: expect.any(String) } });
    expect((await readSignature(await other.as("admin"))).current).toBeNull();
  });

  test("of another organisation is not seen, and its data key neither", async () => {
    const other = await makeOrg();
    const { id } = await makeSigningKey(await other.confirmed("admin"), {});
    const { row } = await signingRow(other.service(), id);
    await withTransaction(await org.as("admin"), "read only", async ({ db }) => {
      expect(await db.select().from(signingKeys).where(eq(signingKeys.id, id))).toEqual([]);
      expect(await db.select().from(dataKeys).where(eq(dataKeys.id, row.keyId))).toEqual([]);
    });
    const { current, retired } = await readSignature(await org.as("admin"));
    expect([current, ...retired].map((signingKey) => signingKey?.id)).not.toContain(id);
  });

  test("names the field that needs another look, and shortens a name that is too long for a certificate", async () => {
    const attempt = makeSigningKey(await org.confirmed("admin"), { replaces: "x".repeat(65) });
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { replaces: expect.any(String) } });
    const other = await makeOrg();
    const name = `Été of ${"Ω".repeat(80)}`;
    await describeDesk(await other.as("admin"), { name, deskEmail: "", deskPhone: "" });
    await makeSigningKey(await other.confirmed("admin"), {});
    const { current } = await readSignature(await other.as("admin"));
    expect(current?.subject).toBe([...name].slice(0, 64).join(""));
  });

  test("of several at once, one wins", async () => {
    const other = await makeOrg();
    const race = async (replaces: string | null) => {
      const ctx = await other.confirmed("admin");
      const all = await Promise.allSettled([1, 2, 3].map(() => makeSigningKey(ctx, { replaces })));
      const won = all.flatMap((result) => (result.status === "fulfilled" ? [result.value] : []));
      const lost = all.filter((result) => result.status === "rejected");
      expect(won).toHaveLength(1);
      for (const outcome of lost) expect(outcome).toMatchObject({ reason: { code: "conflict" } });
      return won[0]?.fingerprint ?? "";
    };
    const first = await race(null);
    const second = await race(first);
    const { current, retired } = await readSignature(await other.as("admin"));
    expect(current?.fingerprint).toBe(second);
    expect(retired).toHaveLength(1);
    // A form that was open since before is told so, and changes nothing.
    await expect(makeSigningKey(await other.confirmed("admin"), { replaces: first })).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await readSignature(await other.as("admin"))).current?.fingerprint).toBe(second);
  });
});
