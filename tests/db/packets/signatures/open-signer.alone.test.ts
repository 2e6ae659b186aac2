import { createHash } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { importSigningKey } from "@/lib/packets/signatures/import-signing-key";
import { makeSigningKey } from "@/lib/packets/signatures/make-signing-key";
import { openSigner } from "@/lib/packets/signatures/open-signer";
import { readSignature, readSignatureFacts } from "@/lib/packets/signatures/queries";
import { checkSignature } from "@/lib/platform/cms/check-signature";
import { checkSignedFile } from "@/lib/platform/cms/check-signed-file";
import { readTrusted } from "@/lib/platform/tsa/path";
import { makeOrg, type Org } from "@/tests/support/org";
import { writeBlocks } from "@/tests/support/plain-document";
import { openWorkshop } from "@/tests/support/signing-certificates";
import { letRunOut } from "@/tests/support/signing-rows";
import { setAuthorities } from "@/tests/support/stamps";
import type { TimeAuthority } from "@/tests/support/time-authority";
import { hasTool } from "@/tests/support/tools";

const digest = createHash("sha256").update("a packet").digest();
const shown = { name: "Kestrel", reason: "Packet as served" };

describe.skipIf(!hasTool("openssl"))("openSigner", () => {
  let authority: TimeAuthority;
  let org: Org;

  beforeAll(async () => {
    [authority] = (await setAuthorities("Signer Time")) as [TimeAuthority];
    org = await makeOrg();
  }, 60_000);
  afterAll(() => authority?.close());

  test("makes the first key by itself and signs with a stamp that is believed", async () => {
    const at = new Date();
    const signer = await openSigner(org.service(), { at });
    expect(signer.stamped()).toBe(false);
    const plan = signer.signature(shown);
    expect(plan).toMatchObject({ ...shown, at });
    const trusted = readTrusted(readFileSync(authority.caFile, "utf8"));
    for (const bytes of [await plan.sign(digest), await signer.signFile(digest)]) {
      expect(bytes.length).toBeLessThan(plan.reserve);
      const checked = checkSignature(bytes, { digest, trusted, fingerprint: signer.fingerprint });
      expect(checked).toMatchObject({ holds: true, stamp: "held", subject: signer.subject });
    }
    expect(signer.stamped()).toBe(true);
    expect(await readSignatureFacts(await org.as("caseworker"))).toMatchObject({ fingerprint: signer.fingerprint });
    const again = await openSigner(org.service(), { at });
    expect(again.fingerprint).toBe(signer.fingerprint);
  });

  test("signs a document while it is written", async () => {
    const signer = await openSigner(org.service(), { at: new Date() });
    const signature = signer.signature(shown);
    const { bytes } = await writeBlocks([{ b: "para", text: "Signed words.", aside: "source" }], { signature });
    const path = join(authority.folder, "packet.pdf");
    writeFileSync(path, bytes);
    const trusted = readTrusted(readFileSync(authority.caFile, "utf8"));
    const expected = { trusted, fingerprint: signer.fingerprint };
    expect(await checkSignedFile(path, expected)).toMatchObject({ holds: true, stamp: "held" });
  });

  test.each([
    ["wrong_nonce", "wrong_nonce"],
    ["foreign_ca", "unknown_authority"],
    ["error_500", "http_error"],
  ] as const)("signs without a stamp when the authority behaves as %s, and says why", async (mode, problem) => {
    authority.behave(mode);
    const signer = await openSigner(org.service(), { at: new Date() });
    const bytes = await signer.signFile(digest);
    authority.behave("ok");
    expect(checkSignature(bytes, { digest })).toMatchObject({ holds: true, stamp: "none" });
    expect([signer.stamped(), signer.unstamped()]).toEqual([false, problem]);
  });

  test("of several builds at once makes one key", async () => {
    const other = await makeOrg();
    const at = new Date();
    const signers = await Promise.all([1, 2, 3].map(() => openSigner(other.service(), { at })));
    expect(new Set(signers.map(({ fingerprint }) => fingerprint)).size).toBe(1);
    expect((await readSignature(await other.as("admin"))).retired).toEqual([]);
  });

  test("renews a key of its own making that has run out, and stops at one that was brought in", async () => {
    const other = await makeOrg();
    const { fingerprint } = await makeSigningKey(other.service(), {});
    await letRunOut(other.service(), fingerprint);
    const signer = await openSigner(other.service(), { at: new Date() });
    expect(signer.fingerprint).not.toBe(fingerprint);
    const workshop = await openWorkshop();
    const { certificates, privateKey } = await workshop.issue("desk");
    workshop.close();
    const input = { certificates, privateKey, replaces: signer.fingerprint };
    const imported = await importSigningKey(await other.confirmed("admin"), input);
    expect((await openSigner(other.service(), { at: new Date() })).fingerprint).toBe(imported.fingerprint);
    await letRunOut(other.service(), imported.fingerprint);
    const late = openSigner(other.service(), { at: new Date() });
    await expect(late).rejects.toMatchObject({ code: "conflict", message: expect.stringContaining("has expired") });
  });

  test("is for the worker", async () => {
    for (const role of ["admin", "supervisor", "caseworker", "liaison"] as const) {
      await expect(openSigner(await org.as(role), { at: new Date() })).rejects.toMatchObject({ code: "forbidden" });
    }
  });
});
