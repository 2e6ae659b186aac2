import "server-only";
import { X509Certificate } from "node:crypto";
import { type Certificate, readCertificate } from "@/lib/platform/tsa/certificate";

/** The certificates of a kept key, the organisation's own first. @throws Error when the row holds none */
export function readKeptChain(pem: string): [Certificate, ...Certificate[]] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  const [own, ...above] = blocks.map((block) => readCertificate(new X509Certificate(block).raw));
  if (!own) throw new Error("The key that signs has no certificate.");
  return [own, ...above];
}
