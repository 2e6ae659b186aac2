import { isDeepStrictEqual } from "node:util";
import { PgDialect } from "drizzle-orm/pg-core";
import { beforeAll, expect, test, vi } from "vitest";
import { readCaseTop } from "@/app/(work)/cases/read-case-top";
import type { SelectDialect } from "@/db/build-select";
import { database } from "@/db/client";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { beginStep } from "@/lib/escalation/ladder/commands/begin-step";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { readNavCounts } from "@/lib/oversight/my-work/read-nav-counts";
import { caseForm } from "../../support/case-form";
import { drawPage } from "../../support/draw-page";
import { addExhibit } from "../../support/exhibit";
import { seededBytes } from "../../support/files";
import { makeOrg } from "../../support/org";
import { refused } from "../../support/refusal";

const seat = vi.hoisted(() => ({ ctx: null as Ctx | null }));
vi.mock("@/lib/auth/sessions/session", async (original) => ({
  ...(await original<typeof import("@/lib/auth/sessions/session")>()),
  requireCtx: async () => seat.ctx,
  readCtx: async () => seat.ctx,
}));
vi.mock("next/navigation", async (original) => ({
  ...(await original<typeof import("next/navigation")>()),
  useRouter: () => ({ refresh: () => {} }),
  usePathname: () => "/",
  useSearchParams: () => new URLSearchParams(),
}));
vi.mock("next/headers", () => ({
  cookies: async () => ({ get: () => undefined }),
  headers: async () => new Headers(),
}));

let caseId: string;
let worker: Ctx;
let supervisor: Ctx;
let officer: Ctx;
const sent: string[] = [];
/** Statements that were written otherwise than drizzle would. */
const unlike: string[] = [];

beforeAll(async () => {
  const org = await makeOrg();
  worker = await org.as("caseworker");
  supervisor = await org.as("supervisor");
  officer = await org.as("liaison");
  const form = caseForm({ risk: "high" });
  await openCase(worker, form);
  caseId = form.id;
  await addExhibit(worker, caseId, seededBytes(100, 1));
  // So that there are acts in the queue.
  await beginStep(worker, { caseId, stepKey: refused.stepKey });
  listen();
  compareWriting();
});

/** Notes each text that goes to the server within a transaction. */
function listen(): void {
  const { $client } = database() as unknown as { $client: { begin: (...args: unknown[]) => unknown } };
  const { begin } = $client;
  $client.begin = (...args) => {
    const act = args.pop() as (inner: { unsafe: (text: string, ...rest: unknown[]) => unknown }) => unknown;
    return begin(...args, (inner: Parameters<typeof act>[0]) => {
      const { unsafe } = inner;
      inner.unsafe = (text, ...rest) => {
        sent.push(text);
        return unsafe(text, ...rest);
      };
      return act(inner);
    });
  };
}

type Writes = Pick<PgDialect, "sqlToQuery">;

/** Lets drizzle build each select and write each statement too, and notes those that it builds or writes otherwise. */
function compareWriting(): void {
  const { dialect } = database() as unknown as { dialect: Writes & Omit<SelectDialect, "sqlToQuery"> };
  const { sqlToQuery, buildSelectQuery } = dialect;
  const drizzles = new PgDialect({ casing: "snake_case" });
  dialect.buildSelectQuery = (config) => {
    const built = buildSelectQuery(config);
    const text = drizzles.sqlToQuery((drizzles as unknown as SelectDialect).buildSelectQuery(config));
    if (!isDeepStrictEqual(drizzles.sqlToQuery(built), text)) unlike.push(text.sql);
    return built;
  };
  dialect.sqlToQuery = (statement, place) => {
    const written = sqlToQuery(statement, place);
    const { sql: text, params } = drizzles.sqlToQuery(statement, place);
    if (written.sql !== text || !isDeepStrictEqual(written.params, params)) unlike.push(text);
    return written;
  };
}

type Shown = { page: () => Promise<{ default: unknown }>; who: () => Ctx; ofCase?: boolean };

const shown: Record<string, Shown> = {
  "/": { page: () => import("@/app/(work)/page"), who: () => worker },
  "/, a supervisor": { page: () => import("@/app/(work)/page"), who: () => supervisor },
  "/cases": { page: () => import("@/app/(work)/cases/page"), who: () => worker },
  "/cases, a supervisor": { page: () => import("@/app/(work)/cases/page"), who: () => supervisor },
  "a case": { page: () => import("@/app/(work)/cases/[caseId]/page"), who: () => worker, ofCase: true },
  evidence: { page: () => import("@/app/(work)/cases/[caseId]/evidence/page"), who: () => worker, ofCase: true },
  "numbers of a case": {
    page: () => import("@/app/(work)/cases/[caseId]/references/page"),
    who: () => worker,
    ofCase: true,
  },
  incidents: { page: () => import("@/app/(work)/cases/[caseId]/incidents/page"), who: () => worker, ofCase: true },
  letters: { page: () => import("@/app/(work)/cases/[caseId]/letters/page"), who: () => worker, ofCase: true },
  releases: { page: () => import("@/app/(work)/cases/[caseId]/releases/page"), who: () => worker, ofCase: true },
  "/references": { page: () => import("@/app/(work)/references/page"), who: () => worker },
  "/deadlines": { page: () => import("@/app/(work)/deadlines/page"), who: () => worker },
  "/team": { page: () => import("@/app/(work)/team/page"), who: () => supervisor },
  "/portal": { page: () => import("@/app/(liaison)/portal/page"), who: () => officer },
};

/** How many times page and frame wait for the server, the entering of the context among them. */
const most: Record<string, number> = {
  "/": 4,
  "/, a supervisor": 4,
  "/cases": 4,
  "/cases, a supervisor": 4,
  "a case": 4,
  evidence: 4,
  "numbers of a case": 4,
  incidents: 9,
  letters: 7,
  releases: 5,
  "/references": 3,
  "/deadlines": 4,
  "/team": 3,
  "/portal": 3,
};

test.each(Object.keys(most))("%s asks no more statements than that, with its frame", async (name) => {
  const { page, who, ofCase = false } = shown[name] as Shown;
  const counts: number[] = [];
  for (let turn = 0; turn < 4; turn += 1) {
    const ctx = { ...who() };
    seat.ctx = ctx;
    sent.length = 0;
    await Promise.all([
      ctx.actor.role === "liaison" ? null : readNavCounts(ctx),
      ofCase ? readCaseTop(ctx, caseId) : null,
      drawPage(page(), ofCase ? { caseId } : {}, {}),
    ]);
    counts.push(sent.length);
  }
  if (process.env.TELL)
    console.log(
      name,
      counts,
      sent.map((text) => text.slice(0, 300)),
    );
  expect(counts.at(-1)).toBeLessThanOrEqual(most[name] ?? 0);
});

test("each of these statements is written as drizzle writes it", () => {
  expect(unlike).toEqual([]);
});
