import "server-only";
import { and, eq, lt } from "drizzle-orm";
import { apiAnswers } from "@/db/schema";
import { type Ctx, type TxCtx, withTransaction } from "@/lib/kernel/access/ctx";
import { sqlState, translateDatabaseError } from "@/lib/kernel/access/database-errors";
import { notingRefusals } from "@/lib/kernel/access/note-refusal";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { addHours } from "@/lib/platform/time/clock";
import { ApiRefusal } from "./operations/problems";
import { keptHours } from "./rules";
import type { Asked } from "./types";

type Sent = { key: string; operation: string; asked: Asked };

/**
 * Runs a write once for a key of a token: what is sent again gets the same answer, and two at once become one, since
 * the key is taken in the transaction of the write. What was refused took nothing, and may be sent again.
 * @throws ApiRefusal key_reused when the key came with another request; key_in_use when the other one takes long
 */
export function answerOnce(
  ctx: Ctx,
  sent: Sent,
  write: (scoped: TxCtx) => Promise<unknown>,
): Promise<{ body: unknown; repeated: boolean }> {
  return notingRefusals(ctx, { needs: null, raw: sent.asked }, () =>
    translateDatabaseError(() =>
      withTransaction(ctx, "read write", async (scoped) => {
        const { db, orgId, now } = scoped;
        const tokenId = ctx.apiToken ?? "";
        const keyHash = hashOf([tokenId, sent.key]);
        const requestHash = hashOf([sent.operation, sorted(sent.asked)]);
        const ofOrg = eq(apiAnswers.orgId, orgId);
        await db.delete(apiAnswers).where(and(ofOrg, lt(apiAnswers.madeAt, addHours(now, -keptHours))));
        const mine = and(ofOrg, eq(apiAnswers.tokenId, tokenId), eq(apiAnswers.keyHash, keyHash));
        const [taken] = await db
          .insert(apiAnswers)
          .values({ id: newId(), orgId, tokenId, keyHash, requestHash, madeAt: now })
          .onConflictDoNothing()
          .returning({ id: apiAnswers.id })
          .catch(refuseWaiting);
        if (!taken) {
          const [before] = await db.select().from(apiAnswers).where(mine);
          if (!before?.requestHash.equals(requestHash)) throw new ApiRefusal("key_reused");
          return { body: before.answer, repeated: true };
        }
        const body = await write(scoped);
        await db.update(apiAnswers).set({ answer: body }).where(mine);
        return { body, repeated: false };
      }),
    ),
  );
}

/** The other request with this key did not end within the time that Postgres waits for a lock. */
function refuseWaiting(error: unknown): never {
  throw sqlState(error) === "55P03" ? new ApiRefusal("key_in_use") : error;
}

/** Under a key of the server: what was sent cannot be guessed from it. */
const hashOf = (parts: unknown): Buffer => keyedToken(deriveKey(env().KEK, "api"), JSON.stringify(parts));

/** The same object with its fields in one order, however they were sent. */
function sorted(sent: unknown): unknown {
  if (Array.isArray(sent)) return sent.map(sorted);
  if (typeof sent !== "object" || sent === null) return sent;
  const fields = Object.entries(sent).map(([name, value]) => [name, sorted(value)] as const);
  return Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
