import { choicesOf } from "@/app/_ui/choices-of";
import type { DayFilter, Facet } from "@/app/_ui/table/filters";
import { findReferenceKind } from "@/lib/law/jurisdictions/rules";
import type { CustomField } from "@/lib/organisation/custom-fields/types";
import { dueLabels, pairWords, riskLabels } from "@/lib/oversight/case-list/labels";
import type { FacetCounts, FacetName } from "@/lib/oversight/case-list/types";
import { setWords } from "@/lib/oversight/reports/labels";
import { readCounted } from "@/lib/oversight/reports/rules";
import { t } from "@/lib/platform/language/translate";
import type { ListState } from "@/lib/platform/list-state";
import { formatCount, formatDate } from "@/lib/platform/text/format";
import { ownFacets, ownRangeFacets, ownRanges } from "./own-facets";

type Known = {
  pairs: readonly string[];
  staff: readonly { id: string; name: string }[];
  levels: number;
  counted: FacetCounts;
  state: ListState;
  own: readonly CustomField[];
  /** The reader, whose cases are under "Me". */
  me: string | null;
};

type Choice = { value: string; label: string };

/** Longer facets show what most cases have; what is ticked always stays in sight. */
const longest = 8;

/**
 * The filters of the list, in the order in which caseworkers need them, each value with how many cases it would leave.
 */
export function facetsFor(known: Known): Facet[] {
  const { pairs, staff, levels, counted, state, own, me } = known;
  const others = staff.filter(({ id }) => id !== me || state.filters.owner?.includes(id));
  const owners = [{ value: "me", label: t("Me") }, ...others.map(({ id, name }) => ({ value: id, label: name }))];
  const steps = [...counted.counts.step.keys(), ...(state.filters.step ?? [])];
  const kinds = [...counted.counts.kind.keys(), ...(state.filters.kind ?? [])];
  const facet = (name: FacetName, label: string, choices: readonly Choice[]): Facet => ({
    name,
    label,
    folded: name === "step" || name === "kind" || name === "pair",
    options: choices.map((choice) => ({ ...choice, count: countWords(counted, name, choice.value) })),
  });
  const upTo = (name: FacetName, choices: Choice[]) => mostFirst(choices, counted.counts[name], state.filters[name]);
  return [
    facet("due", t("Next deadline"), choicesOf(dueLabels)),
    facet("risk", t("Risk"), choicesOf(riskLabels)),
    facet("owner", t("Owner"), upTo("owner", owners)),
    facet(
      "level",
      t("Level"),
      Array.from({ length: levels }, (_, at) => ({
        value: String(at + 1),
        label: t("Level {value}", { value: at + 1 }),
      })),
    ),
    facet("quiet", t("No activity for"), choicesOf({ "14": t("14 days"), "30": t("30 days (stalled)") })),
    facet("flagged", t("Flags"), choicesOf({ yes: t("Flagged") })),
    facet(
      "step",
      t("Next step"),
      upTo(
        "step",
        [...new Set(steps)].map((step) => ({ value: step, label: step })),
      ),
    ),
    facet(
      "kind",
      t("Has a number"),
      upTo(
        "kind",
        [...new Set(kinds)].map((kind) => ({ value: kind, label: kindLabel(kind) })),
      ),
    ),
    facet(
      "pair",
      t("Countries"),
      pairs.map((pair) => ({ value: pair, label: pairWords(pair) })),
    ),
    ...ownFacets(own),
    { name: "status", label: t("Status"), options: choicesOf({ open: t("Open"), closed: t("Closed") }) },
  ].filter((item) => item.options.length > 0);
}

const dayFilters: DayFilter[] = [
  { name: "since", label: t("No activity since") },
  { name: "openedfrom", label: t("Opened from") },
  { name: "openedto", label: t("Opened to") },
];

/** Filters by a day, and by a range of a field of the organisation's own. */
export function rangesFor(own: readonly CustomField[]): DayFilter[] {
  return [...dayFilters, ...ownRanges(own)];
}

function kindLabel(kind: string): string {
  return findReferenceKind(kind)?.label ?? kind;
}

/** "12"; "12+" when not every case was counted. */
function countWords({ counts, cut }: FacetCounts, name: FacetName, value: string): string {
  const n = counts[name].get(value) ?? 0;
  return cut ? `${formatCount(n)}+` : formatCount(n);
}

function mostFirst(choices: Choice[], counts: ReadonlyMap<string, number>, ticked: readonly string[] = []): Choice[] {
  if (choices.length <= longest) return choices;
  const weight = ({ value }: Choice) =>
    ticked.includes(value) || value === "me" ? Infinity : (counts.get(value) ?? 0);
  const shown = choices.toSorted((a, b) => (weight(b) === weight(a) ? 0 : weight(b) - weight(a))).slice(0, longest);
  return choices.filter((choice) => shown.includes(choice) || ticked.includes(choice.value));
}

/** Filters without a box in the panel, and those by a day, still say in words what they do. */
export function hiddenFacets(state: ListState, own: readonly CustomField[]): Facet[] {
  const { filters } = state;
  const days = (name: string) => (filters[name] ?? []).map((value) => ({ value, label: formatDate(value) }));
  const counted = (filters.counted ?? []).map((value) => {
    const asked = readCounted(value);
    return { value, label: asked ? setWords[asked.set] : t("an unknown count") };
  });
  return [
    { name: "counted", label: t("Counted in Reports:"), options: counted },
    { name: "from", label: t("From"), options: days("from") },
    { name: "to", label: t("To"), options: days("to") },
    ...dayFilters.map(({ name, label }) => ({ name, label, options: days(name) })),
    ...ownRangeFacets(state, own),
  ];
}
