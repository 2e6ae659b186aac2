import "server-only";
import { sql } from "drizzle-orm";
import type { PgBoss } from "pg-boss";
import { ask } from "@/db/client";
import { describeError } from "@/lib/platform/describe-error";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

/** Between two looks for messages to webhooks, in milliseconds. */
const pause = 2000;

/** Asks for the sending of messages to webhooks wherever some are due. They are made by the database and ask nobody. */
export function keepSending(boss: PgBoss): { stop: () => void } {
  let isOver = false;
  let next: NodeJS.Timeout | undefined;
  const look = async () => {
    await askForSending(boss).catch((error: unknown) => {
      log().error(describeError(error), "the sending of messages to webhooks was not asked for");
    });
    if (!isOver) next = setTimeout(look, pause);
  };
  next = setTimeout(look, pause);
  return {
    stop: () => {
      isOver = true;
      clearTimeout(next);
    },
  };
}

/** Within two seconds a second asking adds nothing. @returns how many organisations have something to send */
export async function askForSending(boss: Pick<PgBoss, "send">): Promise<number> {
  const due = await ask<{ id: string }>(sql`select o as id from ctx.webhooks_due(${env().SERVICE_TOKEN}) o`);
  for (const { id: orgId } of due)
    await boss.send("webhook.send", { orgId }, { singletonKey: orgId, singletonSeconds: pause / 1000, retryLimit: 0 });
  return due.length;
}
