import "server-only";
import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { t } from "@/lib/platform/language/translate";
import type { Finding, OrganisationFacts, World } from "../types";
import { writeDay } from "../write-day";

const dayMs = 24 * 60 * 60 * 1000;
const warnDays = 60;

/** Checks the settings of the time authorities. None of them is contacted: the exhibits show whether they answer. */
export function examineTime({ settings }: Pick<World, "settings">): Finding[] {
  const { TSA_URLS: urls, TSA_CA_FILE: file } = settings;
  const advice = t("Set TSA_URLS and TSA_CA_FILE; .env.example says what they are.");
  if (!urls) return [["missing", t("No time authority is set: exhibits get no time stamp of a third party"), advice]];
  const names = urls.split(",").map((url) => (URL.canParse(url.trim()) ? new URL(url.trim()).host : null));
  if (names.includes(null)) return [["fix", t("TSA_URLS holds something that is no web address"), advice]];
  const asked: Finding = ["ok", t("Time stamps are asked of {names}", { names: names.join(", ") })];
  if (!file) return [asked, ["fix", t("TSA_CA_FILE is not set, so no time stamp could be believed"), advice]];
  return [asked, roots(file)];
}

function roots(file: string): Finding {
  try {
    const blocks = readFileSync(file, "utf8").match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    const found = blocks.map((block) => new X509Certificate(block));
    const own = found.filter((certificate) => certificate.subject === certificate.issuer);
    const past = own.filter((certificate) => new Date(certificate.validTo) < new Date());
    if (own.length === 0)
      return [
        "fix",
        t("The file in TSA_CA_FILE holds no root certificate"),
        t("It needs that of each time authority."),
        file,
      ];
    if (past.length === own.length)
      return ["fix", t("Every root certificate in TSA_CA_FILE has run out"), t("Renew the file."), file];
    return [
      "ok",
      t("They are believed by {count, plural, one {# root certificate} other {# root certificates}}", {
        count: own.length,
      }),
      undefined,
      file,
    ];
  } catch {
    return [
      "fix",
      t("The file in TSA_CA_FILE cannot be read as certificates"),
      t("It must be PEM, and the user of the server must be let in."),
      file,
    ];
  }
}

/** What signs the packets of each organisation, and when its certificate ends. No private key is opened. */
export function examineSignature({ organisations, now }: Pick<World, "organisations" | "now">): Finding[] {
  if (!organisations)
    return [
      [
        "unknown",
        t("What signs the packets cannot be read: the database does not answer"),
        t("See what is said of the database."),
      ],
    ];
  const kept = organisations.flatMap(({ signature }) => (signature ? [describeEnd(signature, now)] : []));
  const without = organisations.length - kept.length;
  return without > 0 || kept.length === 0
    ? [["ok", t("No key signs packets yet: the first packet makes it")], ...kept]
    : kept;
}

/** Read from the certificate itself: the neighbouring columns are for display. */
export function describeEnd(
  { certificates, fingerprint, subject, origin }: NonNullable<OrganisationFacts["signature"]>,
  now: Date,
): Finding {
  const advice = t("An administrator replaces it under Packet signature.");
  const certificate = new X509Certificate(certificates);
  const shown = certificate.fingerprint256.replaceAll(":", "").toLowerCase();
  if (shown !== fingerprint)
    return [
      "fix",
      t("The certificate that signs packets for {subject} is not the one whose fingerprint is told", { subject }),
      advice,
    ];
  const until = new Date(certificate.validTo);
  const day = writeDay(until);
  if (until < now && origin === "made")
    return [
      "look",
      t("The certificate that signs packets for {subject} ended on {day}", { subject, day }),
      t("The next packet makes a new one."),
    ];
  if (until < now)
    return [
      "fix",
      t("The certificate that signs packets for {subject} ended on {day}: no packet can be built", { subject, day }),
      advice,
    ];
  if (until.getTime() - now.getTime() < warnDays * dayMs)
    return ["look", t("The certificate that signs packets for {subject} ends on {day}", { subject, day }), advice];
  return ["ok", t("The certificate that signs packets for {subject} is good until {day}", { subject, day })];
}
