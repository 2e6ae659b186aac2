import { type ActsFacts, type ActsWords, chartActs } from "@/lib/casework/incidents/chart-acts";
import type { Gravity } from "@/lib/casework/incidents/types";
import { rooms } from "@/lib/platform/charts/marks";
import { plotActs } from "@/lib/platform/charts/plot-acts";
import type { Block } from "@/lib/platform/pdf/blocks";
import { strong } from "@/lib/platform/pdf/rich-text";
import { formatDate } from "@/lib/platform/text/format";
import type { PacketSnapshot, SnapshotIncident } from "../../snapshot/snapshot";
import { acts } from "../facts";
import { label } from "../pair-words";
import { civilDate, countOf, sentence } from "../words";

type Tag = SnapshotIncident["tags"][number];

const byTag: readonly (readonly Tag[])[] = [
  ["violence", "property"],
  ["intimate_image", "image_shared", "gain"],
  ["impersonation", "fear"],
];

function gravityOf({ tags }: SnapshotIncident): Gravity {
  const found = byTag.findIndex((some) => some.some((tag) => tags.includes(tag)));
  return (found < 0 ? 3 : found) as Gravity;
}

const words: ActsWords = {
  title: "Acts over time, by account",
  looks: [
    "threat of violence or to property",
    "intimate image, or demand with a threat",
    "following, publishing details, another person’s name",
    "other message, post or call",
  ],
  grave: "in a week: threats, images and demands",
  rest: "in a week: other acts",
  noAccount: "no account",
  isNew: "new account",
  perWeek: "Acts a week",
  more: (rows) => `${rows} more`,
  about: describeActs,
  dateText: formatDate,
};

function describeActs({ acts: count, rows, first, last, peak }: ActsFacts): string {
  const span = `${sentence(countOf(count, "act"))} from ${formatDate(first)} to ${formatDate(last)}, from ${countOf(rows, "account")}`;
  return `${span}. Most in one week: ${peak.acts}, in the week from ${formatDate(peak.week)}.`;
}

/** The acts as a picture above their table, where there are enough to see how they grew. By code only. */
export function actsFigure(snapshot: PacketSnapshot): Block[] {
  const { home } = snapshot.zones;
  const told = [
    ...snapshot.events.filter((event) => event.knowledge),
    ...acts(snapshot).flatMap((incident) => (incident.knowledge ? [{ ...incident, shows: incident.knowledge }] : [])),
  ];
  const input = chartActs(
    {
      acts: acts(snapshot).map((incident) => ({
        on: civilDate(incident.at, home),
        account: incident.account,
        gravity: gravityOf(incident),
      })),
      accounts: snapshot.accounts.map(({ code, platform }) => ({ code, label: `${code} ${platform}` })),
      flags: told.map(({ code, at, shows }) => ({
        on: civilDate(at, home),
        label: [code, shows].filter(Boolean).join(" "),
      })),
    },
    words,
  );
  if (!input) return [];
  const caption = `${words.title}. ${input.about} Days are those of ${label(snapshot, "inHome")}; dashed lines mark what the sender was told. Each act is in the table below.`;
  return [{ b: "chart", chart: plotActs(input, rooms.print), caption: [strong("Figure. "), caption] }];
}
