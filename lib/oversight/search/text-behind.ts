import "server-only";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { carryText } from "./carry-text";
import { markOf } from "./mark-of";

/** The words behind a mark in an address, from the sealed cookie that was set with it; null when it holds others. */
export function textBehind(ctx: Ctx, mark: string, sealed: string | undefined): string | null {
  const text = carryText(ctx, "list").open(sealed);
  return text !== null && markOf(ctx, text) === mark ? text : null;
}
