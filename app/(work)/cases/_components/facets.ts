import type { Facet } from "@/app/_ui/table/filters";
import type { ListState } from "@/app/_ui/table/url-state";
import { setWords } from "@/lib/figures/labels";
import { readCounted } from "@/lib/figures/rules";
import { formatDate } from "@/lib/platform/format";
import { dueLabels, pairWords, riskLabels } from "@/lib/reports/labels";

type Known = { pairs: readonly string[]; staff: readonly { id: string; name: string }[]; levels: number };

const options = (labels: Record<string, string>) => Object.entries(labels).map(([value, label]) => ({ value, label }));

/** The filters beside the list, in the order in which caseworkers ask. */
export function facetsFor({ pairs, staff, levels }: Known): Facet[] {
  return [
    { name: "due", label: "Next deadline", options: options(dueLabels) },
    { name: "risk", label: "Risk", options: options(riskLabels) },
    {
      name: "owner",
      label: "Owner",
      options: [{ value: "me", label: "Me" }, ...staff.map(({ id, name }) => ({ value: id, label: name }))],
    },
    {
      name: "level",
      label: "Level",
      options: Array.from({ length: levels }, (_, at) => ({ value: String(at + 1), label: `Level ${at + 1}` })),
    },
    { name: "pair", label: "Countries", options: pairs.map((pair) => ({ value: pair, label: pairWords(pair) })) },
    { name: "status", label: "Status", options: options({ open: "Open", closed: "Closed" }) },
  ];
}

/** Filters without a box in the panel still say in words what they do. */
export function hiddenFacets({ filters }: ListState): Facet[] {
  const days = (name: string) => (filters[name] ?? []).map((value) => ({ value, label: formatDate(value) }));
  const counted = (filters.counted ?? []).map((value) => {
    const asked = readCounted(value);
    return { value, label: asked ? setWords[asked.set] : "no number of ours" };
  });
  return [
    { name: "quiet", label: "No activity", options: options({ "14": "14 days", "30": "30 days" }) },
    { name: "counted", label: "Counted in Reports:", options: counted },
    { name: "from", label: "From", options: days("from") },
    { name: "to", label: "To", options: days("to") },
  ];
}
