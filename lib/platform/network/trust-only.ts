import { readFileSync } from "node:fs";
import { setDefaultCACertificates } from "node:tls";

const certificate = /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g;

/**
 * From here on this process believes the authorities of that file and no other, wherever nothing narrower is said: bucket,
 * mail server, sign-in service, receiver of measurements, time authorities. Nothing changes without a file.
 * @throws Error when the file holds no certificate: nobody would be believed, and nobody would know why
 */
export function trustOnly(file: string | undefined): void {
  if (!file) return;
  const found = readFileSync(file, "utf8").match(certificate) ?? [];
  if (found.length === 0) throw new Error(`There is no certificate in ${file} (TRUSTED_CA_FILE).`);
  setDefaultCACertificates(found);
}
