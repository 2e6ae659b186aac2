import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { AppError } from "@/lib/platform/errors";

/** How often a session is rechecked while bytes are sent under it. */
const everyMs = 2_000;

/**
 * A stream that ends with its session: within seconds after somebody signs out, is removed or loses a first-contact
 * link, even if the receiver reads slowly. It also stops if the check fails.
 * @param alsoStands a further condition while bytes are sent: that the client's release still covers this officer
 */
export function whileSignedIn(
  ctx: Ctx,
  source: ReadableStream<Uint8Array>,
  every = everyMs,
  alsoStands: () => Promise<boolean> = async () => true,
): ReadableStream<Uint8Array> {
  const reader = source.getReader();
  let timer: NodeJS.Timeout | undefined;
  const look = async (controller: ReadableStreamDefaultController<Uint8Array>) => {
    if ((await isSignedIn(ctx)) && (await alsoStands().catch(() => false))) {
      if (timer) timer = setTimeout(look, every, controller);
      return;
    }
    controller.error(new AppError("unauthenticated", t("Sign in again.")));
    await reader.cancel().catch(() => undefined);
  };
  const rest = () => {
    clearTimeout(timer);
    timer = undefined;
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        timer = setTimeout(look, every, controller);
      },
      async pull(controller) {
        try {
          const { done, value } = await reader.read();
          if (!done) return controller.enqueue(value);
          rest();
          controller.close();
        } catch (error) {
          rest();
          throw error;
        }
      },
      cancel(reason) {
        rest();
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

/** By the session and not by its token: a fresh proof in another tab cuts off nothing that is on its way. */
async function isSignedIn(ctx: Ctx): Promise<boolean> {
  if (!ctx.sessionId) return withTransaction(ctx, "read only", async () => true).catch(() => false);
  const asked = ask<{ stands: boolean }>(sql`select auth.stands(${ctx.sessionId}::uuid) as stands`);
  return asked.then(([row]) => row?.stands === true).catch(() => false);
}
