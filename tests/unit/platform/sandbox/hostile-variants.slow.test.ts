import { createServer, type Server } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import { fileKinds } from "@/lib/evidence/exhibits/types";
import { createSandbox } from "@/lib/platform/sandbox/sandbox";
import { classes, makeVariants, type Variant } from "@/tests/fixtures/hostile/variants";

const looker = createSandbox({ places: 3, inspectMs: 8_000, renderMs: 10_000, pageMs: 4_000 });
const called: string[] = [];
let server: Server;
let variants: Variant[];

beforeAll(async () => {
  server = createServer((request, response) => {
    called.push(request.url ?? "");
    response.end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  variants = await makeVariants(`http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`);
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

/** Small pictures of ours, or nothing: whatever the file is. */
const starts = { jpeg: "ffd8ff", png: "89504e" } as const;

async function wrongWith({ name, bytes }: Variant): Promise<string[]> {
  const wrong: string[] = [];
  const open = async () => new Response(Buffer.from(bytes)).body as ReadableStream<Uint8Array>;
  const onPage = async ({ bytes: drawn, format }: { bytes: Uint8Array; format: keyof typeof starts }) => {
    if (Buffer.from(drawn).toString("hex", 0, 3) !== starts[format]) wrong.push(`${name}: a page is no ${format}`);
  };
  const { inspection, metadata } = await looker.lookInto(
    { size: bytes.byteLength, open },
    { maxPages: 3, dpi: 40, onPage },
  );
  if (!fileKinds.includes(inspection.kind)) wrong.push(`${name}: it is ${inspection.kind}`);
  if (metadata.some(({ value }) => /\p{Cc}/u.test(value.replaceAll(/[\t\n]/g, ""))))
    wrong.push(`${name}: a control sign`);
  return wrong;
}

test("more than two hundred further files in 14 classes: each gets an answer, runs nothing and calls nobody", {
  timeout: 300_000,
}, async () => {
  expect(variants.length).toBeGreaterThanOrEqual(200);
  expect(new Set(variants.map(({ of }) => of))).toEqual(new Set(classes));
  expect(classes).toHaveLength(14);
  expect(new Set(variants.map(({ name }) => name)).size).toBe(variants.length);
  const before = process.memoryUsage().rss;
  const wrong: string[] = [];
  const left = [...variants];
  const lane = async () => {
    for (let variant = left.shift(); variant; variant = left.shift()) wrong.push(...(await wrongWith(variant)));
  };
  await Promise.all([lane(), lane(), lane()]);
  expect(wrong).toEqual([]);
  expect(called).toEqual([]);
  expect((process.memoryUsage().rss - before) / 2 ** 20).toBeLessThan(100);
});
