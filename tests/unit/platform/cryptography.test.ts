import { globSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

/** Who does cryptography for us: OpenSSL by Node, and packages whose makers and reviewers are known for it. */
const ciphers = [
  "node:crypto",
  "@noble/hashes",
  "@node-rs/argon2",
  "@simplewebauthn/server",
  "age-encryption",
  "next-auth",
];

/** Every other package that runs. One that comes new is put into one of the two lists by somebody who looked. */
const others =
  /^(@aws-sdk\/client-s3|@fastify\/busboy|@tesseract\.js-data\/(afr|eng)|tesseract\.js-core|@hyzyla\/pdfium|@tanstack\/react-table|bidi-js|csv-parse|d3-array|d3-shape|d3-time|docx|double-metaphone|drizzle-orm|file-type|fontkit|imapflow|marked|next|node|nodemailer|pdf-lib|pg-boss|pino|postal-mime|postgres|preact|preact-render-to-string|react|react-dom|saxes|server-only|sharp|uqr|yaml|zod)$/;

const sources = globSync("{app,bin,db,lib}/**/*.{ts,tsx,mjs}").map((path) => ({
  path,
  text: readFileSync(path, "utf8"),
}));

test("cryptography comes from a known list of makers, and a new package is looked at for it", () => {
  const { dependencies } = JSON.parse(readFileSync("package.json", "utf8")) as { dependencies: Record<string, string> };
  const unknown = Object.keys(dependencies).filter((name) => !ciphers.includes(name) && !others.test(name));
  expect(unknown).toEqual([]);
  const used = ciphers.filter((name) => sources.some(({ text }) => text.includes(`from "${name}`)));
  expect(used).toEqual(ciphers);
});

test("no cipher, hash or curve is written again here", () => {
  expect(sources.length).toBeGreaterThan(1500);
  // The first constants of AES, SHA-1, SHA-256, SHA-512, MD5, ChaCha20, P-256 and Curve25519.
  const marks =
    /0x637c777b|0x63, ?0x7c, ?0x77|0x67452301|0x428a2f98|0x6a09e667|0xd76aa478|expand 32-byte k|0x61707865|ffffffff00000001000000000000000000000000ffffffff|2n ?\*\* ?255n/i;
  expect(sources.filter(({ text }) => marks.test(text)).map(({ path }) => path)).toEqual([]);
  // Which share of spans is kept is no secret.
  const chance = sources.filter(({ text }) => /Math\.random\(/.test(text)).map(({ path }) => path);
  expect(chance).toEqual(["lib/platform/telemetry/span.ts"]);
});
