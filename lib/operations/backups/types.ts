/** Why a backup could not be made or put back. What it was to be put into is as it was before. */
export type BackupFault =
  | "no_recipients"
  | "wrong_key"
  | "broken"
  | "no_key_ring"
  | "wrong_key_ring"
  | "newer"
  | "other_schema"
  | "not_empty"
  | "disk_full"
  | "away"
  | "cannot_read_all";

/** An expected failure, in words for whoever runs the command. Never holds a value of the database. */
export class BackupError extends Error {
  readonly fault: BackupFault;

  constructor(fault: BackupFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "BackupError";
    this.fault = fault;
  }
}

/** Bytes of the archive that went by; `total` is null while it is not known. */
export type Progress = (stage: "copying" | "checking" | "restoring", bytes: number, total: number | null) => void;

/** What a backup held, as it is told and noted. Sizes in bytes; `missing` counts files that records name and nobody finds. */
export type BackupCounts = { tables: number; rows: number; files: number; bytes: number; missing: number };

/** The keys of an installation by the names of their files in DATA_DIR/secrets. */
export type KeyRing = Record<string, string>;
