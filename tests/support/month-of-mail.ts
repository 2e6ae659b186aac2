import { eq, sql } from "drizzle-orm";
import { vi } from "vitest";
import { cases, mails, members, reminders } from "@/db/schema";
import { defaultWishes } from "@/lib/escalation/reminders/rules";
import { sweepClocks } from "@/lib/escalation/rounds/sweep-clocks";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { jobCtx } from "@/lib/kernel/jobs/job-ctx";
import { sendMail } from "@/lib/kernel/mail/send-mail";
import { loadCases } from "@/lib/operations/demo/load-cases";
import { loadPackets } from "@/lib/operations/demo/load-packets";
import { type Cast, loadPeople } from "@/lib/operations/demo/load-people";
import { readStories } from "@/lib/operations/demo/read-stories";
import { sha256 } from "@/lib/platform/crypto/crypto";
import { newToken } from "@/lib/platform/ids";
import { civilDate } from "@/lib/platform/time/clock";
import { instantOnWall, wallTime } from "@/lib/platform/time/zone";
import { setDatabaseClock } from "./database-clock";
import { owner } from "./db";
import type { MailServer } from "./smtp";

const { zone } = defaultWishes();

/** An instant on the wall of the home country. */
export function at(day: string, time: string): Date {
  const found = instantOnWall(`${day}T${time}`, zone);
  if (!found) throw new Error(`no such time: ${day} ${time}`);
  return found;
}

export type Demo = { cast: Cast; orgId: string; opened: Map<string, string> };

/** The demonstration organisation, loaded by its own loader at an instant that stands still. `folder`: other stories. */
export async function loadDemoAt(now: Date, folder?: string): Promise<Demo> {
  const setup = newToken();
  await setDatabaseClock(now);
  await owner()`insert into auth.setup_tokens (hash, expires_at) values (${sha256(setup)}, now() + interval '1 hour')`;
  vi.useFakeTimers({ toFake: ["Date"], now });
  try {
    const cast = await loadPeople(setup.toString("base64url"));
    const stories = readStories(folder);
    const opened = await loadCases(cast, stories.cases);
    await loadPackets(cast, stories, opened);
    return { cast, orgId: cast.admin.ctx.orgId, opened };
  } finally {
    vi.useRealTimers();
  }
}

/** Several workers at once do what the quarter hour asks: the round, the digests, and every mail that may go. */
export async function tick(orgId: string, now: Date, workers: number): Promise<void> {
  await setDatabaseClock(now);
  const service = (): Ctx => jobCtx(orgId, { now: () => now });
  await Promise.all(Array.from({ length: workers }, () => sweepClocks(service())));
  const due = await withTransaction(service(), "read only", ({ db }) =>
    db
      .select({ id: mails.id })
      .from(mails)
      .where(sql`${mails.sentAt} is null and ${mails.notBefore} <= ${now.toISOString()}::timestamptz`)
      .orderBy(mails.notBefore, mails.memberId, mails.occasion),
  );
  for (const { id } of due) {
    await Promise.all(Array.from({ length: workers }, () => sendMail(service(), { mailId: id })));
  }
}

/** A clock's key without the ids that differ from run to run. */
export const plainKey = (key: string): string => key.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, "*");

/** Every reminder of the organisation as a line of a table, in the order of day, person, case and clock. */
export async function reminderLines(orgId: string): Promise<string[]> {
  const rows = await withTransaction(jobCtx(orgId), "read only", ({ db }) =>
    db
      .select({ reminder: reminders, code: cases.code, pseudonym: cases.pseudonym, name: members.name, mail: mails })
      .from(reminders)
      .innerJoin(cases, eq(cases.id, reminders.caseId))
      .innerJoin(members, eq(members.id, reminders.memberId))
      .leftJoin(mails, eq(mails.id, reminders.mailId)),
  );
  return rows
    .map(({ reminder, code, pseudonym, name, mail }) =>
      [
        wallTime(reminder.madeAt, zone).replace("T", " "),
        name.split(" ")[0]?.padEnd(7),
        `${code} ${pseudonym}`.padEnd(21),
        plainKey(reminder.clockKey).padEnd(44),
        reminder.dueOn,
        reminder.alert.padEnd(8),
        reminder.urgency.padEnd(7),
        mail ? `${mail.kind} ${civilDate(mail.madeAt, zone)}` : "told by no mail",
      ].join(" | "),
    )
    .toSorted();
}

/** What the mail server was given since `from`, as lines: when, to whom, under which subject, and each case line. */
export function mailLines(
  server: MailServer,
  from: number,
  day: string,
  time: string,
  names: Map<string, string>,
): string[] {
  return server.received
    .slice(from)
    .map(({ to, mail }) => {
      const lines = mail.text?.match(/^CD-\S+: [^.]*/gm) ?? [];
      const subject = mail.subject?.replace("Crossdocket: ", "") ?? "";
      return `${day} ${time} | ${names.get(to[0] ?? "")?.padEnd(7)} | ${subject}\n${lines.map((line) => `    ${line}\n`).join("")}`;
    })
    .toSorted();
}
