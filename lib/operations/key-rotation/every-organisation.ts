import "server-only";
import { sql } from "drizzle-orm";
import { ask } from "@/db/client";
import { env } from "@/lib/platform/env";

export async function everyOrganisation(): Promise<string[]> {
  const rows = await ask<{ id: string }>(sql`select o as id from ctx.organisations(${env().SERVICE_TOKEN}) o`);
  return rows.map(({ id }) => id);
}
