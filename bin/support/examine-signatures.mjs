import { X509Certificate } from "node:crypto";
import postgres from "postgres";
import { tlsOf } from "../../lib/platform/network/tls-policy.ts";

const day = 24 * 60 * 60 * 1000;
const warnDays = 60;
const advice = "an administrator replaces it under Packet signature";

/**
 * What signs the packets of each organisation, and when its certificate ends. Reads as the worker reads; no private key
 * is opened. Each finding is `[state, what, advice?]`.
 * @param {string} appUrl
 * @param {Buffer} serviceToken
 */
export async function examineSignatures(appUrl, serviceToken, now = new Date()) {
  const sql = postgres(appUrl, { ...tlsOf(appUrl), max: 1, connect_timeout: 5, onnotice: () => {} });
  try {
    const organisations = await sql`select o as id from ctx.organisations(${serviceToken}) o`;
    const kept = [];
    for (const { id } of organisations) kept.push(...(await keyOf(sql, serviceToken, id)));
    const without = organisations.length - kept.length;
    const first =
      without > 0 ? [["ok", `${count(without)} no key that signs packets yet: the first packet makes it`]] : [];
    return [...first, ...kept.map((row) => describeEnd(row, now))];
  } catch (error) {
    return [["warn", `What signs the packets cannot be read (${error.code ?? error.message})`, '"npm start" fixes it']];
  } finally {
    await sql.end();
  }
}

const keyOf = (sql, token, orgId) =>
  sql.begin("read only", async (tx) => {
    await tx`select ctx.enter_service(${token}, ${orgId}::uuid)`;
    return tx`select certificates, fingerprint, subject, origin from app.signing_keys
      where org_id = ${orgId} and retired_at is null`;
  });

const count = (organisations) => (organisations === 1 ? "1 organisation has" : `${organisations} organisations have`);

/** Read from the certificate itself: the neighbouring columns are for display. */
export function describeEnd({ certificates, fingerprint, subject, origin }, now) {
  const certificate = new X509Certificate(certificates);
  const shown = certificate.fingerprint256.replaceAll(":", "").toLowerCase();
  const who = `The certificate that signs packets for ${subject}`;
  if (shown !== fingerprint) return ["fail", `${who} is not the one whose fingerprint is told`, advice];
  const until = certificate.validToDate;
  const on = until.toISOString().slice(0, 10);
  if (until < now && origin === "made") return ["warn", `${who} ended on ${on}`, "the next packet makes a new one"];
  if (until < now) return ["fail", `${who} ended on ${on}: no packet can be built`, advice];
  const left = Math.floor((until - now) / day);
  if (left < warnDays) return ["warn", `${who} ends on ${on}, in ${left} days`, advice];
  return ["ok", `${who} is good until ${on}`];
}
