import "server-only";
import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { Busboy } from "@fastify/busboy";

export type MultipartFile = {
  /** As its sender named it. */
  name: string;
  type: string;
  /** What was typed in the fields before it. */
  fields: Readonly<Record<string, string>>;
  body: ReadableStream<Uint8Array>;
};

type Limits = { maxFiles: number; maxFileBytes: number; maxFieldBytes: number };

/**
 * Reads a form with files as it arrives: nothing is held in memory, one file after another. @param keep stores one file; what it throws ends the reading
 * @returns the fields, and how many files there were
 * @throws Error for what is no such form, when the line breaks, and when there are more files than the limit, of which
 * those before it were kept
 */
export async function readMultipart(
  request: Request,
  { maxFiles, maxFileBytes, maxFieldBytes }: Limits,
  keep: (file: MultipartFile) => Promise<void>,
): Promise<{ fields: Record<string, string>; files: number }> {
  const type = request.headers.get("content-type") ?? "";
  if (!request.body || !/^multipart\/form-data/i.test(type)) throw new Error("This is no form with files.");
  const parser = new Busboy({
    headers: { "content-type": type },
    limits: {
      files: maxFiles,
      fileSize: maxFileBytes + 1,
      fields: 20,
      fieldSize: maxFieldBytes,
      fieldNameSize: 100,
      headerPairs: 50,
      parts: maxFiles + 20,
    },
  });
  const fields: Record<string, string> = {};
  let files = 0;
  let isCut = false;
  let kept: Promise<void> = Promise.resolve();
  const source = Readable.fromWeb(request.body as NodeStream);
  return new Promise((resolve, reject) => {
    const fail = (error: unknown) => {
      source.unpipe(parser);
      source.destroy();
      reject(error);
    };
    parser.on("field", (name, value) => {
      fields[name] = value;
    });
    parser.on("file", (_field, stream, name, _encoding, mime) => {
      // A file field in which nothing was chosen.
      if (!name) return stream.resume();
      files += 1;
      const file = {
        name,
        type: mime,
        fields: { ...fields },
        body: Readable.toWeb(stream) as ReadableStream<Uint8Array>,
      };
      kept = kept.then(() => keep(file));
      kept.catch(fail);
    });
    parser.on("filesLimit", () => {
      isCut = true;
    });
    parser.on("error", fail);
    source.on("error", fail);
    parser.on("finish", () => {
      if (isCut) kept = kept.then(() => Promise.reject(new Error("There are more files than are taken at once.")));
      kept.then(() => resolve({ fields, files }), fail);
    });
    source.pipe(parser);
  });
}
