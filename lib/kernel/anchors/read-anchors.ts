import "server-only";
import { createReadStream, existsSync } from "node:fs";
import { createInterface } from "node:readline";
import { z } from "zod";
import type { Anchored, AnchorsOf } from "@/lib/kernel/audit/types";
import { env } from "@/lib/platform/env";
import { filePlaces } from "@/lib/platform/storage/file-storage";
import { anchorsFile, checkSignature } from "./access";
import type { AnchorLine, OutsideAnchor } from "./types";

const Line = z.object({
  organisation: z.uuid(),
  seq: z.number().int().positive(),
  hash: z.string().regex(/^[0-9a-f]{64}$/),
  at: z.string().default(""),
  madeAt: z.string().default(""),
  begins: z.literal(true).optional(),
  signature: z.base64().optional(),
  token: z.base64().optional(),
});

/** What is recorded outside the database about one organisation's log: each line, and the hashes by entry number. */
export type OutsideOf = { lines: readonly OutsideAnchor[]; anchors: AnchorsOf };

export type AllAnchors = {
  organisations: ReadonlyMap<string, OutsideOf>;
  /** Lines that a crash or a hand left unreadable. */
  unreadable: number;
};

type Options = {
  /** One organisation; all when left out. */
  only?: string;
  /** A file kept elsewhere: a copy of the anchors, or mails that contain some. Other lines are ignored. */
  also?: string;
  /** The public key to verify signatures with, if not our own. */
  publicPem?: string;
};

type Kept = { lines: OutsideAnchor[]; anchors: Map<number, Anchored[]> };
type Reading = { organisations: Map<string, Kept>; unreadable: number; publicPem?: string };

const none = (): Kept => ({ lines: [], anchors: new Map() });

/** The anchors outside the database: the file, line by line, and the bucket if there is one. */
export async function readAnchors({ only, also, publicPem }: Options = {}): Promise<AllAnchors> {
  const reading: Reading = { organisations: new Map(), unreadable: 0, publicPem };
  const file = anchorsFile();
  if (existsSync(file)) {
    for await (const line of linesOf(file)) if (!only || line.includes(only)) add(reading, line, "file");
  }
  if (env().S3_BUCKET) await readBucket(reading, only);
  if (also) for await (const line of linesOf(also)) if (line.startsWith("{")) add(reading, line, "elsewhere");
  const { organisations, unreadable } = reading;
  return { unreadable, organisations: only ? new Map([[only, organisations.get(only) ?? none()]]) : organisations };
}

const linesOf = (file: string) => createInterface({ input: createReadStream(file), crlfDelay: Infinity });

async function readBucket(reading: Reading, only: string | undefined): Promise<void> {
  const { store } = filePlaces();
  for await (const { key } of store.list(only ? `anchors/${only}` : "anchors")) {
    const found = await store.stat(key);
    const pieces: Uint8Array[] = [];
    for await (const piece of await store.read(key, 0, found?.size ?? 0)) pieces.push(piece);
    add(reading, Buffer.concat(pieces).toString("utf8"), "elsewhere");
  }
}

function add(reading: Reading, text: string, from: OutsideAnchor["from"]): void {
  if (text.trim() === "") return;
  const line = parse(text);
  if (!line) {
    reading.unreadable += 1;
    return;
  }
  const { organisation, seq, hash, at, madeAt, begins = false, token } = line;
  const ofOrg = reading.organisations.get(organisation) ?? none();
  reading.organisations.set(organisation, ofOrg);
  ofOrg.lines.push({ seq, hash, at, madeAt, begins, from, signed: checkSignature(line, reading.publicPem) });
  const ofSeq = ofOrg.anchors.get(seq) ?? [];
  ofOrg.anchors.set(seq, ofSeq);
  const known = ofSeq.find((anchored) => anchored.hash === hash) ?? { hash, tokens: [] };
  if (!ofSeq.includes(known)) ofSeq.push(known);
  if (token) known.tokens.push(Buffer.from(token, "base64"));
}

function parse(text: string): AnchorLine | null {
  try {
    return Line.parse(JSON.parse(text));
  } catch {
    return null;
  }
}
