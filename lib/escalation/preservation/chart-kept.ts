import type { Span, SpansInput } from "@/lib/platform/charts/plot-spans";
import { addDays, type CivilDate } from "@/lib/platform/time/calendar";
import type { ChartedKeep, ChartedRequest } from "./types";

/** The words of the chart: of the reader's language on a screen, of the receiver's in a packet. */
export type KeptWords = {
  title: string;
  about: string;
  kept: string;
  possible: string;
  risk: string;
  request: string;
  requestName: string;
  today: string;
  more: (rows: number) => string;
  dateText: (on: CivilDate) => string;
};

/** So long is the stretch that is shown where nobody knows how long a request takes. */
const shownDays = 365;
/** Days before today that are shown, so that today is seen as a line. */
const before = 14;
const daysInMonth = 30.44;

/**
 * Until when a provider keeps the data of each account, against the time of a request from state to state. Of that
 * only what the law data says is drawn; its end is open, since nobody promises a day.
 */
export function chartKept(
  keeps: readonly ChartedKeep[],
  request: ChartedRequest,
  today: CivilDate,
  words: KeptWords,
): SpansInput {
  const from = request.sentOn ?? today;
  const days = request.mayTakeMonths ? Math.round(request.mayTakeMonths * daysInMonth) : shownDays;
  const asked: Span = { from, to: addDays(from, days), look: 3, open: true };
  const starts = keeps.flatMap((keep) => keep.from ?? []);
  const ends = keeps.flatMap((keep) => [keep.until, keep.possibleUntil].filter((day) => day !== null));
  const last = [...ends, asked.to].toSorted().at(-1) ?? asked.to;
  return {
    title: words.title,
    about: words.about,
    looks: [
      { label: words.kept, fill: "strong" },
      { label: words.possible, fill: "light" },
      { label: words.risk, fill: "paper" },
      { label: words.request, fill: "hatch" },
    ],
    rows: [
      ...keeps.map((keep) => ({ name: keep.name, note: keep.note, spans: spansOf(keep, today, asked.to) })),
      { name: words.requestName, note: request.text, spans: [asked] },
    ],
    from: [...starts, from, addDays(today, -before)].toSorted()[0] ?? today,
    to: addDays(last, before * 2),
    today: { on: today, label: words.today },
    more: words.more,
    dateText: words.dateText,
  };
}

/** What is kept, what a request or a renewal could add, and the days after that until the request may be answered. */
function spansOf({ from, until, possibleUntil }: ChartedKeep, today: CivilDate, answer: CivilDate): Span[] {
  const kept: Span[] = until ? [{ from: from ?? today, to: until, look: 0 }] : [];
  const next = until && until >= today ? addDays(until, 1) : today;
  const possible: Span[] = possibleUntil && possibleUntil >= next ? [{ from: next, to: possibleUntil, look: 1 }] : [];
  const bare = possible[0] ? addDays(possible[0].to, 1) : next;
  const risk: Span[] = bare < answer ? [{ from: bare, to: answer, look: 2 }] : [];
  return [...kept, ...possible, ...risk];
}
