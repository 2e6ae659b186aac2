import { ChartFigure } from "@/app/_ui/chart-figure";
import { Disclosure } from "@/app/_ui/disclosure";
import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import { type ActsFacts, type ActsWords, chartActs } from "@/lib/casework/incidents/chart-acts";
import type { ChartedActs } from "@/lib/casework/incidents/types";
import { rooms } from "@/lib/platform/charts/marks";
import { plotActs } from "@/lib/platform/charts/plot-acts";
import { t } from "@/lib/platform/language/translate";
import { formatDate, plural } from "@/lib/platform/text/format";

const words: ActsWords = {
  title: t("Acts over time, by account"),
  looks: [
    t("Threat of violence or to property"),
    t("Intimate image, or demand with a threat"),
    t("Following, publishing details, another person’s name"),
    t("Other message, post or call"),
  ],
  grave: t("In a week: threats, images and demands"),
  rest: t("In a week: other acts"),
  noAccount: t("No account"),
  isNew: t("New account"),
  perWeek: t("Acts a week"),
  more: (rows) => t("{rows} more", { rows }),
  about: describeActs,
  dateText: formatDate,
};

/** As many accounts as the picture shows. */
const mostRows = 12;

function describeActs({ acts, rows, first, last, peak }: ActsFacts): string {
  return t("{acts} from {first} to {last}, from {rows}. Most in one week: {most}, in the week from {week}.", {
    acts: plural(acts, "act"),
    first: formatDate(first),
    last: formatDate(last),
    rows: plural(rows, "account"),
    most: peak.acts,
    week: formatDate(peak.week),
  });
}

/** The acts of the whole case as a picture, and as a table by account; nothing while there are too few to show a course. */
export function ActsPanel({ charted }: { charted: ChartedActs }) {
  const input = chartActs(charted, words);
  if (!input) return null;
  const rows = input.rows.map(({ label, acts }) => ({
    label,
    counts: words.looks.map((_, look) => acts.filter((act) => act.look === look).length),
    first: acts[0]?.on ?? "",
    last: acts.at(-1)?.on ?? "",
  }));
  return (
    <Panel id="over-time" title={input.title}>
      <ChartFigure id="acts" wide={plotActs(input, rooms.wide)} narrow={plotActs(input, rooms.narrow)}>
        <p className="small muted">
          {input.about} {t("Dashed lines mark what the subject was told.")}
        </p>
        <Disclosure label={t("The same as a table")}>
          <DataTable
            caption={input.title}
            rows={rows.slice(0, mostRows)}
            keyOf={(row) => row.label}
            layout="stats"
            columns={[
              { head: t("Account"), cell: (row) => row.label },
              ...words.looks.map((head, at) => ({
                head,
                num: true,
                cell: ({ counts }: (typeof rows)[number]) => counts[at] ?? 0,
              })),
              { head: t("First"), cell: (row) => formatDate(row.first) },
              { head: t("Last"), cell: (row) => formatDate(row.last) },
            ]}
          />
          {rows.length > mostRows ? (
            <p className="small muted">
              {t("The first {mostRows} of {accounts}.", { mostRows, accounts: plural(rows.length, "account") })}
            </p>
          ) : null}
        </Disclosure>
      </ChartFigure>
    </Panel>
  );
}
