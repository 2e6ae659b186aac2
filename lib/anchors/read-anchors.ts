import "server-only";
import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { Anchored, AnchorsOf } from "@/lib/audit/types";
import { env } from "@/lib/platform/env";
import { filePlaces } from "@/lib/platform/storage/file-storage";
import { anchorsFile } from "./scope";

const Line = z.object({
  organisation: z.uuid(),
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  token: z.base64().optional(),
});

export type AllAnchors = {
  organisations: ReadonlyMap<string, AnchorsOf>;
  /** Lines that a crash or a hand left unreadable. */
  unreadable: number;
};

type Reading = { organisations: Map<string, Map<number, Anchored[]>>; unreadable: number };

/**
 * What was anchored outside the database: the file, line by line, and the bucket where there is one.
 * @param only one organisation; all when left out
 */
export async function readAnchors(only?: string): Promise<AllAnchors> {
  const reading: Reading = { organisations: new Map(), unreadable: 0 };
  const file = anchorsFile();
  if (existsSync(file)) {
    for await (const line of createInterface({ input: createReadStream(file), crlfDelay: Infinity })) {
      if (!only || line.includes(only)) add(reading, line);
    }
  }
  if (env().S3_BUCKET) await readBucket(reading, only);
  return only
    ? { ...reading, organisations: new Map([[only, reading.organisations.get(only) ?? new Map()]]) }
    : reading;
}

async function readBucket(reading: Reading, only: string | undefined): Promise<void> {
  const { store } = filePlaces();
  for await (const { key } of store.list(only ? `anchors/${only}` : "anchors")) {
    const found = await store.stat(key);
    const pieces: Uint8Array[] = [];
    for await (const piece of await store.read(key, 0, found?.size ?? 0)) pieces.push(piece);
    add(reading, Buffer.concat(pieces).toString("utf8"));
  }
}

function add(reading: Reading, text: string): void {
  if (text.trim() === "") return;
  const line = parse(text);
  if (!line) {
    reading.unreadable += 1;
    return;
  }
  const ofOrg = reading.organisations.get(line.organisation) ?? new Map<number, Anchored[]>();
  reading.organisations.set(line.organisation, ofOrg);
  const ofSeq = ofOrg.get(line.seq) ?? [];
  ofOrg.set(line.seq, ofSeq);
  const known = ofSeq.find(({ hash }) => hash === line.hash) ?? { hash: line.hash, tokens: [] };
  if (!ofSeq.includes(known)) ofSeq.push(known);
  if (line.token) known.tokens.push(Buffer.from(line.token, "base64"));
}

function parse(text: string): z.output<typeof Line> | null {
  try {
    return Line.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
