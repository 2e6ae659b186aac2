import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { revealClient } from "@/lib/casework/clients/reveal-client";
import { searchClients } from "@/lib/casework/clients/search-clients";
import { logIncident } from "@/lib/casework/incidents/log-incident";
import { revealSecret } from "@/lib/casework/references/commands/reveal-secret";
import { noteHandling } from "@/lib/evidence/exhibits/commands/note-handling";
import { revealExhibit } from "@/lib/evidence/exposure/reveal-exhibit";
import { type Ctx, withTransaction } from "@/lib/kernel/access/ctx";
import { applyRateLimit, type RateLimit, rateLimits } from "@/lib/kernel/access/rate-limits";
import { askExport } from "@/lib/operations/exports/ask-export";
import { listAlerts } from "@/lib/oversight/alerts/queries";
import { watchLog } from "@/lib/oversight/alerts/watch-log";
import { exportLog } from "@/lib/oversight/audit-log/export-log";
import { exportList } from "@/lib/oversight/case-list/export-list";
import { exportReport } from "@/lib/oversight/reports/export-report";
import { findAnything } from "@/lib/oversight/search/find-anything";
import { findCases } from "@/lib/oversight/search/queries";
import { draftPacket } from "@/lib/packets/packets/commands/draft-packet";
import { deriveKey, keyedToken } from "@/lib/platform/crypto/crypto";
import { env } from "@/lib/platform/env";
import { newId } from "@/lib/platform/ids";
import { caseForm, incident } from "@/tests/support/case-form";
import { draft } from "@/tests/support/case-to-print";
import { owner } from "@/tests/support/db";
import { makeOrg, type Org, type Person } from "@/tests/support/org";
import { plantCase } from "@/tests/support/plant";
import { runProgram } from "@/tests/support/run-script";

let org: Org;
let caseId: string;

beforeAll(async () => {
  org = await makeOrg();
  caseId = await plantCase(await org.as("supervisor"));
});

const { account: _row, ...act } = incident;
const all = Object.keys(rateLimits) as RateLimit[];
const keyOf = (memberId: string, pace: RateLimit) =>
  keyedToken(deriveKey(env().KEK, "bucket"), `member|${memberId}|${pace}`);

/** As after so many acts a moment ago, without waiting for them. */
async function drain({ memberId }: Person | { memberId: string }, ...which: RateLimit[]): Promise<void> {
  for (const pace of which)
    await owner()`insert into auth.buckets (key, level, at) values (${keyOf(memberId, pace)}, 0, clock_timestamp())
      on conflict (key) do update set level = 0, at = clock_timestamp()`;
}

const refused = (message: RegExp) => ({ code: "conflict", name: "TooOften", message: expect.stringMatching(message) });

describe("the pace of one person", () => {
  test.each(all)("%s: so many at once, then one when its time has come; the other person goes on", async (pace) => {
    const quick = await org.person("caseworker");
    const other = await org.person("caseworker");
    const { burst, seconds } = rateLimits[pace];
    await applyRateLimit(quick.ctx, pace);
    const [full] = await owner()`select level from auth.buckets where key = ${keyOf(quick.memberId, pace)}`;
    expect(full?.level).toBe(burst - 1);
    await drain(quick, pace);
    await expect(applyRateLimit(quick.ctx, pace)).rejects.toMatchObject(
      refused(/ Try again in (a second|\d+ (seconds|minutes))\.$/),
    );
    await applyRateLimit(other.ctx, pace);
    await owner()`update auth.buckets set at = at - make_interval(secs => ${seconds}) where key = ${keyOf(quick.memberId, pace)}`;
    await applyRateLimit(quick.ctx, pace);
  });

  test("is kept by a new process, and is nobody's but theirs: jobs have none", async () => {
    const quick = await org.person("caseworker");
    await drain(quick, ...all);
    const script = `
      const { applyRateLimit } = await import("./lib/kernel/access/rate-limits.ts");
      for (const memberId of ["${quick.memberId}", "${newId()}", null])
        console.log(await applyRateLimit({ actor: { memberId } }, "draft").then(() => "goes on", ({ message }) => message));
      process.exit(0);`;
    const node = ["--conditions=react-server", "--import", "tsx", "--input-type=module", "-e", script];
    const { output: message } = await runProgram(node, { ...process.env, ...inject("database").keys });
    expect(message.trim().split("\n")).toEqual([
      `${rateLimits.draft.notice} Try again in 2 minutes.`,
      "goes on",
      "goes on",
    ]);
    for (const pace of all) await applyRateLimit(org.service(), pace);
  });
});

describe("who is out of breath", () => {
  const acts: [string, RateLimit, (ctx: Ctx) => Promise<unknown>][] = [
    ["looks for cases", "search", (ctx) => findCases(ctx, "anything")],
    ["looks for anything", "search", (ctx) => findAnything(ctx, "Somebody Else")],
    ["looks for a client", "search", (ctx) => searchClients(ctx, { name: "Somebody Else" })],
    [
      "has a client's details shown",
      "reveal",
      (ctx) => revealClient(ctx, { clientId: newId(), reason: "A call back" }),
    ],
    ["has a secret shown", "reveal", (ctx) => revealSecret(ctx, { secretId: newId(), reason: "A call back" })],
    ["has evidence shown", "look", (ctx) => revealExhibit(ctx, { exhibitId: newId(), what: "text" })],
    ["downloads evidence", "look", (ctx) => noteHandling(ctx, { exhibitId: newId(), handling: "downloaded" })],
    ["asks for a folder", "export", (ctx) => askExport(ctx, { caseId, reason: "For the court" })],
    [
      "takes the list of cases out",
      "export",
      (ctx) => exportList(ctx, { format: "csv", filters: {}, sort: { key: "opened", dir: "asc" } }),
    ],
    ["takes a report out", "export", (ctx) => exportReport(ctx, { report: "donor", format: "pdf" })],
    ["takes the log out", "export", (ctx) => exportLog(ctx, { format: "csv", filters: {} })],
    ["opens a case", "record", (ctx) => openCase(ctx, caseForm())],
    ["logs an act", "record", (ctx) => logIncident(ctx, { caseId, ...act })],
    ["drafts a packet", "draft", (ctx) => draftPacket(ctx, { caseId, ...draft })],
  ];

  test.each(acts)("and %s is stopped before anything is read or written", async (_, pace, act) => {
    const person = await org.person("supervisor");
    const ctx = await org.confirmed(person);
    const before = await act(ctx).then(
      () => "done",
      ({ name, code }: { name: string; code: string }) => `${name} ${code}`,
    );
    expect(before).not.toContain("TooOften");
    await drain(person, pace);
    await expect(act(ctx)).rejects.toMatchObject(refused(/Try again/));
    const [last] = await entriesOf(person);
    expect(last).toMatchObject({ action: "access.too_often", detail: { pace } });
  });

  test("is told to the supervisors, once a day and person", async () => {
    const mine = await makeOrg();
    const person = await mine.person("caseworker", "Quick Person");
    await drain(person, "search");
    for (const text of ["one", "two"])
      await expect(findCases(person.ctx, text)).rejects.toMatchObject(refused(/searched/));
    const raised = await watchLog(mine.service());
    expect(raised.filter(({ rule }) => rule === "pace_kept")).toMatchObject([{ memberId: person.memberId, count: 2 }]);
    const alerts = await listAlerts(await mine.as("supervisor"));
    expect(alerts.map(({ title, who }) => [title, who])).toContainEqual(["Faster than a person works", "Quick Person"]);
  });
});

type Entry = { action: string; detail: Record<string, unknown> };

function entriesOf({ memberId }: Person): Promise<Entry[]> {
  return withTransaction(org.service(), "read only", async ({ db }) => [
    ...(await db.execute<Entry>(sql`select action, detail from audit.entries
      where member_id = ${memberId}::uuid order by seq desc limit 1`)),
  ]);
}
