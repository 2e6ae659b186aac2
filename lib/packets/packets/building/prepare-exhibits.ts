import "server-only";
import { type SealedFiles, StorageError } from "@/lib/platform/storage/storage";
import { oneAhead } from "../one-ahead";
import { CannotBuild, StoppedByPerson, storageReason } from "../rules";
import type { PreparedExhibit, PreparedPage } from "../snapshot/snapshot";
import type { ExhibitFile } from "../snapshot/take-snapshot";
import type { Begun } from "./begin-assembly";
import { type Protected, prepareExhibit } from "./prepare-exhibit";
import type { Note } from "./throttle-progress";

/**
 * Reads every original again and prepares each for print. A packet is never built over a file that is not the one that
 * was received. @throws CannotBuild that names the exhibit
 */
export async function prepareExhibits(
  originals: SealedFiles,
  { files, ...given }: Pick<Begun, "files" | "secrets" | "covers">,
  note: Note,
): Promise<PreparedExhibit[]> {
  const prepared: PreparedExhibit[] = [];
  const prepare = oneAhead(files, (file) => naming(file.code, () => prepareOne(originals, file, given)));
  for (const [i, file] of files.entries()) {
    await note("exhibits", i, files.length, file.code);
    try {
      prepared.push(await prepare(file));
    } catch (error) {
      await note("exhibits", i, files.length, file.code, "last");
      throw error;
    }
  }
  return prepared;
}

async function prepareOne(originals: SealedFiles, file: ExhibitFile, given: Protected): Promise<PreparedExhibit> {
  if (file.fileId === null) throw new CannotBuild("its file is still being sealed. Try again in a minute.");
  const prepared = await prepareExhibit(originals, file, given);
  if (!prepared) throw new CannotBuild("the stored file no longer matches its hash.");
  return { ...prepared, pages: prepared.pages.map((page) => openNaming(file.code, page)) };
}

/** A page that fails to open later, when it is written, still names its exhibit. */
function openNaming(code: string, page: PreparedPage): PreparedPage {
  return page.kind === "not_shown" ? page : { ...page, open: () => naming(code, page.open) };
}

async function naming<T>(code: string, act: () => Promise<T>): Promise<T> {
  try {
    return await act();
  } catch (error) {
    if (error instanceof StoppedByPerson) throw error;
    throw new CannotBuild(`${code}: ${whyOf(error)}`, { cause: error });
  }
}

function whyOf(error: unknown): string {
  if (error instanceof CannotBuild) return error.message;
  const known = error instanceof StorageError ? storageReason(error.fault) : null;
  return known ?? "it could not be prepared for print. Leave it out, or tell the administrator.";
}
