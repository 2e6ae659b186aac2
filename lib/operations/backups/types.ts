/** Why a backup could not be made or restored. The target is unchanged. */
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

/** An expected failure, worded for the person who runs the command. Never contains a database value. */
export class BackupError extends Error {
  readonly fault: BackupFault;

  constructor(fault: BackupFault, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "BackupError";
    this.fault = fault;
  }
}

/** Bytes of the archive processed; `total` is null while unknown. */
export type Progress = (stage: "copying" | "checking" | "restoring", bytes: number, total: number | null) => void;

/**
 * The contents of a backup, as reported and recorded. Sizes in bytes; `missing` counts files that records name and that
 * do not exist.
 */
export type BackupCounts = { tables: number; rows: number; files: number; bytes: number; missing: number };

/** The keys of an installation by the names of their files in DATA_DIR/secrets. */
export type KeyRing = Record<string, string>;
