import "server-only";
import { oids as stampOids } from "@/lib/platform/tsa/oids";

/** The names of things in a signature of ours, and no others. */
export const oids = {
  signedData: stampOids.signedData,
  contentType: stampOids.contentType,
  messageDigest: stampOids.messageDigest,
  signingCertificateV2: stampOids.signingCertificateV2,
  sha256: stampOids.sha256,
  data: "1.2.840.113549.1.7.1",
  /** id-aa-timeStampToken (RFC 3161, appendix A). */
  timeStampToken: "1.2.840.113549.1.9.16.2.14",
  rsaEncryption: "1.2.840.113549.1.1.1",
  ecdsaWithSha256: "1.2.840.10045.4.3.2",
} as const;
