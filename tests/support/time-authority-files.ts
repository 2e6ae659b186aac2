import { execFile } from "node:child_process";
import { appendFile, copyFile, mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

export const openssl = (folder: string, ...args: string[]) => run("openssl", args, { cwd: folder, encoding: "utf8" });

const settings = `
[ca]
default_ca = here
[here]
new_certs_dir = .
database = index.txt
serial = serial
default_md = sha256
policy = any
unique_subject = no
copy_extensions = none
[any]
countryName = optional
organizationName = optional
commonName = supplied
[root]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
[issuer]
basicConstraints = critical, CA:TRUE, pathlen:0
keyUsage = critical, keyCertSign, cRLSign
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[signer]
basicConstraints = CA:FALSE
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
subjectKeyIdentifier = hash
authorityKeyIdentifier = keyid
[server]
basicConstraints = CA:FALSE
extendedKeyUsage = serverAuth, timeStamping
[tsa]
default_tsa = stamps
[stamps]
serial = tsaserial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha512
accuracy = secs:1, millisecs:500
ordering = no
tsa_name = yes
ess_cert_id_chain = no
ess_cert_id_alg = sha256
[declines]
serial = tsaserial
crypto_device = builtin
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha512
`;

const key = ["-newkey", "rsa:2048", "-nodes"];

/**
 * Makes a root, an issuer below it and signers below that with the `openssl` of this machine: `signer`, `expired` (it
 * ran out long ago) and `server` (not for time stamps alone).
 * @returns the file of the root
 */
export async function makeAuthorityFiles(folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "openssl.cnf"), settings);
  await writeFile(join(folder, "index.txt"), "");
  await writeFile(join(folder, "serial"), "1001");
  await writeFile(join(folder, "tsaserial"), "04B2");
  const subject = (who: string) => ["-subj", `/C=XX/O=${name}/CN=${name} ${who}`];
  const root = ["req", "-x509", ...key, "-days", "3650", "-config", "openssl.cnf", "-extensions", "root"];
  await openssl(folder, ...root, ...subject("Root"), "-keyout", "root.key", "-out", "root.pem");
  await issue(folder, "issuer", subject("Issuing"), { by: "root", as: "issuer" });
  await issue(folder, "signer", subject("Stamp Unit"), { by: "issuer", as: "signer" });
  const past = ["-startdate", "20200101000000Z", "-enddate", "20210101000000Z"];
  await issue(folder, "expired", subject("Old Unit"), { by: "issuer", as: "signer", dates: past });
  await issue(folder, "server", subject("Web Server"), { by: "issuer", as: "server" });
  await copyFile(join(folder, "root.pem"), join(folder, "ca.pem"));
  await appendFile(join(folder, "chain.pem"), await readFile(join(folder, "issuer.pem")));
  return join(folder, "ca.pem");
}

type Issuing = { by: string; as: string; dates?: readonly string[] };

async function issue(folder: string, name: string, subject: string[], { by, as, dates = ["-days", "3000"] }: Issuing) {
  const keyFile = `${name}.key`;
  const request = `${name}.csr`;
  const certificate = `${name}.pem`;
  await openssl(folder, "req", "-new", ...key, ...subject, "-keyout", keyFile, "-out", request);
  const signed = [
    "-cert",
    `${by}.pem`,
    "-keyfile",
    `${by}.key`,
    "-extensions",
    as,
    "-in",
    request,
    "-out",
    certificate,
  ];
  await openssl(folder, "ca", "-batch", "-notext", "-config", "openssl.cnf", ...dates, ...signed);
}

/** Answers a query as `openssl ts -reply` does. */
export async function reply(
  folder: string,
  query: Uint8Array,
  { signer = "signer", section = "stamps" }: { signer?: string; section?: string } = {},
): Promise<Buffer> {
  await writeFile(join(folder, "query.tsq"), query);
  const files = ["-signer", `${signer}.pem`, "-inkey", `${signer}.key`, "-chain", "chain.pem"];
  const from = ["-config", "openssl.cnf", "-section", section, "-queryfile", "query.tsq", "-out", "reply.tsr"];
  await openssl(folder, "ts", "-reply", ...from, ...files);
  return readFile(join(folder, "reply.tsr"));
}

/** What `openssl ts -verify` says of a token over a hash; `at` checks the certificates as of that second. */
export async function opensslVerifies(
  caFile: string,
  token: { file: string; sha256: string; at?: Date },
): Promise<boolean> {
  const at = token.at ? ["-attime", String(Math.floor(token.at.getTime() / 1000))] : [];
  const what = ["-in", token.file, "-token_in", "-digest", token.sha256, "-CAfile", caFile];
  return run("openssl", ["ts", "-verify", ...what, ...at]).then(
    ({ stdout }) => stdout.includes("Verification: OK"),
    () => false,
  );
}
