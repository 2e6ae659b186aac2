import type { Route } from "next";
import { classes } from "@/app/_ui/classes";
import { Disclosure } from "@/app/_ui/disclosure";
import { Panel } from "@/app/_ui/panel";
import { DataTable } from "@/app/_ui/table/data-table";
import { Tabs } from "@/app/_ui/tabs";
import type { Bar, ChartBy } from "@/lib/evidence/chats/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate, plural } from "@/lib/platform/text/format";

type Props = {
  bars: readonly Bar[];
  by: ChartBy;
  /** The same page with another division. */
  tabs: Record<ChartBy, Route>;
  zone: string;
  filtered: boolean;
};

/** Fewer bars than this do not fill the width; then their labels are grouped at the left. */
const fewest = 12;

const names: Record<ChartBy, string> = { day: t("By day"), week: t("By week"), hour: t("By hour of the day") };

/** How often messages came. Bars from zero; the table in the fold has the same numbers. */
export function Frequency({ bars, by, tabs, zone, filtered }: Props) {
  const top = Math.max(...bars.map((bar) => bar.count), 1);
  const most = bars.find((bar) => bar.count === top);
  const words = most
    ? t("Most: {count}, {at}", { count: plural(most.count, "message"), at: wordsOf(most.at, by) })
    : t("No messages match these filters");
  const first = bars[0];
  const last = bars.at(-1);
  return (
    <Panel
      title={t("How often")}
      id="often"
      end={<span className="muted">{filtered ? t("As chosen below") : t("All messages")}</span>}
    >
      <Tabs
        label={t("Divided by")}
        items={(Object.keys(names) as ChartBy[]).map((key) => ({
          href: tabs[key],
          label: names[key],
          current: by === key,
        }))}
      />
      <p>{words}.</p>
      <svg
        className="chart chart--bars"
        viewBox={`0 0 ${Math.max(bars.length, fewest)} 100`}
        preserveAspectRatio="none"
        role="img"
        aria-labelledby="often-words"
      >
        <title id="often-words">
          {t("Messages {value}. {words}. The table below has the same numbers.", {
            value: names[by].toLowerCase(),
            words,
          })}
        </title>
        {bars.map((bar, at) => (
          <rect key={bar.at} className="s1" x={at + 0.1} width="0.8" {...heightOf(bar.count, top)}>
            <title>{`${wordsOf(bar.at, by)}: ${bar.count}`}</title>
          </rect>
        ))}
      </svg>
      <p className={classes("row small muted", bars.length >= fewest && "row--between")} aria-hidden="true">
        <span>{first ? wordsOf(first.at, by) : ""}</span>
        {bars.length < fewest && last !== first ? <span>{t("to")}</span> : null}
        <span>{last && last !== first ? wordsOf(last.at, by) : ""}</span>
      </p>
      <Disclosure label={t("The numbers as a table")}>
        <DataTable
          caption={t("Messages {value}", { value: names[by].toLowerCase() })}
          rows={bars.filter((bar) => bar.count > 0)}
          keyOf={(bar) => bar.at}
          layout="rows"
          wide
          columns={[
            {
              head: by === "hour" ? t("Hour") : by === "week" ? t("Week from Monday") : t("Day"),
              cell: (bar) => wordsOf(bar.at, by),
            },
            { head: t("Messages"), num: true, cell: (bar) => bar.count },
          ]}
        />
      </Disclosure>
      <p className="small muted">{t("Days and hours on the clock of {zone}.", { zone })}</p>
    </Panel>
  );
}

/** A single message among thousands is still seen. */
function heightOf(count: number, top: number) {
  const height = count === 0 ? 0 : Math.max(1.5, (count / top) * 100);
  return { y: 100 - height, height };
}

function wordsOf(at: string, by: ChartBy): string {
  if (by === "hour") return t("{at}:00 to {at2}:59", { at, at2: at });
  return by === "week" ? t("week of {at}", { at: formatDate(at) }) : formatDate(at);
}
