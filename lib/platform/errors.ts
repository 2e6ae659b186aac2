export type ErrorCode = "invalid" | "not_found" | "forbidden" | "conflict" | "unauthenticated";

/** An expected refusal that a person can act on. `fields` maps a form field to the message shown beside it. */
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
