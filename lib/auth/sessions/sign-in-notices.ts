import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { type OpenSession, openSession } from "./ctx-from-token";
import { readSession } from "./session";
import type { SignInNotice } from "./types";

/** Notices that this full session's person has not dismissed, newest first. */
export async function listNotices(session: Buffer): Promise<SignInNotice[]> {
  return noticesOf(await openSession(session));
}

/** For pages: of the current session; empty if nobody is signed in. */
export async function readNotices(): Promise<SignInNotice[]> {
  return noticesOf(await readSession());
}

function noticesOf(open: OpenSession | null): SignInNotice[] {
  return (open?.notices ?? []).map(({ id, kind, device, at, may_dismiss }) => ({
    id,
    kind,
    device: device || t("an unknown browser"),
    at: new Date(at),
    mayDismiss: may_dismiss,
  }));
}

/** @throws AppError conflict in the session that it is about, and when it was put away already */
export async function dismissNotice(session: Buffer, id: unknown): Promise<void> {
  const [row] =
    typeof id === "string" && isId(id)
      ? await ask<{ done: boolean }>(sql`select auth.dismiss_notice(${session}, ${id}::uuid) as done`)
      : [];
  if (!row?.done)
    throw new AppError(
      "conflict",
      t("This notice was already dismissed, or it stays until you sign in again in another way."),
    );
}
