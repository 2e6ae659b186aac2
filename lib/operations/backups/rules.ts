import { ErasedLine } from "./input";
import { BackupError } from "./types";

export const dataEnding = ".tar.age";
export const keysEnding = ".keys.age";
/** The newest list of destroyed keys, next to the backups. */
export const erasedName = "erased.jsonl";

const name = /^crossdocket-\d{8}T\d{9}Z(\.tar|\.keys)\.age$/;

/** `crossdocket-20261126T011341042Z`, from an instant in UTC: names sort as they were made. */
export const backupName = (at: Date): string => `crossdocket-${at.toISOString().replaceAll(/[-:.]/g, "")}`;

/** The backups among the names of a folder, newest first; both files of one go together. */
export function listBackups(names: readonly string[]): string[] {
  const stems = names.filter((label) => name.test(label) && label.endsWith(dataEnding));
  return stems
    .map((stem) => stem.slice(0, -dataEnding.length))
    .sort()
    .reverse();
}

/** The backups beyond the newest `keep`, with their key rings. */
export function findOld(names: readonly string[], keep: number): string[] {
  const old = listBackups(names).slice(keep);
  return names.filter((label) => name.test(label) && old.some((stem) => label.startsWith(`${stem}.`)));
}

/** Public keys out of a setting: split by commas, spaces or lines, with lines that begin with # left out. */
export function readRecipients(text: string): string[] {
  const lines = text.split("\n").filter((line) => !line.trim().startsWith("#"));
  const found = lines.flatMap((line) => line.split(/[\s,]+/)).filter((value) => value !== "");
  const wrong = found.find((value) => !/^age1[a-z0-9]+$/.test(value));
  if (!wrong) return found;
  const secret = wrong.toUpperCase().startsWith("AGE-SECRET-KEY");
  const why = secret ? "That is a secret key: it must never lie on the server." : "A public key begins with age1.";
  throw new BackupError("no_recipients", `A recipient of backups cannot be used. ${why}`);
}

/** Secret keys out of a key file as age-keygen writes it. */
export function readIdentities(text: string): string[] {
  const found = text.split(/\s+/).filter((part) => part.startsWith("AGE-SECRET-KEY-"));
  if (found.length > 0) return found;
  throw new BackupError("wrong_key", "There is no secret key in that file: it begins with AGE-SECRET-KEY-.");
}

/** Ids of destroyed keys out of JSON lines such as `{"keyId":"..."}`. */
export function readErased(text: string): string[] {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return [...new Set(lines.map((line, at) => keyOf(line, at + 1)))];
}

function keyOf(line: string, no: number): string {
  try {
    return ErasedLine.parse(JSON.parse(line)).keyId.toLowerCase();
  } catch {
    throw new BackupError("broken", `Line ${no} of the list of erasures cannot be read. Nothing was restored.`);
  }
}

/** Rows in a piece of COPY's text format: a line break inside a value is written as two other letters. */
export function countRows(piece: Uint8Array): number {
  let rows = 0;
  for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) rows += 1;
  return rows;
}
