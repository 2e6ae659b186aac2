/** Runs a writer to its end and gives its bytes in one piece, for documents that are small. */
export async function collectBytes<T>(writer: AsyncGenerator<Uint8Array, T>): Promise<T & { bytes: Uint8Array }> {
  const parts: Uint8Array[] = [];
  for (;;) {
    const step = await writer.next();
    if (step.done) return { ...step.value, bytes: Buffer.concat(parts) };
    parts.push(step.value);
  }
}
