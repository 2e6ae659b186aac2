import { expect, test } from "vitest";
import { makePlace } from "@/tests/support/file-places";
import { madeUpStream } from "@/tests/support/files";

test("memory does not grow with the file: 300 MB, received and read again", async () => {
  const size = 300 * 1024 * 1024;
  const place = await makePlace();
  const before = process.memoryUsage().rss;
  let peak = before;
  const watch = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage().rss);
  }, 10);
  const received = await place.files.receive(madeUpStream(size), { maxBytes: size, expectedSize: size });
  let read = 0;
  for await (const chunk of (await place.files.open(received.fileId)).stream) read += chunk.byteLength;
  clearInterval(watch);
  await place.remove();
  expect([received.size, read]).toEqual([size, size]);
  // A file that is held anywhere on its way costs all of its size; what a busy machine has not cleared away yet is far less.
  expect(peak - before).toBeLessThan(size * 0.7);
}, 60_000);
