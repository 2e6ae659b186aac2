import { max } from "d3-array";
import type { ActLook, ActsInput } from "@/lib/platform/charts/plot-acts";
import type { CivilDate } from "@/lib/platform/time/calendar";
import { addDays, weekdayOf } from "@/lib/platform/time/calendar";
import type { ChartedAct, ChartedActs } from "./types";

/** The words of the chart: of the reader's language on a screen, of the receiver's in a packet. */
export type ActsWords = {
  title: string;
  /** In order of gravity, as `ChartedAct` counts it. */
  looks: readonly [string, string, string, string];
  grave: string;
  rest: string;
  noAccount: string;
  isNew: string;
  perWeek: string;
  more: (rows: number) => string;
  about: (facts: ActsFacts) => string;
  dateText: (on: CivilDate) => string;
};

export type ActsFacts = {
  acts: number;
  rows: number;
  first: CivilDate;
  last: CivilDate;
  /** The Monday of the week with the most acts, and how many. */
  peak: { week: CivilDate; acts: number };
};

const shapes: readonly Pick<ActLook, "shape" | "fill" | "grave">[] = [
  { shape: "triangle", fill: "strong", grave: true },
  { shape: "square", fill: "strong", grave: true },
  { shape: "diamond", fill: "light", grave: false },
  { shape: "circle", fill: "paper", grave: false },
];

/** Fewer acts than this show nothing that their list does not. */
const fewest = 3;

/** The acts of a case as a chart: an account a line, in order of their first act. Null while there are too few. */
export function chartActs({ acts, accounts, flags }: ChartedActs, words: ActsWords): ActsInput | null {
  const sorted = acts.toSorted((a, b) => a.on.localeCompare(b.on));
  const [first] = sorted;
  const last = sorted.at(-1);
  if (!first || !last || sorted.length < fewest) return null;
  const byAccount = Map.groupBy(sorted, (act) => act.account);
  const rows = [...byAccount].map(([code, own], i) => ({
    label: code === null ? words.noAccount : labelOf(accounts, code),
    isNew: code !== null && i > 0 && (own[0]?.on ?? "") > first.on,
    acts: own.map(({ on, gravity }) => ({ on, look: gravity })),
  }));
  return {
    title: words.title,
    about: words.about({
      acts: sorted.length,
      rows: rows.length,
      first: first.on,
      last: last.on,
      peak: peakOf(sorted),
    }),
    looks: shapes.map((shape, i) => ({ label: words.looks[i] ?? "", ...shape })),
    rows,
    flags: flags.toSorted((a, b) => a.on.localeCompare(b.on)),
    words: { isNew: words.isNew, perWeek: words.perWeek, grave: words.grave, rest: words.rest, more: words.more },
    dateText: words.dateText,
  };
}

const labelOf = (accounts: ChartedActs["accounts"], code: string): string =>
  accounts.find((account) => account.code === code)?.label ?? code;

function peakOf(acts: readonly ChartedAct[]): ActsFacts["peak"] {
  const weeks = [...Map.groupBy(acts, ({ on }) => addDays(on, -((weekdayOf(on) + 6) % 7)))];
  const most = max(weeks, ([, own]) => own.length) ?? 0;
  return { week: weeks.find(([, own]) => own.length === most)?.[0] ?? "", acts: most };
}
