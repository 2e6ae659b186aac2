import { t } from "@/lib/platform/language/translate";

export type ErrorCode = "invalid" | "not_found" | "forbidden" | "conflict" | "unauthenticated";

/** An expected error that a person can act on. `fields` maps a form field to the message shown at it. */
export class AppError extends Error {
  readonly code: ErrorCode;
  readonly fields: Record<string, string>;

  constructor(code: ErrorCode, message: string, fields: Record<string, string> = {}) {
    super(message);
    this.name = "AppError";
    this.code = code;
    this.fields = fields;
  }
}

/** The submitted values equal the current ones. Nothing was written, and the person may continue. */
export class NothingChanged extends AppError {
  constructor() {
    super("conflict", t("Nothing was changed."));
    this.name = "NothingChanged";
  }
}

/** A person went faster than their pace lets them. `seconds` is the longest that they have to wait. */
export class TooOften extends AppError {
  readonly what: string;
  readonly seconds: number;

  constructor(what: string, message: string, seconds: number) {
    super("conflict", message);
    this.name = "TooOften";
    this.what = what;
    this.seconds = seconds;
  }
}

/** The current values by form field; several values for checkboxes, none for an empty field. */
export type Clash = { by: string; at: string; version: number; theirs: Record<string, string[]> };

/** Somebody changed the record since the form was rendered. Nothing was written; both wordings go back to the person. */
export class ClashError extends AppError {
  readonly clash: Clash;

  constructor(clash: Clash) {
    super(
      "conflict",
      t("Somebody changed this while you had it open. Choose below which version to keep, then save again."),
    );
    this.name = "ClashError";
    this.clash = clash;
  }
}
