import { globSync, readFileSync } from "node:fs";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { ask } from "@/db/client";
import { ctxFromToken } from "@/lib/auth/sessions/ctx-from-token";
import { whileSignedIn } from "@/lib/auth/sessions/while-signed-in";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { receiveUpload } from "@/lib/evidence/exhibits/receive-upload";
import { uploadProgress } from "@/lib/evidence/exhibits/upload-progress";
import { about } from "@/tests/support/exhibit";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { sessionBy } from "@/tests/support/sessions";

const within = 5_000;
let org: Org;
let person: Person;

beforeAll(async () => {
  org = await makeOrg();
  person = await org.person("caseworker");
});

/** A session of its own, and what ends it. */
async function session() {
  const token = await sessionBy(person.loginId, "passkey");
  const ctx = await ctxFromToken(token);
  if (!ctx) throw new Error("The session did not open.");
  return { ctx, end: () => ask(sql`select auth.end_session(${token})`) };
}

/** Gives a piece each 50 ms, for ever; tells whether it was told to stop. */
function dripping() {
  const seen = { stopped: false };
  const stream = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      controller.enqueue(new Uint8Array(1024));
    },
    cancel() {
      seen.stopped = true;
    },
  });
  return { stream, seen };
}

/** What comes of it in the time that it has; what goes on flowing fails here, not a minute later. */
function inTime<T>(outcome: Promise<T>): Promise<T | "flows on"> {
  return Promise.race([outcome, new Promise<"flows on">((resolve) => setTimeout(resolve, within, "flows on"))]);
}

async function readAll(stream: ReadableStream<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const piece of stream) size += piece.byteLength;
  return size;
}

describe("what flows under a session", () => {
  test("a download stops within five seconds of its end, and its source with it", async () => {
    const { ctx, end } = await session();
    const { stream, seen } = dripping();
    const reading = readAll(whileSignedIn(ctx, stream)).catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 2_500));
    await end();
    expect(await inTime(reading)).toMatchObject({ code: "unauthenticated" });
    expect(seen.stopped).toBe(true);
  });

  test("one that nobody reads on stops all the same: not a byte more comes when it is read again", async () => {
    const { ctx, end } = await session();
    const { stream, seen } = dripping();
    const reader = whileSignedIn(ctx, stream, 100).getReader();
    await reader.read();
    await end();
    await new Promise((resolve) => setTimeout(resolve, 600));
    await expect(reader.read()).rejects.toMatchObject({ code: "unauthenticated" });
    expect(seen.stopped).toBe(true);
  });

  test("an upload stops too, and becomes no exhibit", async () => {
    const { ctx, end } = await session();
    const caseId = await plantCase(person.ctx);
    const size = 100 * 1024 * 1024;
    const { id: uploadId } = await announceUpload(ctx, { caseId, ...about, size });
    const { stream } = dripping();
    const body = whileSignedIn(ctx, stream, 300);
    const sending = receiveUpload(
      ctx,
      { uploadId, size, body, offset: 0, signal: new AbortController().signal },
      async () => ctx,
    );
    const outcome = sending.catch((error: unknown) => error);
    await new Promise((resolve) => setTimeout(resolve, 300));
    await end();
    expect(await inTime(outcome)).toBeInstanceOf(Error);
    expect(await uploadProgress(person.ctx, uploadId)).toMatchObject({ receipt: null });
  });

  test("while it stands everything comes whole, and an end or a cancel leaves no timer behind", async () => {
    const { ctx } = await session();
    const bytes = new Uint8Array(300_000).fill(7);
    expect(await readAll(whileSignedIn(ctx, new Blob([bytes]).stream(), 1))).toBe(bytes.length);
    const { stream, seen } = dripping();
    await whileSignedIn(ctx, stream, 1).cancel();
    expect(seen.stopped).toBe(true);
  });

  test("every route that streams does it this way", () => {
    const routes = globSync("app/api/**/*.ts").map((file) => ({ file, text: readFileSync(file, "utf8") }));
    const bare = routes.filter(({ text }) => /new Response\(stream\b|body: request\.body|body, size/.test(text));
    expect(bare.map(({ file }) => file)).toEqual([]);
    expect(routes.filter(({ text }) => text.includes("whileSignedIn(")).length).toBeGreaterThanOrEqual(7);
  });
});
