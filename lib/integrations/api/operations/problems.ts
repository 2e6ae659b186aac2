import "server-only";
import { isUnconfirmed } from "@/lib/kernel/access/note-refusal";
import { AppError, ClashError, TooOften } from "@/lib/platform/errors";
import { type ProblemKind, pointerOf, problemWords, withoutSent } from "../rules";
import type { Problem } from "../types";

/** What the API itself refuses, before or beside a command. */
export class ApiRefusal extends AppError {
  readonly kind: ProblemKind;

  constructor(kind: ProblemKind) {
    super(kind === "scope-missing" ? "forbidden" : "conflict", problemWords[kind].title);
    this.name = "ApiRefusal";
    this.kind = kind;
  }
}

/** The problem of a kind, with nothing but what stands in the table. */
export function problemOf(kind: ProblemKind, errors?: Problem["errors"]): Problem {
  const { status, title, detail } = problemWords[kind];
  const type = `urn:crossdocket:problem:${kind.replaceAll("_", "-")}`;
  return { type, title, status, detail, ...(errors ? { errors } : {}) };
}

/**
 * An expected error as a problem; null for any other. What a schema says of a field is kept, unless it repeats what was
 * sent. What a command says may name other records, so only its fields are.
 * @param isOfSchema the input was refused before the command looked at any record
 */
export function problemFrom(error: unknown, sent: unknown, isOfSchema: boolean): Problem | null {
  if (!(error instanceof AppError)) return null;
  if (error instanceof ApiRefusal) return problemOf(error.kind);
  if (error instanceof TooOften) return problemOf("too_often");
  if (error instanceof ClashError) return problemOf("version");
  if (isUnconfirmed(error)) return problemOf("step-up-required");
  const fields = Object.entries(error.fields);
  const named = (say: (message: string) => string) =>
    fields.map(([field, message]) => ({ pointer: pointerOf(field), detail: say(message) }));
  if (error.code !== "invalid") return problemOf(error.code, fields.length > 0 ? named(refused) : undefined);
  return isOfSchema
    ? problemOf(
        "invalid",
        named((message) => withoutSent(message, sent)),
      )
    : problemOf("refused", named(refused));
}

const refused = () => problemWords.refused.title;
