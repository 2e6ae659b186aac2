import { Agent } from "node:http";
import { encode } from "next-auth/jwt";
import postgres from "postgres";
import { deviceFamily } from "@/lib/auth/sessions/device-family";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { env } from "@/lib/platform/env";
import { ensureBuilt } from "../../bin/support/build.mjs";
import { caseForm } from "../support/case-form";
import { makeOrg, type Person } from "../support/org";
import {
  askedSizes,
  interleave,
  isQuick,
  isTrial,
  judged,
  type Measurement,
  measurements,
  reportProgress,
  superuserUrl,
} from "./harness";
import { giveTexts } from "./support/give-texts";
import { plantOrganisation } from "./support/plant-organisation";
import { startProduct } from "./support/start-product";
import { type Asked, ask } from "./support/web-forms";

const [small = 0, large = 0] = isQuick ? [2_000, 20_000] : sizesOf(askedSizes([10_000, 1_000_000], 40));
const looks = 20;
const mostTimes = 3;
const mostTimesOfSearch = 4;
const reports = "reports of a year";

/** At a trial both are as small. */
function sizesOf(asked: number[]): [number, number] {
  return [asked[0] ?? 0, asked[1] ?? asked[0] ?? 0];
}

/**
 * Whole pages, signed in, in an organisation of a million cases beside one of ten thousand in the same database, asked in
 * turn, and the search box: as a supervisor, as the caseworker with most cases, and as one with forty.
 */
export async function bench(): Promise<Measurement[]> {
  const bare = postgres(superuserUrl(), { max: 1, onnotice: () => {} });
  const few = await peopleOf(bare, small);
  const many = await peopleOf(bare, large);
  await bare.end();
  if (isTrial) return [];
  await ensureBuilt();
  const web = await startProduct();
  const { origin } = web;
  const agent = new Agent({ keepAlive: true });
  const whole = async (cookie: string, asked: Look) => {
    const { status, text } = await ask(agent, origin, requestOf(asked, origin, cookie));
    if (status !== 200) throw new Error(`${JSON.stringify(asked)} answers ${status}.`);
    return text;
  };
  const look = (cookie: string, asked: Look) => () => whole(cookie, asked);
  try {
    const found: Measurement[] = [];
    for (const [at, seat] of many.entries()) {
      const beside = few[at];
      for (const [name, path] of seat.paths) {
        const floor = beside?.paths.get(name);
        if (!beside || floor === undefined) continue;
        if (name === reports) {
          const times = await countBoth(
            () => whole(seat.cookie, path),
            () => whole(beside.cookie, floor),
          );
          reportProgress([times]);
          found.push(times);
        }
        const run = await interleave(look(seat.cookie, path), look(beside.cookie, floor), { n: looks, warmUp: 6 });
        const [p50] = measurements(`${seat.name}, ${name}, ${large} cases beside ${small}`, run);
        if (!p50) continue;
        const limit = name.startsWith("search") ? mostTimesOfSearch : mostTimes;
        const row = judged(p50, "ratio", "at most", limit);
        reportProgress([row]);
        found.push(row);
      }
    }
    return found;
  } finally {
    agent.destroy();
    await web.stop();
  }
}

/** Seconds until reports that are opened for the first time show their figures: counted at once, or in the background. */
async function countBoth(large: () => Promise<string>, small: () => Promise<string>): Promise<Measurement> {
  const ours = await untilCounted(large);
  const floor = await untilCounted(small);
  const name = `supervisor, ${reports}, until they are counted`;
  return {
    name,
    n: 1,
    unit: "s",
    ours,
    floor,
    ratio: ours / floor,
    note: "counted in the background where it takes long",
  };
}

async function untilCounted(open: () => Promise<string>): Promise<number> {
  const began = performance.now();
  let text = await open();
  while (text.includes("Being counted")) {
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    text = await open();
  }
  if (text.includes("Could not be counted")) throw new Error("Reports could not be counted.");
  return (performance.now() - began) / 1_000;
}

/** A page, or what is typed into the search box. */
type Look = string | { typed: string };

type Seat = { name: string; cookie: string; paths: Map<string, Look> };

function requestOf(asked: Look, origin: string, cookie: string): Asked {
  if (typeof asked === "string") return { path: asked, headers: { cookie } };
  const body = Buffer.from(JSON.stringify({ text: asked.typed, caseId: null }));
  return { method: "POST", path: "/api/find", headers: { cookie, origin, "content-type": "application/json" }, body };
}

async function peopleOf(bare: postgres.Sql, size: number): Promise<Seat[]> {
  const org = await makeOrg();
  const supervisor = await org.person("supervisor");
  const caseworkers: Person[] = [];
  for (let at = 0; at < 12; at += 1) caseworkers.push(await org.person("caseworker", `Caseworker ${at + 1}`));
  const fewest = await org.person("caseworker", "Caseworker with few");
  const caseworkerIds = caseworkers.map(({ memberId }) => memberId);
  const planted = { orgId: org.id, supervisorId: supervisor.memberId, caseworkerIds, fewId: fewest.memberId };
  await plantOrganisation(bare, planted, size);
  await giveTexts(bare, org.service());
  const [most] = caseworkers;
  if (!most) throw new Error("Nobody owns cases.");
  return Promise.all([
    seatOf(bare, "supervisor", supervisor),
    seatOf(bare, "caseworker with most", most),
    seatOf(bare, "caseworker with 40", fewest),
  ]);
}

async function seatOf(bare: postgres.Sql, name: string, person: Person): Promise<Seat> {
  const token = { st: person.token.toString("base64url"), dv: deviceFamily(null) };
  const sid = await encode({ token, secret: env().AUTH_SECRET });
  const isSupervisor = name === "supervisor";
  const [sample] = await bare<{ id: string; pseudonym: string }[]>`
    select c.id, c.pseudonym from app.cases c where c.org_id = ${person.ctx.orgId} and c.closed_at is null
      and (${isSupervisor} or c.owner_id = ${person.memberId}) order by c.id limit 1`;
  const [number] = await bare<{ canonical: string }[]>`
    select r.canonical from app.references r where r.case_id = ${sample?.id ?? null} and r.kind = 'cas' limit 1`;
  const opened = await openCase(person.ctx, caseForm());
  const beginning = (sample?.pseudonym ?? "").slice(0, 9);
  const paths = new Map<string, Look>([
    ["start page", "/"],
    ["cases", "/cases"],
    ["filtered", "/cases?risk=high"],
    ["overdue", "/cases?due=overdue"],
    ["of a kind of number", "/cases?kind=cas"],
    ["one's own", "/cases?owner=me"],
    ["flagged", "/cases?flagged=yes"],
    ["search by name", `/cases?q=${encodeURIComponent(beginning)}`],
    ["search box, a name", { typed: beginning }],
    ["search box, a word of no case", { typed: "baobab" }],
    ["search box, a number", { typed: number?.canonical ?? "CAS 12" }],
    ["one reference", `/references?q=${encodeURIComponent(number?.canonical ?? "")}`],
    ["references", "/references"],
    ["packets", "/packets"],
    ["clients", "/clients"],
    ["deadlines", "/deadlines"],
    ["opening a case", "/cases/new/details"],
    // What was planted has fields without a key, so this one is opened by the form.
    ["a case", `/cases/${opened.id}`],
    ["evidence of a case", `/cases/${opened.id}/evidence`],
  ]);
  const ofSupervisor = [
    ["team", "/team"],
    [reports, "/reports?period=year"],
    ["cases without a review", "/team/reviews"],
    ["assigning cases", "/cases/assign"],
    ["closed cases to decide on", "/keeping"],
  ] as const;
  if (isSupervisor) for (const [what, path] of ofSupervisor) paths.set(what, path);
  return { name, cookie: `sid=${sid}`, paths };
}
