import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { hashPassword } from "@/lib/auth/passwords/password";
import { deriveKey, encrypt, sha256 } from "@/lib/platform/crypto/crypto";
import { newId, newToken } from "@/lib/platform/ids";
import { dataDirOf, ownerOf } from "../../support/e2e";
import { password } from "./people";

/**
 * A second organisation beside the demonstration's, with an administrator who signs in with the password of `people`.
 * @returns the administrator's e-mail address
 */
export async function plantOrganisation(name: string): Promise<string> {
  return (await claimOrganisation(name, await hashPassword(password))).email;
}

/** The setup page is closed by then, so the database's own function is asked, as that page asks it. */
export async function claimOrganisation(name: string, passwordHash: string): Promise<{ orgId: string; email: string }> {
  const [token, orgId, keyId] = [newToken(), newId(), newId()] as const;
  const email = `admin-${randomBytes(4).toString("hex")}@plover.example`;
  const kek = Buffer.from((await readFile(join(dataDirOf("demo"), "secrets", "kek"), "utf8")).trim(), "base64");
  const wrapped = encrypt(deriveKey(kek, "wrap"), newToken(), `dek|${orgId}|${keyId}`);
  const owner = await ownerOf("demo");
  try {
    await owner`insert into auth.setup_tokens (hash, expires_at) values (${sha256(token)}, now() + interval '1 hour')`;
    const [row] = await owner`select auth.claim_setup(${token}, ${orgId}, ${name}, ${newId()}, ${newId()}, ${email},
      'Admin Fictional', ${passwordHash}, ${keyId}, ${wrapped}) as done`;
    if (!row?.done) throw new Error("The second organisation was not made.");
  } finally {
    await owner.end();
  }
  return { orgId, email };
}
