import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import type { FirstKeys } from "./ctx-from-first-link";
import type { LinkView } from "./types";

/**
 * What a link shows to this browser before anything is typed. Any other browser is asked for the code, whatever the
 * state of the link.
 */
export async function lookAtFirstLink({ secret, browser }: FirstKeys): Promise<LinkView> {
  const [row] = await ask<{ state: LinkView }>(sql`select ctx.look_at_first_link(${secret}, ${browser}) as state`);
  return row?.state ?? "ask";
}
