import type { OpenClientPage } from "@/lib/auth/client-page/ctx-from-client-page";
import { slowClient } from "@/lib/auth/client-page/slow-client";
import { announceFile } from "@/lib/client/files/announce-file";
import { takesFiles } from "@/lib/client/files/queries";
import { receiveWholeFile } from "@/lib/client/files/receive-whole-file";
import { maxClientFileBytes } from "@/lib/client/files/rules";
import type { WordingKey } from "@/lib/client/wording/languages/en";
import { AppError } from "@/lib/platform/errors";
import { readMultipart } from "@/lib/platform/multipart/read-multipart";
import { StorageError } from "@/lib/platform/storage/storage";
import { goTo, jsonAnswer, pageAnswer } from "../_page/answers";
import { drawFilesPage } from "../_page/files";
import { onOwnPage } from "../_page/read-page";

/** The form for handing over files. */
export async function GET(request: Request): Promise<Response> {
  return onOwnPage(request, async ({ open, where }) =>
    pageAnswer(drawFilesPage(where, { takes: await takesFiles(open.ctx) })),
  );
}

/** With the script: what will be sent, as JSON. Without: the form itself, with the files in it. */
export async function POST(request: Request): Promise<Response> {
  return onOwnPage(request, async ({ open, where }) => {
    if (request.headers.get("content-type") === "application/json") return announce(request, open);
    const { problem, typed } = await receiveForm(request, open);
    if (!problem) return goTo(where.to("/p?said=fileWaiting"));
    const page = drawFilesPage(where, { takes: problem !== "fileStopped", error: problem, typed });
    return pageAnswer(page, { status: 422 });
  });
}

const maxAnnounced = 64 * 1024;

async function announce(request: Request, { ctx, pageId }: OpenClientPage): Promise<Response> {
  if (!(Number(request.headers.get("content-length") ?? Number.NaN) <= maxAnnounced)) return jsonAnswer(413, {});
  if (!(await slowClient(pageId, "announce"))) return jsonAnswer(429, {});
  try {
    return jsonAnswer(201, await announceFile(ctx, await request.json()));
  } catch (error) {
    if (error instanceof AppError) return jsonAnswer(error.code === "invalid" ? 413 : 409, {});
    if (error instanceof SyntaxError) return jsonAnswer(400, {});
    throw error;
  }
}

type Taken = { problem?: WordingKey; typed: { what: string; when: string; where: string } };

/** What is wrong; nothing when all files are here. Those that arrived before something went wrong are kept. */
async function receiveForm(request: Request, { ctx, pageId, keyId }: OpenClientPage): Promise<Taken> {
  const typed = { what: "", when: "", where: "" };
  if (!(await takesFiles(ctx))) return { problem: "fileStopped", typed };
  if (!(await slowClient(pageId, "announce"))) return { problem: "tooOften", typed };
  const limits = { maxFiles: 50, maxFileBytes: maxClientFileBytes, maxFieldBytes: 4000 };
  try {
    const { files, fields } = await readMultipart(request, limits, async ({ name, type, fields: said, body }) => {
      Object.assign(typed, { what: said.what ?? "", when: said.when ?? "", where: said.where ?? "" });
      await receiveWholeFile(ctx, { keyId, words: { fileName: name, fileType: type, ...typed }, body });
    });
    Object.assign(typed, { what: fields.what ?? "", when: fields.when ?? "", where: fields.where ?? "" });
    return files === 0 ? { problem: "filesNone", typed } : { typed };
  } catch (error) {
    if (error instanceof StorageError && error.fault === "too_large") return { problem: "fileLarge", typed };
    return { problem: "fileBroken", typed };
  }
}
