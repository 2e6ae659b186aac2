import { generateKeyPairSync } from "node:crypto";
import { readFile } from "node:fs/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { signatureSentences } from "@/lib/evidence/archives/labels";
import { checkArchiveStamp } from "@/lib/evidence/exhibits/check-archive-stamp";
import { sha256Hex } from "@/lib/platform/crypto/hash";
import { sandbox } from "@/lib/platform/sandbox/sandbox";
import { buildRequest } from "@/lib/platform/tsa/request";
import { webStreamOf } from "@/tests/support/files";
import { startTimeAuthority, type TimeAuthority } from "@/tests/support/time-authority";
import { hasTool } from "@/tests/support/tools";
import { type Signer, waczOf } from "@/tests/support/wacz-file";

const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-384" });
const as = { publicKey: publicKey.export({ type: "spki", format: "der" }).toString("base64") };
const post = { url: "https://site.example/1", type: "text/html", body: "<p>I know your street</p>" };

/** The signature of a WACZ that was stamped so, as it is kept. */
async function keptSignature(stamp: NonNullable<Signer["stamp"]>) {
  const bytes = await waczOf({ recorded: [post], pages: [{ url: post.url }], signer: { key: privateKey, as, stamp } });
  const file = { size: bytes.byteLength, open: async () => webStreamOf(bytes) };
  const { rendering } = await sandbox.renderPages(file, { maxPages: 1 });
  if (rendering.kind !== "text") throw new Error("it was not opened");
  const { archive } = await checkArchiveStamp(rendering);
  if (!archive?.wacz) throw new Error("it is no WACZ");
  return { stamp: archive.wacz.signature?.stamp, sentences: signatureSentences(archive.wacz) };
}

describe.skipIf(!hasTool("openssl"))("the time stamp of a signed archive", () => {
  let authority: TimeAuthority;
  let pem: string;

  beforeAll(async () => {
    authority = await startTimeAuthority();
    pem = await readFile(authority.caFile, "utf8");
  });
  afterAll(() => authority.close());

  async function stampOf(text: string, timestampCert: string) {
    const request = buildRequest(sha256Hex(Buffer.from(text)));
    const headers = { "content-type": "application/timestamp-query" };
    const answer = await fetch(authority.url, { method: "POST", headers, body: new Uint8Array(request.bytes) });
    return { timeSignature: Buffer.from(await answer.arrayBuffer()).toString("base64"), timestampCert };
  }

  test("over its signature is valid, and it is said that nobody here knows whether to trust the authority", async () => {
    const { stamp, sentences } = await keptSignature((signature) => stampOf(signature, pem));
    expect(stamp).toMatchObject({ holds: "valid", trusted: false, by: expect.stringContaining("Test Time") });
    expect(sentences.at(-1)).toMatch(
      /^Time stamp: valid by its own certificates.*does not know whether to trust it\.$/,
    );
  });

  test("over something else is not valid, and without certificates it is not checked", async () => {
    expect((await keptSignature(() => stampOf("another signature", pem))).stamp).toEqual({ holds: "invalid" });
    const garbage = async () => ({ timeSignature: "AAAA", timestampCert: pem });
    expect((await keptSignature(garbage)).stamp).toEqual({ holds: "invalid" });
    expect((await keptSignature((signature) => stampOf(signature, ""))).stamp).toEqual({ holds: "unchecked" });
  });
});
