import { bringInCase } from "@/lib/casework/cases/commands/bring-in-case";
import { closeCase } from "@/lib/casework/cases/commands/close-case";
import { openCase } from "@/lib/casework/cases/commands/open-case";
import { actNatures, caseOutcomes, eventNatures } from "@/lib/casework/cases/labels";
import { setSafeContact } from "@/lib/casework/clients/set-safe-contact";
import type { Ctx } from "@/lib/kernel/access/ctx";
import { houseLaw, newestPlaybooks } from "@/lib/law/jurisdictions/rules";
import type { Playbook } from "@/lib/law/jurisdictions/types";
import { AppError } from "@/lib/platform/errors";
import { newId } from "@/lib/platform/ids";
import { addDays } from "@/lib/platform/time/calendar";
import { civilDate } from "@/lib/platform/time/clock";
import { instantOnWall } from "@/lib/platform/time/zone";
import { safeContact } from "../case-form";
import { seededNumbers } from "../files";
import type { Org, Person } from "../org";
import { playBoard } from "./random-board";
import { playExhibits } from "./random-exhibits";
import { playNumbers } from "./random-numbers";
import { playReports } from "./random-reports";
import { playSteps } from "./random-steps";

/** Chances that come again with the same seed. */
export type Dice = {
  next: () => number;
  chance: (p: number) => boolean;
  below: (n: number) => number;
  pick: <T>(all: readonly T[]) => T;
};

function diceOf(seed: number): Dice {
  const next = seededNumbers(seed * 7919 + 13);
  const below = (n: number) => Math.floor(next() * n);
  return {
    next,
    below,
    chance: (p) => next() < p,
    pick: (all) => {
      const found = all[below(all.length)];
      if (found === undefined) throw new Error("Nothing to pick from.");
      return found;
    },
  };
}

/** Who plays a case: its owner, and when "now" is. `did` counts what was done on reports and not refused. */
export type Table = { org: Org; owner: Ctx; now: Date; did: Map<string, number> };

/** A case while it is played: what the acts of the other files need to know. */
export type Played = Table & {
  dice: Dice;
  caseId: string;
  clientId: string;
  playbook: Playbook;
  opened: number;
  /** The owner on a day before now, at noon where the case is at home. */
  on: (ago: number) => Ctx;
  /** The civil date at the case's home so many days ago. */
  day: (ago: number) => string;
};

export type MadeCase = { seed: number; caseId: string; clientId: string; pair: string; ownerId: string };

/** What a rule refuses did not happen; anything else is a fault. */
export async function tryTo(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch (error) {
    if (error instanceof AppError && ["invalid", "conflict", "not_found"].includes(error.code)) return false;
    throw error;
  }
}

/** One case as chance has it, by the commands that people use. The same seed plays the same case. */
export async function playCase(table: Table, seed: number): Promise<MadeCase> {
  const dice = diceOf(seed);
  const pairs = newestPlaybooks();
  // Each pair in turn, so that a short walk has them all.
  const playbook = pairs[seed % pairs.length];
  if (!playbook) throw new Error("A playbook is needed.");
  const { zone } = playbook.home;
  const today = civilDate(table.now, zone);
  const day = (ago: number) => addDays(today, -ago);
  const on = (ago: number): Ctx => {
    const noon = instantOnWall(`${day(ago)}T12:00`, zone) ?? table.now;
    return { ...table.owner, now: new Date(Math.min(noon.getTime(), table.now.getTime())) };
  };
  const opened = 1 + dice.below(120);
  const form = formOf({ dice, seed, playbook, day, opened });
  // Only a supervisor brings cases in.
  const isImported = dice.chance(0.5) && table.owner.actor.role === "supervisor";
  const made = isImported
    ? await bringInCase(on(0), { ...form, openedOn: day(opened) })
    : await openCase(on(opened), form);
  const played: Played = { ...table, dice, caseId: made.id, clientId: made.clientId, playbook, opened, on, day };
  if (dice.chance(0.7)) await setSafeContact(on(dice.below(opened)), { clientId: made.clientId, ...safeContact });
  await playExhibits(played);
  await playBoard(played);
  await playNumbers(played);
  await playSteps(played);
  await playReports(played);
  if (dice.chance(0.1)) await close(played);
  return { seed, caseId: made.id, clientId: made.clientId, pair: playbook.pair, ownerId: ownerOf(table.owner) };
}

const ownerOf = ({ actor }: Ctx): Person["memberId"] => actor.memberId ?? "";

async function close({ dice, caseId, on }: Played): Promise<void> {
  const outcome = dice.pick(Object.keys(caseOutcomes));
  await tryTo(() => closeCase(on(0), { caseId, outcome, note: "It ended so.", seen: "on" }));
}

type Drawn = Pick<Played, "dice" | "playbook" | "day" | "opened"> & { seed: number };

function formOf({ dice, seed, playbook, day, opened }: Drawn) {
  const accounts = Array.from({ length: 1 + dice.below(3) }, (_, at) => accountOf(dice, seed, at, day(opened)));
  return {
    id: newId(),
    client: {
      pseudonym: `Walker ${seed}`,
      name: `Client Number ${seed}`,
      address: `${seed} Example Street`,
      phone: `+27 82 55${String(50_000 + seed)}`,
      email: `client${seed}@mail.example`,
      isMinor: dice.chance(0.2) ? "on" : undefined,
      safeContact,
    },
    pair: playbook.pair,
    risk: dice.pick(["standard", "elevated", "high"]),
    inDanger: dice.chance(0.15) ? "on" : undefined,
    matter: dice.pick(["Threats from an account abroad", "Pictures shown to others", "Messages that do not stop"]),
    subject: {
      allegedName: dice.chance(0.4) ? `Alleged ${seed}` : undefined,
      allegedPlace: dice.chance(0.4) ? "Columbus, Ohio" : undefined,
    },
    accounts,
    incidents: Array.from({ length: 1 + dice.below(5) }, () => ({
      ...occurrence(dice, { playbook, day, opened }),
      account: dice.chance(0.8) ? String(dice.below(accounts.length)) : undefined,
    })),
  };
}

/** What is typed of one thing that happened, before the case was opened. */
export function occurrence(dice: Dice, { playbook, day, opened }: Pick<Played, "playbook" | "day" | "opened">) {
  const isEvent = dice.chance(0.25);
  const zone = dice.chance(0.7) ? playbook.home.zone : playbook.there.zone;
  const shows = dice.chance(0.3) ? dice.pick(["told_to_stop", "blocked", "replied_knowing"]) : undefined;
  return {
    nature: dice.pick(Object.keys(isEvent ? eventNatures : actNatures)),
    when: `${day(opened + 1 + dice.below(90))}T${String(dice.below(24)).padStart(2, "0")}:${10 + dice.below(49)}`,
    zone,
    timeIsAbout: dice.chance(0.2) ? "on" : undefined,
    words: dice.chance(0.6) ? "I know your street" : undefined,
    what: "A message came",
    isKnowledge: shows ? "on" : undefined,
    knowledge: shows,
  };
}

/** An account of some platform; with its permanent ID or without. */
export function accountOf(dice: Dice, seed: number, at: number, seenOn: string) {
  const platform = dice.pick(houseLaw.platforms).key;
  const byPhone = platform === "whatsapp" || platform === "telegram" || dice.chance(0.1);
  const handle = byPhone ? `+1 614 555 ${1000 + at}` : `@walker_${seed}_${at}`;
  const platformId = dice.chance(0.6) ? String(178_000_000_000 + seed * 10 + at) : undefined;
  return {
    platform,
    handle,
    platformId,
    idNotKnown: platformId ? undefined : "on",
    url: dice.chance(0.5) ? `https://example.com/walker_${seed}_${at}` : undefined,
    confidence: dice.pick(["probable", "possible"]),
    linkReason: dice.chance(0.5) ? "Says the same words" : undefined,
    firstSeenOn: seenOn,
  };
}
