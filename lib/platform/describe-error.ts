/** What may be written down of an error. A message may hold what somebody typed, so it never is. */
export type Described = { kind: string; code?: string; digest?: string; causes?: string[]; at?: string[] };

/** Errors that are already logged, so that nobody logs them again. */
export const noted = new WeakSet<object>();

/** Names of kinds and codes as programs write them: `TypeError`, `23505`, `ERR_TLS_CERT_ALTNAME_INVALID`. */
const word = /^\w{1,60}$/;
const digestShape = /^[\w@-]{1,40}$/;
const frame = /^ {4}at .*?((?:app|bin|db|lib|\.next|node_modules)\/[\w@./()[\]-]+:\d+:\d+)\)?$/;
/** The prefix of the message in a stack trace: `TypeError: `, `Error [ERR_X]: `. */
const header = /^\w{1,60}(?: \[\w{1,60}\])?(?:: )?/;
const mostFrames = 6;
const mostCauses = 4;

/** Kind, code, number on the page, kinds of what caused it, and where in the code: nothing of what it says. */
export function describeError(error: unknown): Described {
  if (typeof error !== "object" || error === null) return { kind: typeof error };
  const [digest] = worded(error, "digest", digestShape);
  const [code] = worded(error, "code", word);
  const causes = causesOf(error);
  const at = framesOf(error);
  return {
    kind: kindOf(error),
    ...(code ? { code } : {}),
    ...(digest ? { digest } : {}),
    ...(causes.length > 0 ? { causes } : {}),
    ...(at.length > 0 ? { at } : {}),
  };
}

function kindOf(error: object): string {
  return worded(error, "name", word)[0] ?? "unknown";
}

/** The text under a name when it has that shape, and nothing otherwise. */
function worded(error: object, name: string, shape: RegExp): string[] {
  const value: unknown = (error as Record<string, unknown>)[name];
  return typeof value === "string" && shape.test(value) ? [value] : [];
}

function causesOf(error: object): string[] {
  const messages: string[] = [];
  let { cause } = error as { cause?: unknown };
  while (typeof cause === "object" && cause !== null && messages.length < mostCauses) {
    messages.push([kindOf(cause), ...worded(cause, "code", word)].join(" "));
    ({ cause } = cause as { cause?: unknown });
  }
  return messages;
}

/** A message may contain lines that look like frames: only what follows it counts. */
function framesOf(error: object): string[] {
  if (!(error instanceof Error) || typeof error.stack !== "string") return [];
  const heading = `${header.exec(error.stack)?.[0] ?? ""}${error.message}`;
  if (!error.stack.startsWith(`${heading}\n`)) return [];
  const lines = error.stack.slice(heading.length).split("\n");
  return lines.flatMap((line) => frame.exec(line)?.[1] ?? []).slice(0, mostFrames);
}
