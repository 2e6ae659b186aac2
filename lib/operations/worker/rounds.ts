import "server-only";
import { sql } from "drizzle-orm";
import type { PgBoss } from "pg-boss";
import { ask } from "@/db/client";
import { describeError } from "@/lib/platform/describe-error";
import { env } from "@/lib/platform/env";
import { log } from "@/lib/platform/log";

const minute = 60_000;

/** Every quarter of an hour has one round, whoever requests it: two workers, or one that was restarted. */
const slotSeconds = 15 * 60;

/** A round over very many cases takes its time; a worker that died lets go of it after half an hour. */
const expireInSeconds = 30 * 60;

/** Part of the evidence is read again once a day, after midnight UTC; large files may take until the next evening. */
const night = { singletonSeconds: 24 * 60 * 60, expireInSeconds: 20 * 60 * 60, retryLimit: 2, retryDelay: 30 * 60 };

/** The log is checked as often as requested: the job itself decides whether an anchor is due. */
const often = { singletonSeconds: 5 * 60, retryLimit: 0, expireInSeconds: 15 * 60 };

/** The checks of the installation ask other machines too, such as the mail server: once an hour is enough. */
const hourly = { singletonSeconds: 60 * 60, retryLimit: 0, expireInSeconds: 15 * 60 };

/** Asks for the round of every organisation, now and from then on. */
export function keepRounds(boss: PgBoss): { stop: () => void } {
  const askNow = () =>
    void askForRounds(boss).catch((error: unknown) => {
      log().error(describeError(error), "the round was not asked for");
    });
  askNow();
  const timer = setInterval(askNow, 5 * minute);
  return { stop: () => clearInterval(timer) };
}

/**
 * Enqueues the round, the night's checks, the tidying of files and the watch over the installation and the log of each
 * organisation. Within five minutes, a quarter of an hour, an hour or a day, a second asking adds nothing.
 */
export async function askForRounds(boss: Pick<PgBoss, "send">): Promise<number> {
  const found = await ask<{ id: string }>(sql`select o as id from ctx.organisations(${env().SERVICE_TOKEN}) o`);
  let asked = 0;
  for (const { id: orgId } of found) {
    const options = { singletonKey: orgId, singletonSeconds: slotSeconds, expireInSeconds };
    if (await boss.send("clocks.sweep", { orgId }, options)) asked += 1;
    if (await boss.send("evidence.check", { orgId }, { singletonKey: orgId, ...night })) asked += 1;
    if (await boss.send("files.tidy", { orgId }, { singletonKey: orgId, ...night })) asked += 1;
    if (await boss.send("audit.check", { orgId }, { singletonKey: orgId, ...night })) asked += 1;
    if (await boss.send("audit.anchor", { orgId }, { singletonKey: orgId, ...often })) asked += 1;
    if (await boss.send("installation.watch", { orgId }, { singletonKey: orgId, ...hourly })) asked += 1;
    if (await boss.send("alerts.watch", { orgId }, options)) asked += 1;
  }
  return asked;
}
