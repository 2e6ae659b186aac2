import { type Law, type LawDraft, loadLaw } from "./load-law";
import { mergeLaw } from "./merge-law";
import { readLawFolder } from "./read-folder";
import law from "./release/law.json";

/** Written by `npm run law` from the files in data/, which people write; a test says when it is not the same. */
const release = law as unknown as LawDraft;

/**
 * The law of this release, merged with a folder of data if one is named: another pair is such a folder.
 * @throws Error that names the file, the path and the reason
 */
export function houseLawWith(folder: string | undefined): Law {
  if (!folder) return loadLaw(release);
  const { law, words, files } = readLawFolder(folder);
  const [file] = Object.keys(words);
  if (file) throw new Error(`${folder}: words/${file}: these words are those of the release`);
  return loadLaw(mergeLaw(release, law), files);
}

/** The law of this installation. Read and checked when the module is first used; LAW_DIR names the folder. */
export const houseLaw: Law = houseLawWith(typeof window === "undefined" ? process.env.LAW_DIR : undefined);
