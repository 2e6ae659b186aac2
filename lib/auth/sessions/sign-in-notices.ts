import { t } from "@/lib/platform/language/translate";
import "server-only";
import { sql } from "drizzle-orm";
import { cache } from "react";
import { ask } from "@/db/client";
import { AppError } from "@/lib/platform/errors";
import { isId } from "@/lib/platform/ids";
import { sessionToken } from "./session";
import type { NoticeKind, SignInNotice } from "./types";

type Row = { id: string; kind: NoticeKind; device: string; at: string; may_dismiss: boolean };

/** Notices that this full session's person has not dismissed, newest first. */
export async function listNotices(session: Buffer): Promise<SignInNotice[]> {
  const rows = await ask<Row>(sql`select * from auth.list_notices(${session})`);
  return rows.map(({ id, kind, device, at, may_dismiss }) => ({
    id,
    kind,
    device: device || t("an unknown browser"),
    at: new Date(at),
    mayDismiss: may_dismiss,
  }));
}

/** For pages: of the current session; empty if nobody is signed in. */
export const readNotices = cache(async (): Promise<SignInNotice[]> => {
  const token = await sessionToken();
  return token ? listNotices(token) : [];
});

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
