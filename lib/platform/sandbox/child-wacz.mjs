import { createHash, createPublicKey, verify, X509Certificate } from "node:crypto";
import { rootCertificates } from "node:tls";
import { showInvisible } from "./child-text.mjs";
import { instantOf } from "./child-warc.mjs";

const MANIFEST = "datapackage.json";
const DIGEST = "datapackage-digest.json";
const RESOURCES_MAX = 5000;
const NAMED_MAX = 50;
const CLAIM = 300;
const CHAIN_MAX = 8;
const BASE64_MAX = 64 * 1024;

/** @returns true for the names of a web archive collection (WACZ 1.1.1) */
export const isWacz = (names) =>
  names.includes(MANIFEST) && names.some((name) => /^archive\/.{1,400}\.warc(\.gz)?$/i.test(name));

/**
 * What a WACZ says of itself, and whether it holds: each listed file by its digest, the list by its own, and that by the
 * signature (WACZ 1.1.1; WACZ Signing and Verification 0.1.0). Nobody is asked. @param members `{ name, sha256 }`
 */
export function checkWacz(read, members) {
  const manifest = read(MANIFEST);
  const digest = jsonOf(read(DIGEST));
  const said = jsonOf(manifest) ?? {};
  const own = manifest ? `sha256:${hashOf(manifest)}` : null;
  return {
    title: claim(said.title),
    software: claim(said.software),
    created: instantOf(said.created),
    version: claim(said.wacz_version),
    ...compare(said.resources, members),
    manifest: digest === null ? "not_given" : digest.hash === own ? "same" : "differs",
    signature: digest && isRecord(digest.signedData) ? readSignature(digest.signedData, own) : null,
  };
}

/** Names are compared as they stand: a file that comes twice has the digest of each, and both must be the listed one. */
function compare(resources, members) {
  const listed = (Array.isArray(resources) ? resources : []).filter(isRecord).slice(0, RESOURCES_MAX);
  const known = new Set([MANIFEST, DIGEST, ...listed.map(({ path }) => String(path))]);
  const found = { listed: listed.length, same: 0, differ: [], missing: [], unlisted: [] };
  for (const { path, hash } of listed) {
    const those = members.filter(({ name }) => name === path);
    const isSame = those.length > 0 && those.every(({ sha256 }) => sha256 !== null && `sha256:${sha256}` === hash);
    if (isSame) found.same += 1;
    else found[those.length === 0 ? "missing" : "differ"].push(claim(path) ?? "");
  }
  for (const { name } of members) if (!known.has(name)) found.unlisted.push(claim(name) ?? "");
  for (const key of ["differ", "missing", "unlisted"]) found[key] = found[key].slice(0, NAMED_MAX);
  return found;
}

/** The signature is over the digest as it is written; both forms in which programs write an ECDSA signature are taken. */
function readSignature(signed, own) {
  const isDomain = typeof signed.domainCert === "string" && typeof signed.domain === "string";
  const found = {
    kind: isDomain ? "domain" : "anonymous",
    holds: "unreadable",
    ofManifest: own !== null && signed.hash === own,
    key: null,
    software: claim(signed.software),
    created: instantOf(signed.created),
    domain: isDomain ? claim(signed.domain) : null,
    certificate: null,
    stamp: stampOf(signed),
  };
  try {
    const chain = isDomain ? certificatesIn(signed.domainCert) : [];
    const key = isDomain ? chain[0].publicKey : spkiOf(signed.publicKey);
    found.key = hashOf(key.export({ type: "spki", format: "der" }));
    if (isDomain) found.certificate = aboutChain(chain, signed);
    found.holds = isSigned(key, String(signed.hash), base64(signed.signature)) ? "valid" : "invalid";
  } catch {
    // A key, a certificate or a signature that OpenSSL does not read.
  }
  return found;
}

const spkiOf = (text) => createPublicKey({ key: base64(text), format: "der", type: "spki" });

function isSigned(key, text, signature) {
  const over = Buffer.from(text);
  if (key.asymmetricKeyType !== "ec") return verify("sha256", over, key, signature);
  return ["ieee-p1363", "der"].some((dsaEncoding) => verify("sha256", over, { key, dsaEncoding }, signature));
}

function certificatesIn(pem) {
  const blocks = pem.slice(0, BASE64_MAX).match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.slice(0, CHAIN_MAX).map((block) => new X509Certificate(block));
}

/** Roots are those that come with Node, as browsers have them. The day is the one on which it says it was made. */
function aboutChain(chain, { domain, created }) {
  const [first] = chain;
  const at = Date.parse(created);
  return {
    issuer: claim(first.issuer.replaceAll("\n", ", ")),
    from: new Date(first.validFrom).toISOString(),
    to: new Date(first.validTo).toISOString(),
    namesDomain: first.checkHost(domain) !== undefined,
    inTime: chain.every(({ validFrom, validTo }) => Date.parse(validFrom) <= at && at <= Date.parse(validTo)),
    chain: rootOf(chain),
  };
}

function rootOf(chain) {
  for (const [place, certificate] of chain.entries()) {
    const next = chain[place + 1];
    if (next && !isIssuedBy(certificate, next)) return "broken";
  }
  const last = chain.at(-1);
  const roots = rootCertificates.map((pem) => new X509Certificate(pem));
  const isTrusted = roots.some((root) => root.raw.equals(last.raw) || isIssuedBy(last, root));
  return isTrusted ? "trusted" : "not_trusted";
}

const isIssuedBy = (one, by) => by.ca && one.checkIssued(by) && one.verify(by.publicKey);

/** A time stamp is over the signature as it is written. Its check is not done here: it needs the authorities we trust. */
function stampOf({ timeSignature, timestampCert, signature }) {
  if (typeof timeSignature !== "string" || timeSignature.length > BASE64_MAX || typeof signature !== "string")
    return null;
  return {
    answer: base64(timeSignature).toString("base64"),
    over: hashOf(Buffer.from(signature)),
    certificates:
      typeof timestampCert === "string" ? timestampCert.slice(0, BASE64_MAX).replace(/[^\x20-\x7e\n]/g, "") : "",
  };
}

function jsonOf(bytes) {
  try {
    const found = bytes ? JSON.parse(bytes.toString("utf8")) : null;
    return isRecord(found) ? found : null;
  } catch {
    return null;
  }
}

const isRecord = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const base64 = (text) => Buffer.from(typeof text === "string" ? text : "", "base64");
const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex");
const claim = (value) =>
  typeof value === "string" && value.trim() !== "" ? showInvisible(value.trim()).slice(0, CLAIM) : null;
