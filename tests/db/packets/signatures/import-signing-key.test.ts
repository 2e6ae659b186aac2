import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importSigningKey } from "@/lib/packets/signatures/import-signing-key";
import { makeSigningKey } from "@/lib/packets/signatures/make-signing-key";
import { readSignature } from "@/lib/packets/signatures/queries";
import { makeOrg, type Org } from "@/tests/support/org";
import { type Issued, keyKinds, openWorkshop, type Workshop } from "@/tests/support/signing-certificates";
import { signingRow } from "@/tests/support/signing-rows";
import { hasTool } from "@/tests/support/tools";

describe.skipIf(!hasTool("openssl"))("importSigningKey", () => {
  let org: Org;
  let workshop: Workshop;
  let own: Issued;

  beforeAll(async () => {
    workshop = await openWorkshop();
    own = await workshop.issue("Plover Trust", { key: keyKinds.p384 });
    org = await makeOrg();
  }, 60_000);
  afterAll(() => workshop?.close());

  const form = ({ certificates, privateKey }: Issued) => ({ certificates, privateKey, passphrase: "" });

  test("takes the place of the one in use, with its chain, and says so in the log", async () => {
    const made = await makeSigningKey(org.service(), {});
    const passphrase = "  kept as typed ";
    const cipher = { cipher: "aes-256-cbc", passphrase } as const;
    const privateKey = own.key.export({ type: "pkcs8", format: "pem", ...cipher }) as string;
    const input = { certificates: own.certificates, privateKey, passphrase, replaces: made.fingerprint };
    const { id, fingerprint } = await importSigningKey(await org.confirmed("admin"), input);
    expect(await org.auditOf(id)).toEqual(["signature.key_imported"]);
    const { current, retired } = await readSignature(await org.as("admin"));
    expect(current).toMatchObject({ id, fingerprint, origin: "imported", subject: "Plover Trust" });
    expect(current?.validUntil).toEqual(own.chain[0].notAfter);
    expect(retired.map((signingKey) => signingKey.id)).toEqual([made.id]);
    const { row, log } = await signingRow(org.service(), id);
    expect(row.certificates.match(/BEGIN CERTIFICATE/g)).toHaveLength(3);
    for (const secret of ["PRIVATE KEY", passphrase.trim(), privateKey.slice(60, 100)]) {
      expect(JSON.stringify([row, log])).not.toContain(secret);
    }
  });

  test("wants a fresh proof of who acts, and changes nothing without one", async () => {
    const other = await makeOrg();
    const attempt = importSigningKey(await other.coded("admin"), form(own));
    await expect(attempt).rejects.toMatchObject({ code: "invalid", fields: { passkey: expect.any(String) } });
    expect((await readSignature(await other.as("admin"))).current).toBeNull();
  });

  test("leaves another organisation as it is, which may bring in the same one", async () => {
    const other = await makeOrg();
    await importSigningKey(await other.confirmed("admin"), form(own));
    const before = await readSignature(await other.as("admin"));
    const third = await makeOrg();
    await importSigningKey(await third.confirmed("admin"), form(own));
    expect(await readSignature(await other.as("admin"))).toEqual(before);
  });

  test("names the field that needs another look", async () => {
    const other = await workshop.issue("Somebody Else", { key: keyKinds.p384 });
    const admin = await (await makeOrg()).confirmed("admin");
    const locked = own.key.export({
      type: "pkcs8",
      format: "pem",
      cipher: "aes-256-cbc",
      passphrase: "right",
    }) as string;
    const tries = [
      ["certificates", { ...form(own), certificates: "" }],
      ["certificates", { ...form(own), certificates: "not one" }],
      ["privateKey", { ...form(own), privateKey: "" }],
      ["privateKey", { ...form(own), privateKey: other.privateKey }],
      ["passphrase", { ...form(own), privateKey: locked }],
      ["passphrase", { ...form(own), privateKey: locked, passphrase: "wrong" }],
      ["passphrase", { ...form(own), passphrase: "x".repeat(1025) }],
    ] as const;
    for (const [field, input] of tries) {
      const attempt = importSigningKey(admin, input);
      await expect(attempt, field).rejects.toMatchObject({ code: "invalid", fields: { [field]: expect.any(String) } });
    }
    expect((await readSignature(admin)).current).toBeNull();
  });

  test("of two at once, one wins; the same one twice is refused by what it takes the place of", async () => {
    const other = await makeOrg();
    const admin = await other.confirmed("admin");
    const both = await Promise.allSettled([importSigningKey(admin, form(own)), makeSigningKey(admin, {})]);
    expect(both.filter((result) => result.status === "fulfilled")).toHaveLength(1);
    expect(both.find((result) => result.status === "rejected")).toMatchObject({
      reason: { code: "conflict" },
    });
    await expect(importSigningKey(admin, form(own))).rejects.toMatchObject({ code: "conflict" });
  });

  test("the one in use does not take its own place", async () => {
    const other = await makeOrg();
    const admin = await other.confirmed("admin");
    const { fingerprint: replaces } = await importSigningKey(admin, form(own));
    const again = importSigningKey(admin, { ...form(own), replaces });
    await expect(again).rejects.toMatchObject({ code: "invalid", fields: { certificates: expect.any(String) } });
    expect((await readSignature(admin)).retired).toEqual([]);
  });
});
