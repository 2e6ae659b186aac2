import { X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";

const advice = "set TSA_URLS and TSA_CA_FILE; .env.example says what they are";

/**
 * Checks the settings of the time authorities. None of them is contacted: the exhibits show whether they answer.
 * @param {{ TSA_URLS?: string, TSA_CA_FILE?: string }} settings
 */
export function examineTime({ TSA_URLS: urls, TSA_CA_FILE: file } = process.env) {
  if (!urls) return [["warn", "No time authority is set: exhibits get no time stamp of a third party", advice]];
  const names = urls.split(",").map((url) => (URL.canParse(url.trim()) ? new URL(url.trim()).host : null));
  if (names.includes(null)) return [["fail", "TSA_URLS holds something that is no web address", advice]];
  const asked = ["ok", `Time stamps are asked of ${names.join(" and ")}`];
  if (!file) return [asked, ["fail", "TSA_CA_FILE is not set, so no time stamp could be believed", advice]];
  return [asked, roots(file)];
}

function roots(file) {
  try {
    const blocks = readFileSync(file, "utf8").match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
    const found = blocks.map((block) => new X509Certificate(block));
    const own = found.filter((x509Certificate) => x509Certificate.subject === x509Certificate.issuer);
    const past = own.filter((x509Certificate) => new Date(x509Certificate.validTo) < new Date());
    if (own.length === 0) return ["fail", `${file} holds no root certificate`, "it needs that of each time authority"];
    if (past.length === own.length) return ["fail", `Every root certificate in ${file} has run out`, "renew the file"];
    return ["ok", `They are believed by ${own.length} root certificate${own.length === 1 ? "" : "s"} in ${file}`];
  } catch {
    return [
      "fail",
      `${file} (TSA_CA_FILE) cannot be read as certificates`,
      "it must be PEM, and this user must be let in",
    ];
  }
}
