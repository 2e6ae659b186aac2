import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { applyRateLimit } from "@/lib/kernel/access/rate-limits";
import { answerOnce } from "./answer-once";
import type { ApiOperation, Asked } from "./types";

/** What a request brings besides its bytes. `key`: its Idempotency-Key, null for none. */
type Request = { asked: Asked; key: string | null };

type Answered = { status: number; body: unknown; repeated: boolean };

/**
 * Runs an operation that reads, or one that writes: with a key once, whatever how often it is sent.
 * @throws AppError; ApiRefusal key_reused
 */
export async function runOperation(
  ctx: Ctx,
  operation: ApiOperation & { kind: "reading" | "writing" },
  { asked, key }: Request,
): Promise<Answered> {
  const { status } = operation;
  if (operation.kind === "reading") return { status, body: await operation.read(ctx, asked), repeated: false };
  if (key === null) return { status, body: await operation.write(ctx, asked), repeated: false };
  if (operation.pace) await applyRateLimit(ctx, operation.pace);
  const kept = await answerOnce(ctx, { key, operation: operation.id, asked }, (scoped) =>
    operation.write(scoped, asked),
  );
  return { status, ...kept };
}
