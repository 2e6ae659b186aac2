import "server-only";
import { readFile } from "node:fs/promises";
import { env } from "@/lib/platform/env";
import { readTrusted, type Trusted } from "./path";

/** `name` is the host with its port: what is kept and shown. The whole address may hold a password. */
export type Authority = { name: string; url: string };

/** The time authorities of the settings, in their order; none is usual. */
export function authorities(): Authority[] {
  return (env().TSA_URLS ?? []).map((url) => ({ name: new URL(url).host, url }));
}

let kept: { pem: string; trusted: Trusted } | undefined;

/** The certificates of TSA_CA_FILE, read again when the file changed. @throws Error when they cannot be read */
export async function trustedRoots(): Promise<Trusted> {
  const { TSA_CA_FILE } = env();
  if (!TSA_CA_FILE) throw new Error("TSA_CA_FILE is not set.");
  const pem = await readFile(TSA_CA_FILE, "utf8");
  if (kept?.pem !== pem) kept = { pem, trusted: readTrusted(pem) };
  return kept.trusted;
}
