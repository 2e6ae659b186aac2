import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "@/lib/platform/ids";
import { entriesOf, routes, type Who, whoMayEnter } from "@/tests/support/policy/policy";
import { pages } from "@/tests/support/policy/policy-pages";
import { idNames, namedCallsFor } from "../../e2e/support/routes";
import { type BuiltAction, builtActions, sentForm, whoMayAct } from "../../support/built-actions";
import { mayRole, opensTo, type PermissionName, sessions } from "../../support/model/who-may";
import {
  asksForProof,
  foundBy,
  guarded,
  isRight,
  type Knock,
  opensGuarded,
  promisedAt,
  promisedBehind,
  type State,
  states,
} from "./matrix-cells";
import { type Player, provedKinds, type Scene } from "./matrix-stage";

type Part = { name: string; cells: number; wrong: number };
export type Walked = { parts: Part[]; wrong: string[]; busy: number; unreached: string[] };

/** Below the concurrency limit of one person, so that nobody is sent away; strangers share a smaller room. */
const atOnce = { people: 6, strangers: 3 };
const mostTries = 30;

/** They would end or hide the very session that asks; or say 503 because no worker runs beside. */
const ending = ["DELETE /api/session", "POST /api/session/cover", "GET /api/ready"];
const endingActions = ["signOutAction", "quickExitAction"];
/** Beside a form without a word in it there is no account to name: it does nothing, and its command is not asked. */
const idle = "nameAccountAction";
/** The page binds the secret of its link. */
const ofLink = /^(redeem|(acknowledge|ask|number)First)Action$/;
/** They lead to another page and have no state of a form. */
const withoutState = /^(seek|seekCase|searchCases)Action$/;
/** Called by a script of the page, with an id or a token: a refusal is an error there and nothing of a form. */
const called = /^(runPiece|readInvitation)Action$/;
const roleMessage = "Your role may not do this.";

type At = Knock & { who: Who | undefined };
type Sent = { status: number; to: string; text: string };

/** Every cell once, part by part; or every so many of the long parts, for a first look. */
export async function walkMatrix(origin: string, scene: Scene, every = 1): Promise<Walked> {
  const walk = makeWalk(origin, every);
  const listed = builtActions().filter(({ name }) => !endingActions.includes(name));
  // A proof counts for five minutes: what depends on one comes first.
  await walk.part("acts that want a proof, by what was proved", () => walkProofs(walk, scene, listed));
  await walk.part("an intimate original, by what was proved", () => walkIntimate(walk, scene));
  await walk.part("a second person", () => walkSecond(walk, scene, listed));
  await walk.part("pages and routes, by person and state of the case", () => walkWalls(walk, scene));
  await walk.part("actions, by person", () => walkActions(walk, scene, listed));
  await walk.part("everything, behind sessions that open nothing", () => walkLesser(walk, scene, listed));
  const { parts, wrong, busy } = walk.told();
  const all = { name: "all cells", cells: sum(parts.map((part) => part.cells)), wrong: wrong.length };
  return { parts: [...parts, all], wrong, busy, unreached: unreachedIn(scene) };
}

type Walk = ReturnType<typeof makeWalk>;

function makeWalk(origin: string, every: number) {
  const parts: Part[] = [];
  const wrong: string[] = [];
  let cells = 0;
  let busy = 0;
  let turn = 0;

  /** Tries again when the server is busy, as it is told. */
  async function ask(path: string, init: RequestInit): Promise<Sent> {
    for (let tries = 1; ; tries += 1) {
      const answer = await fetch(`${origin}${path}`, { ...init, redirect: "manual" });
      if (answer.status === 503 && tries < mostTries) {
        busy += 1;
        await answer.body?.cancel();
        await sleep(1_000);
        continue;
      }
      const to = answer.headers.get("x-action-redirect")?.split(";")[0] ?? answer.headers.get("location") ?? "";
      const isFile = /octet-stream|pdf|zip|image\//.test(answer.headers.get("content-type") ?? "");
      if (isFile) await answer.body?.cancel();
      return { status: answer.status, to, text: isFile ? "" : await answer.text() };
    }
  }

  return {
    knock: ({ method, path }: { method: string; path: string }, cookie: string): Promise<Sent> =>
      ask(path, {
        method,
        headers: { origin, "sec-fetch-site": "same-origin", ...(cookie ? { cookie } : {}) },
        ...(method === "GET" ? {} : { body: "x" }),
      }),
    send: ({ id, name, page }: BuiltAction, cookie: string, fields: Record<string, string> = {}): Promise<Sent> =>
      ask(page, {
        method: "POST",
        body: sentForm(fields, {
          bound: ofLink.test(name) ? ["A".repeat(43)] : [],
          alone: withoutState.test(name),
          ...(called.test(name) ? { words: [newId()] } : {}),
        }),
        headers: {
          accept: "text/x-component",
          "next-action": id,
          origin,
          "sec-fetch-site": "same-origin",
          ...(cookie ? { cookie } : {}),
        },
      }),
    /** `got`: null when the cell is as promised, else what was found in its place. */
    cell: (what: string, got: string | null): void => {
      cells += 1;
      if (got === null) return;
      wrong.push(`${what}: ${got}`);
      console.error(`WRONG  ${what}: ${got}`);
    },
    /** Those of many that are asked: all of them, or every so many, counted over the whole matrix. */
    some: <T>(all: readonly T[]): T[] =>
      all.filter(() => {
        turn += 1;
        return turn % every === 0;
      }),
    part: async (name: string, act: () => Promise<void>): Promise<void> => {
      const before = { cells, wrong: wrong.length };
      await act();
      const part = { name, cells: cells - before.cells, wrong: wrong.length - before.wrong };
      parts.push(part);
      console.error(`  ${name}: ${part.cells} cells, ${part.wrong} wrong`);
    },
    told: () => ({ parts, wrong, busy }),
  };
}

async function inTurns<T>(all: readonly T[], lanes: number, act: (item: T) => Promise<void>): Promise<void> {
  const waiting = [...all];
  const take = async () => {
    for (let item = waiting.shift(); item !== undefined; item = waiting.shift()) await act(item);
  };
  await Promise.all(Array.from({ length: lanes }, take));
}

/** Addresses that name no record, with what their place in the policy asks. */
function plainKnocks(): At[] {
  const open = entriesOf(pages).filter((route) => !route.includes("["));
  const asPage = (route: string, path = route): At => ({
    route: path,
    method: "GET",
    path,
    state: "open",
    missing: false,
    who: whoMayEnter(pages, route)[0],
  });
  const asRoute = (entry: string): At[] => {
    const [method = "", route = ""] = entry.split(" ");
    if (ending.includes(entry) || isNamed(route)) return [];
    const path = route
      .replace("[format]", "csv")
      .replace("[report]", "none")
      .replaceAll(/\[[^\]]+\]/g, "none");
    return [{ route: path, method, path, state: "open", missing: false, who: whoMayEnter(routes, entry)[0] }];
  };
  const law = [asPage("/law/[part]", "/law/offences")];
  return [...open.map((route) => asPage(route)), ...law, ...entriesOf(routes).flatMap(asRoute)];
}

const ids = Object.fromEntries(idNames.map((name) => [name, newId()])) as Parameters<typeof namedCallsFor>[0];
const named = new Set(namedCallsFor(ids).map(({ route }) => route));
const isNamed = (route: string): boolean => named.has(route);

function namedKnocks({ places }: Scene, state: State): At[] {
  const { ids: own, missing } = places[state];
  return namedCallsFor(own).map(({ route, method, path }) => {
    const isRoute = route.startsWith("/api/");
    const [who] = isRoute ? whoMayEnter(routes, `${method} ${route}`) : whoMayEnter(pages, route);
    return { route, method, path, state, missing: [...missing].some((id) => path.includes(id)), who };
  });
}

async function walkWalls(walk: Walk, scene: Scene): Promise<void> {
  const knocks = [...plainKnocks(), ...states.flatMap((state) => namedKnocks(scene, state))];
  for (const player of scene.players) {
    await inTurns(walk.some(knocks), atOnce.people, async (knock) => {
      const { status, to } = await walk.knock(knock, player.cookie);
      const found = foundBy(status, to);
      // The front page sends an administrator and an officer to theirs.
      const away = knock.route === "/" && (player.role === "admin" || player.role === "liaison");
      const expected = away ? "any" : promisedAt(knock, knock.who, player);
      const what = `${nameOf(player)} at ${knock.method} ${knock.route} of a case that is ${knock.state}`;
      walk.cell(what, isRight(expected, found) ? null : `${found} (${status}), not ${expected}`);
    });
  }
}

const nameOf = ({ name, role, relation }: Player) => `${name} (${role}, ${relation})`;

async function walkActions(walk: Walk, scene: Scene, listed: readonly BuiltAction[]): Promise<void> {
  for (const player of scene.players) {
    await inTurns(walk.some(listed), atOnce.people, async (action) => {
      const [who] = whoMayAct(action);
      const { status, text } = await walk.send(action, player.cookie);
      const what = `${nameOf(player)} with ${action.name}`;
      const mayAct = who === "public" || who === "session" || mayRole(player.role, who as PermissionName);
      const saved = isSaved(text) && action.name !== idle;
      // Without a form there is no place for a refusal: it is an error of the page.
      const isRefusal = !isForm(action) && (!mayAct || called.test(action.name));
      if (status >= 500) walk.cell(what, isRefusal ? null : `broken (${status})`);
      else if (mayAct) walk.cell(what, text.includes(roleMessage) ? "refused for the role, not let in" : null);
      else walk.cell(what, saved ? "saved, not refused" : null);
    });
    // Behind a session that one of them ended, nothing of the rest was asked.
    const { to } = await walk.knock({ method: "GET", path: "/account" }, player.cookie);
    walk.cell(`${nameOf(player)} after all actions`, to.includes("/sign-in") ? "the session has ended" : null);
  }
}

const isForm = ({ name }: BuiltAction): boolean => !withoutState.test(name) && !called.test(name);

const isSaved = (text: string): boolean => /"status":"saved"/.test(text);

async function walkLesser(walk: Walk, scene: Scene, listed: readonly BuiltAction[]): Promise<void> {
  const knocks = [...plainKnocks(), ...namedKnocks(scene, "open")];
  for (const { name, role, cookie } of scene.lesser) {
    const lanes = cookie === "" ? atOnce.strangers : atOnce.people;
    const person = `${name}${role ? ` (${role})` : ""}`;
    await inTurns(walk.some(knocks), lanes, async (knock) => {
      const { status, to } = await walk.knock(knock, cookie);
      const found = foundBy(status, to);
      const expected = promisedBehind(knock.who);
      const what = `${person} at ${knock.method} ${knock.route}`;
      walk.cell(what, isRight(expected, found) ? null : `${found} (${status}), not ${expected}`);
    });
    await inTurns(walk.some(listed), lanes, async (action) => {
      const [who] = whoMayAct(action);
      const { status, to, text } = await walk.send(action, cookie);
      const what = `${person} with ${action.name}`;
      // A form that is not filled in may be sent back before anybody asks who sent it.
      const closed = isRight("closed", foundBy(status, to)) || /"status":"failed"/.test(text) || status === 404;
      const saved = isSaved(text) && action.name !== idle;
      if (status >= 500) walk.cell(what, isForm(action) ? `broken (${status})` : null);
      else if (promisedBehind(who) === "any") walk.cell(what, null);
      else walk.cell(what, closed && !saved ? null : `${saved ? "saved" : `answered ${status}`}, not closed`);
    });
  }
}

async function walkProofs(walk: Walk, scene: Scene, listed: readonly BuiltAction[]): Promise<void> {
  for (const kind of provedKinds) {
    for (const role of new Set(guarded.map((guard) => guard.role))) {
      const cookie = await scene.proved(role, kind);
      for (const { name, wants, fields } of guarded.filter((guard) => guard.role === role)) {
        const action = listed.find((builtAction) => builtAction.name === name);
        if (!action) throw new Error(`The build has no ${name}.`);
        const { status, text } = await walk.send(action, cookie, fields);
        const asked = asksForProof(text);
        const opens = opensGuarded(kind, wants);
        const what = `${role}, ${kind}, with ${name} that wants ${wants}`;
        const answered = status < 400 && /"status":"(failed|saved)"/.test(text);
        if (!answered) walk.cell(what, `no answer of a form (${status})`);
        else walk.cell(what, asked === opens ? (asked ? "asked for a proof" : "let through without one") : null);
      }
    }
  }
}

/** The original of an exhibit that is marked as intimate wants the best proof that the person has. */
async function walkIntimate(walk: Walk, { places, proved, mark }: Scene): Promise<void> {
  const { exhibitId } = places.open.ids;
  await mark("intimate");
  try {
    for (const kind of provedKinds) {
      const call = { method: "GET", path: `/api/evidence/${exhibitId}/original` };
      const { status, to } = await walk.knock(call, await proved("supervisor", kind));
      const opens = (opensTo.best as readonly string[]).includes(sessions[kind]);
      const found = foundBy(status, to);
      const right = opens ? found === "in" : found === "kept" || found === "out";
      walk.cell(`supervisor, ${kind}, at the original`, right ? null : `${found} (${status})`);
    }
  } finally {
    await mark("ordinary");
  }
}

/** Nobody releases what somebody asked for who let them in less than 30 days ago; another supervisor does, once. */
async function walkSecond(walk: Walk, { waiting }: Scene, listed: readonly BuiltAction[]): Promise<void> {
  const action = listed.find(({ name }) => name === "decideAccessAction");
  if (!action) throw new Error("The build has no decideAccessAction.");
  const { changeId, free, tied } = await waiting();
  const release = async (cookie: string) => {
    const { text } = await walk.send(action, cookie, { changeId, decision: "release" });
    return isSaved(text);
  };
  walk.cell("a supervisor whom the asker let in, with decideAccessAction", (await release(tied)) ? "saved" : null);
  walk.cell("another supervisor, with decideAccessAction", (await release(free)) ? null : "refused");
  walk.cell("the same once more, with decideAccessAction", (await release(free)) ? "saved twice" : null);
}

function unreachedIn({ places }: Scene): string[] {
  const without = namedKnocks({ places } as Scene, "open").filter(({ missing }) => missing);
  const unnamed = entriesOf(pages).filter((route) => route.includes("[") && !isNamed(route) && route !== "/law/[part]");
  return [
    ...without.map(({ method, route }) => `${method} ${route} with a record of its own: the case has none`),
    ...unnamed.map((route) => `GET ${route}`),
    ...[...ending, ...endingActions].map(
      (value) => `${value}: it would end or hide the session that asks, or wants a worker`,
    ),
  ];
}

const sum = (numbers: readonly number[]): number => numbers.reduce((all, value) => all + value, 0);
