import "server-only";
import { and, eq } from "drizzle-orm";
import { services } from "@/db/schema";
import type { TxCtx } from "@/lib/kernel/access/ctx";
import { settleChoice } from "@/lib/organisation/choices/access";
import { readChosen } from "@/lib/organisation/choices/rules";
import type { Recorded } from "@/lib/organisation/choices/types";
import { AppError } from "@/lib/platform/errors";
import { t } from "@/lib/platform/language/translate";
import { serviceKinds } from "./types";

/** @throws AppError not_found */
export async function findService(ctx: TxCtx, serviceId: string): Promise<typeof services.$inferSelect> {
  const [row] = await ctx.db
    .select()
    .from(services)
    .where(and(eq(services.orgId, ctx.orgId), eq(services.id, serviceId)));
  if (!row) throw new AppError("not_found", t("No such service."));
  return row;
}

type Kind = Pick<typeof services.$inferSelect, "kind" | "kindVersion">;

/** The kind of service that a form sends, and its words. @throws AppError invalid on `kind` */
export async function settleKind(ctx: TxCtx, typed: string, kept?: Recorded): Promise<Kind> {
  const chosen = readChosen(typed);
  const kind = serviceKinds.find((known) => known === chosen.key) ?? "other";
  return { kind, kindVersion: await settleChoice(ctx, chosen, { list: "service", field: "kind", kept }) };
}
