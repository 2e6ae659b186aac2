import { numbersOf } from "@/app/(work)/cases/numbers-field";
import { findAllByNumbers } from "@/lib/casework/incidents/find-all-by-numbers";
import { announceUpload } from "@/lib/evidence/exhibits/commands/announce-upload";
import { announceUploads } from "@/lib/evidence/exhibits/commands/announce-uploads";
import { mostAnnounced } from "@/lib/evidence/exhibits/most-announced";
import type { Ctx, TxCtx } from "@/lib/kernel/access/ctx";
import { shareCommit } from "@/lib/kernel/access/share-commit";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { answer, answering } from "../answers";
import { requireSender } from "../gate";

/** Fifty long names in a script that takes three bytes a letter. */
const maxBytes = 128 * 1024;

/**
 * What will be sent, as JSON; answers with the id under which the file is then put, and whether its bytes are known.
 * With `files`, a list of at most 50, each is announced with its own fields and those beside the list: all or none, and
 * the answer is a list in that order.
 */
export async function POST(request: Request): Promise<Response> {
  return answering(async () => {
    const ctx = await requireSender(request);
    const length = Number(request.headers.get("content-length") ?? Number.NaN);
    if (!(length <= maxBytes)) return answer(413, { error: t("The description is too long.") });
    const about = await withIds(ctx, await readJson(request));
    const files = filesIn(about);
    if (files) return answer(201, await announceUploads(ctx, { files }));
    const announce = (sharing: Ctx | TxCtx) => announceUpload(sharing, about);
    return answer(201, await shareCommit(ctx, caseIn(about), announce, { rateLimit: "record" }));
  });
}

/** Each file with what is said of all; null when one file is announced. */
function filesIn(about: unknown): unknown[] | null {
  if (typeof about !== "object" || about === null || !("files" in about) || !Array.isArray(about.files)) return null;
  const { files, ...shared } = about;
  if (files.length > mostAnnounced) throw new AppError("invalid", t("Announce at most 50 files at once."));
  return files.map((file: unknown) => ({ ...shared, ...(typeof file === "object" ? file : {}) }));
}

/** The case that others are announced for; whether it is one is for the command to say. */
const caseIn = (about: unknown): string =>
  typeof about === "object" && about !== null && "caseId" in about ? String(about.caseId) : "";

/** Account and incidents may be named by their numbers, as on a case with too many to list. */
async function withIds(ctx: Ctx, about: unknown): Promise<unknown> {
  if (typeof about !== "object" || about === null) return about;
  const fields = about as Record<string, unknown>;
  const typed = (["account", "incident"] as const).flatMap((kind) => {
    const field = numbersOf(kind === "account" ? "accountId" : "incidentIds");
    const text = fields[field];
    return typeof text === "string" && text.length <= 4_000 ? [{ field, kind, text }] : [];
  });
  if (typed.length === 0) return about;
  const found = await findAllByNumbers(ctx, String(fields.caseId), typed);
  const account = found.get(numbersOf("accountId"));
  const shown = found.get(numbersOf("incidentIds"));
  return {
    ...fields,
    accountId: account ? (account[0] ?? "") : fields.accountId,
    incidentIds: shown ?? fields.incidentIds,
  };
}

async function readJson(request: Request): Promise<unknown> {
  try {
    return await request.json();
  } catch {
    throw new AppError("invalid", t("The description is not JSON."));
  }
}
