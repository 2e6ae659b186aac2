import type { cases } from "@/db/schema";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";

type CaseColumns = typeof cases.$inferInsert;
type GivenElsewhere = "id" | "orgId" | "keyId" | "number" | "code" | "pseudonym" | "clientId" | "ownerId";

/** What a case of the large organisation is made of; everybody and every number is invented. */
export type InventedCase = {
  number: number;
  code: string;
  pseudonym: string;
  /** Index of the caseworker. */
  owner: number;
  handle: string;
  platformId: string;
  numbers: { kind: string; raw: string; station: string | null }[];
  row: Omit<CaseColumns, GivenElsewhere>;
};

const plants = ["Honeybush", "Rooibos", "Protea", "Buchu", "Marula", "Fynbos", "Baobab", "Aloe", "Sedge", "Karee"];
const towns = ["Voorbeeldfontein", "Nergens", "Denkbeeld", "Noupoort Noord", "Klipdrif Example", "Verzonnen Bay"];
const steps = ["Ask for the CAS number", "Ask the platform to keep the data", "Draft the packet", "Call the officer"];
const day = 86_400_000;
const daysBack = 1040;

type Maker = { chance: () => number; people: number; today: CivilDate };

/**
 * Case `at` of the organisation: two years and ten months of work, two in five closed, most of the open ones with a
 * date, one in eight of those late, a few people with many cases and many people with a few.
 */
export function inventCase(at: number, { chance, people, today }: Maker): InventedCase {
  const number = at + 1;
  const morning = Date.parse(`${today}T06:00:00Z`) - Math.ceil(chance() * daysBack) * day;
  const opened = morning + Math.floor(chance() * 9 * 3_600_000);
  const digits = String(number).padStart(5, "0");
  const serial = number;
  const month = new Date(opened).getUTCMonth() + 1;
  const year = new Date(opened).getUTCFullYear();
  const station = pick(towns, chance);
  return {
    number,
    code: `CD-${String(year).slice(2)}-${digits}`,
    pseudonym: `${pick(plants, chance)} ${digits}`,
    owner: Math.floor(chance() ** 1.6 * people),
    handle: `quiet_harbour_${digits}`,
    platformId: String(2_999_000_000_000 + number * 7919),
    numbers: [
      { kind: "cas", raw: `CAS ${serial}/${month}/${year}`, station },
      chance() < 0.5
        ? { kind: "ic3", raw: `4f1c9a07e2${digits}b6f0`, station: null }
        : { kind: "platform_report", raw: `FG-${year}-00${digits}`, station: null },
    ],
    row: columns(opened, chance, today),
  };
}

function columns(opened: number, chance: () => number, today: CivilDate): InventedCase["row"] {
  const age = (Date.parse(today) - opened) / day;
  const closed = chance() < 0.4;
  const danger = chance();
  const dated = !closed && chance() < 0.65;
  return {
    pair: chance() < 0.92 ? "ZA-US" : "US-ZA",
    playbookVersion: 1,
    matter: "Threats and an impostor account",
    risk: danger < 0.12 ? "high" : danger < 0.4 ? "elevated" : "standard",
    inDanger: danger < 0.02,
    level: 1 + Math.floor(chance() ** 2 * 6),
    levels: 6,
    marks: "ddonnn/nddwnn/---b--",
    nextStep: closed ? "" : pick(steps, chance),
    nextDueLabel: dated ? "Follow up" : null,
    nextDueOn: dated ? addDays(today, Math.floor(chance() * 104) - 13) : null,
    openedAt: new Date(opened),
    lastActivityAt: new Date(opened + Math.floor(chance() * age) * day),
    closedAt: closed ? new Date(opened + Math.floor(chance() * age) * day) : null,
  };
}

function pick<T>(from: readonly T[], chance: () => number): T {
  return from[Math.floor(chance() * from.length)] as T;
}
