import "server-only";

/** The names of things in a token, and no others. */
export const oids = {
  signedData: "1.2.840.113549.1.7.2",
  tstInfo: "1.2.840.113549.1.9.16.1.4",
  contentType: "1.2.840.113549.1.9.3",
  messageDigest: "1.2.840.113549.1.9.4",
  signingCertificate: "1.2.840.113549.1.9.16.2.12",
  signingCertificateV2: "1.2.840.113549.1.9.16.2.47",
  timeStamping: "1.3.6.1.5.5.7.3.8",
  sha1: "1.3.14.3.2.26",
  sha256: "2.16.840.1.101.3.4.2.1",
  extendedKeyUsage: "2.5.29.37",
  keyUsage: "2.5.29.15",
  basicConstraints: "2.5.29.19",
  nameConstraints: "2.5.29.30",
  certificatePolicies: "2.5.29.32",
  subjectAltName: "2.5.29.17",
  commonName: "2.5.4.3",
  organisation: "2.5.4.10",
} as const;

/** Hashes that a signer may use; SHA-1 and older are not among them. */
export const hashes: Readonly<Record<string, "sha256" | "sha384" | "sha512">> = {
  [oids.sha256]: "sha256",
  "2.16.840.1.101.3.4.2.2": "sha384",
  "2.16.840.1.101.3.4.2.3": "sha512",
};

type Scheme = { key: "rsa" | "ec"; hash: "sha256" | "sha384" | "sha512" | null };

/** Accepted signature algorithms. `hash` null: the accompanying digest algorithm decides. */
export const schemes: Readonly<Record<string, Scheme>> = {
  "1.2.840.113549.1.1.1": { key: "rsa", hash: null },
  "1.2.840.113549.1.1.11": { key: "rsa", hash: "sha256" },
  "1.2.840.113549.1.1.12": { key: "rsa", hash: "sha384" },
  "1.2.840.113549.1.1.13": { key: "rsa", hash: "sha512" },
  "1.2.840.10045.4.3.2": { key: "ec", hash: "sha256" },
  "1.2.840.10045.4.3.3": { key: "ec", hash: "sha384" },
  "1.2.840.10045.4.3.4": { key: "ec", hash: "sha512" },
};
