import { createHash, type KeyObject, sign } from "node:crypto";
import { gzipSync } from "node:zlib";
import { type ZipEntry, zipOf } from "./chat-file";

export type Recorded = {
  url: string;
  at?: string;
  type: string;
  body: string | Uint8Array;
  status?: number;
  /** More fields of the answer, such as `Location: /b`. */
  fields?: string[];
};

const made = "2026-11-20T10:00:00Z";

/** A WARC as archiving programs write it: each record packed on its own, with the digest of its bytes. */
export function warcOf(recorded: readonly Recorded[]): Buffer {
  const records = recorded.map(({ url, at = made, type, body, status = 200, fields = [] }) => {
    const head = [`HTTP/1.1 ${status} OK`, `Content-Type: ${type}`, ...fields, "", ""].join("\r\n");
    const block = Buffer.concat([Buffer.from(head), Buffer.from(body)]);
    return recordOf(
      [
        "WARC-Type: response",
        `WARC-Target-URI: ${url}`,
        `WARC-Date: ${at}`,
        `WARC-Block-Digest: sha256:${hash(block)}`,
        "Content-Type: application/http; msgtype=response",
      ],
      block,
    );
  });
  const info = recordOf(["WARC-Type: warcinfo", `WARC-Date: ${made}`], Buffer.from("software: a test\r\n"));
  return Buffer.concat([info, ...records].map((record) => gzipSync(record)));
}

function recordOf(fields: readonly string[], block: Buffer): Buffer {
  const head = ["WARC/1.1", ...fields, `Content-Length: ${block.byteLength}`, "", ""].join("\r\n");
  return Buffer.concat([Buffer.from(head), block, Buffer.from("\r\n\r\n")]);
}

export type Signer = {
  key: KeyObject;
  /** The public key, or the certificate and the name that it is for. */
  as: { publicKey: string } | { domain: string; domainCert: string };
  /** `ieee-p1363` is what browsers write, `der` what servers write. */
  dsaEncoding?: "ieee-p1363" | "der";
  created?: string;
  /** A time stamp over the signature as it is written. */
  stamp?: (signature: string) => Promise<{ timeSignature: string; timestampCert: string }>;
};

export type WaczOptions = {
  recorded: readonly Recorded[];
  pages: readonly { url: string; ts?: string; title?: string; text?: string }[];
  signer?: Signer;
  /** Changes what is packed after the digests were made. */
  change?: (entries: ZipEntry[]) => ZipEntry[];
};

/** A WACZ 1.1.1 as archiving programs write it. */
export async function waczOf({ recorded, pages, signer, change = (entries) => entries }: WaczOptions): Promise<Buffer> {
  const lines = [{ format: "json-pages-1.0", id: "pages", title: "All Pages" }, ...pages];
  const files: ZipEntry[] = [
    { name: "archive/data.warc.gz", bytes: warcOf(recorded), store: true },
    { name: "pages/pages.jsonl", bytes: Buffer.from(`${lines.map((line) => JSON.stringify(line)).join("\n")}\n`) },
    { name: "indexes/index.cdx", bytes: Buffer.from("") },
  ];
  const manifest = Buffer.from(
    JSON.stringify({
      profile: "data-package",
      wacz_version: "1.1.1",
      title: "What he posted",
      software: "a test archiver 1.0",
      created: made,
      resources: files.map(({ name, bytes }) => ({
        name: name.split("/").at(-1),
        path: name,
        hash: `sha256:${hash(bytes)}`,
        bytes: bytes.byteLength,
      })),
    }),
  );
  const digest = `sha256:${hash(manifest)}`;
  const signedData = signer ? await signed(digest, signer) : undefined;
  const given = { path: "datapackage.json", hash: digest, ...(signedData ? { signedData } : {}) };
  return zipOf(
    change([
      ...files,
      { name: "datapackage.json", bytes: manifest },
      { name: "datapackage-digest.json", bytes: Buffer.from(JSON.stringify(given)) },
    ]),
  );
}

async function signed(digest: string, { key, as, dsaEncoding = "ieee-p1363", created = made, stamp }: Signer) {
  const signature = sign("sha256", Buffer.from(digest), { key, dsaEncoding }).toString("base64");
  return {
    hash: digest,
    created,
    software: "a test signer",
    version: "0.1.0",
    signature,
    ...as,
    ...(await stamp?.(signature)),
  };
}

const hash = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");
