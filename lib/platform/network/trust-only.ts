import { readFileSync } from "node:fs";
import { setDefaultCACertificates } from "node:tls";

const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * From here on this process trusts only the authorities in that file, wherever nothing narrower is configured: bucket,
 * mail server, sign-in service, receiver of measurements, time authorities. Without a file nothing changes.
 * @throws Error if the file contains no certificate: nobody would be trusted, with no visible reason
 */
export function trustOnly(file: string | undefined): void {
  if (!file) return;
  const found = readFileSync(file, "utf8").match(certificate) ?? [];
  if (found.length === 0) throw new Error(`There is no certificate in ${file} (TRUSTED_CA_FILE).`);
  setDefaultCACertificates(found);
}
