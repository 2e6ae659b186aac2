import { createPrivateKey, generateKeyPairSync, type KeyObject, X509Certificate } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { makeCertificate } from "@/lib/platform/cms/make-certificate";
import { type Certificate, readCertificate } from "@/lib/platform/tsa/certificate";
import { openssl } from "./time-authority-files";

export type Issued = {
  /** PEM: the certificate first, then those above it; and the key as PKCS#8. */
  certificates: string;
  privateKey: string;
  chain: [Certificate, ...Certificate[]];
  key: KeyObject;
};

export type Workshop = {
  folder: string;
  issue: (name: string, options?: Issue) => Promise<Issued>;
  close: () => void;
};

type Issue = {
  key?: readonly string[];
  /** Lines of the extensions of the certificate. */
  extensions?: readonly string[];
  /** Whether the root comes along. */
  withRoot?: boolean;
};

const rsa = ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:2048"] as const;
export const keyKinds = {
  rsa2048: rsa,
  rsa1024: ["-algorithm", "RSA", "-pkeyopt", "rsa_keygen_bits:1024"],
  p256: ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-256"],
  p384: ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-384"],
  p521: ["-algorithm", "EC", "-pkeyopt", "ec_paramgen_curve:P-521"],
} as const;

/** A small authority made with `openssl`, for certificates of signers: root, issuer, and whatever is asked for. */
export async function openWorkshop(): Promise<Workshop> {
  const folder = mkdtempSync(join(tmpdir(), "signing-"));
  const issuing = ["basicConstraints=critical,CA:TRUE", "keyUsage=critical,keyCertSign,cRLSign"];
  await makeKey(folder, "root", rsa);
  await openssl(
    folder,
    "req",
    "-x509",
    "-new",
    "-key",
    "root.key",
    "-days",
    "3650",
    "-subj",
    "/O=Test/CN=Test Root",
    ...issuing.flatMap((line) => ["-addext", line]),
    "-out",
    "root.pem",
  );
  await makeKey(folder, "issuer", rsa);
  await certify(folder, "issuer", { by: "root", subject: "/O=Test/CN=Test Issuing", extensions: issuing });
  return {
    folder,
    issue: (name, options) => issue(folder, name, options),
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function issue(folder: string, name: string, { key = rsa, extensions, withRoot = true }: Issue = {}) {
  const lines = extensions ?? [
    "basicConstraints=critical,CA:FALSE",
    "keyUsage=critical,digitalSignature,nonRepudiation",
  ];
  await makeKey(folder, name, key);
  await certify(folder, name, { by: "issuer", subject: `/O=Test/CN=${name}`, extensions: lines });
  const files = [name, "issuer", ...(withRoot ? ["root"] : [])];
  const certificates = files.map((file) => readFileSync(join(folder, `${file}.pem`), "utf8")).join("");
  const privateKey = readFileSync(join(folder, `${name}.key`), "utf8");
  return { certificates, privateKey, chain: chainOf(certificates), key: createPrivateKey(privateKey) };
}

function chainOf(pem: string): [Certificate, ...Certificate[]] {
  const blocks = pem.match(/-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/g) ?? [];
  return blocks.map((block) => readCertificate(new X509Certificate(block).raw)) as [Certificate, ...Certificate[]];
}

async function makeKey(folder: string, name: string, kind: readonly string[]): Promise<void> {
  await openssl(folder, "genpkey", ...kind, "-out", `${name}.key`);
}

type Certifying = { by: string; subject: string; extensions: readonly string[] };

async function certify(folder: string, name: string, { by, subject, extensions }: Certifying): Promise<void> {
  writeFileSync(join(folder, `${name}.ext`), extensions.join("\n"));
  await openssl(folder, "req", "-new", "-key", `${name}.key`, "-subj", subject, "-out", `${name}.csr`);
  await openssl(
    folder,
    "x509",
    "-req",
    "-in",
    `${name}.csr`,
    "-CA",
    `${by}.pem`,
    "-CAkey",
    `${by}.key`,
    "-CAcreateserial",
    "-days",
    "1000",
    "-extfile",
    `${name}.ext`,
    "-out",
    `${name}.pem`,
  );
}

/** A certificate that signs itself, valid between these two instants. */
export function selfSigned(from: Date, until: Date, name = "Kestrel Desk"): Issued {
  const { privateKey: key } = generateKeyPairSync("rsa", { modulusLength: 2048 });
  const certificates = new X509Certificate(makeCertificate({ key, name, from, until })).toString();
  const privateKey = key.export({ type: "pkcs8", format: "pem" }) as string;
  return { certificates, privateKey, chain: chainOf(certificates), key };
}
