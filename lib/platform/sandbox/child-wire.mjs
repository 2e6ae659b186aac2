/** The input: the first bytes at once, the whole only on request, so that a large irrelevant file is not read. */
export function openInput(stream, size) {
  const chunks = stream[Symbol.asyncIterator]();
  let held = Buffer.alloc(0);

  async function readUpTo(wanted) {
    if (held.byteLength >= wanted) return held.subarray(0, wanted);
    const all = Buffer.allocUnsafe(wanted);
    let filled = held.copy(all);
    while (filled < wanted) {
      const { value, done } = await chunks.next();
      if (done) break;
      filled += value.copy(all, filled);
    }
    held = all.subarray(0, filled);
    return held;
  }

  return { head: (bytes) => readUpTo(Math.min(bytes, size)), whole: () => readUpTo(size) };
}

/** One frame: length of the head, length of the body (both 32 bits, big-endian), the head as JSON, the body. */
export function sendFrame(stream, head, body = Buffer.alloc(0)) {
  const json = Buffer.from(JSON.stringify(head));
  const lengths = Buffer.alloc(8);
  lengths.writeUInt32BE(json.byteLength, 0);
  lengths.writeUInt32BE(body.byteLength, 4);
  return new Promise((resolve, reject) => {
    stream.write(Buffer.concat([lengths, json, body]), (error) => (error ? reject(error) : resolve()));
  });
}
