import { ChartFigure } from "@/app/_ui/chart-figure";
import { Panel } from "@/app/_ui/panel";
import type { AccountForecast, DeadlinesPage } from "@/lib/escalation/deadlines/types";
import { chartKept, type KeptWords } from "@/lib/escalation/preservation/chart-kept";
import type { ChartedKeep } from "@/lib/escalation/preservation/types";
import { rooms } from "@/lib/platform/charts/marks";
import { plotSpans } from "@/lib/platform/charts/plot-spans";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";

const words: Omit<KeptWords, "about"> = {
  title: t("What is kept of each account, against the time of a request"),
  kept: t("Kept by the provider"),
  possible: t("Possible with a renewal"),
  risk: t("May be gone"),
  request: t("Time of a request from state to state"),
  requestName: t("Request"),
  today: t("Today"),
  more: (rows) => t("{rows} more in the table", { rows }),
  dateText: formatDate,
};

/** Each account as a bar against the time of a request from state to state. The table with the same days follows. */
export function KeptPanel({ page }: { page: DeadlinesPage }) {
  if (page.accounts.length === 0 || page.closed) return null;
  const { sentOn, mayTakeMonths, text } = page.request;
  const keeps = page.accounts.map(keepOf);
  const request = {
    sentOn,
    mayTakeMonths,
    text: sentOn
      ? t("Sent on {sentOn}. No date of an answer is promised", { sentOn: formatDate(sentOn) })
      : t("If it were sent today. No date of an answer is promised"),
  };
  const about = keeps.map(({ name, note }) => `${name}: ${note}.`).join(" ");
  const input = chartKept(keeps, request, page.today, { ...words, about });
  return (
    <Panel id="race" title={words.title}>
      <ChartFigure id="kept" wide={plotSpans(input, rooms.wide)} narrow={plotSpans(input, rooms.narrow)}>
        <p className="small muted">
          {text} {mayTakeMonths ? t("General knowledge, not yet confirmed in a source.") : ""}{" "}
          {t("An arrow means that it may take longer. The table below has the same days.")}
        </p>
      </ChartFigure>
    </Panel>
  );
}

function keepOf({ number, acceptedOn, forecast }: AccountForecast): ChartedKeep {
  const { state, coveredUntil, goneAfter } = forecast;
  return {
    name: t("Account {number}", { number }),
    note: noteOf(forecast),
    from: acceptedOn,
    until: state === "covered" || state === "lapsed" ? coveredUntil : null,
    possibleUntil: goneAfter,
  };
}

function noteOf({ state, coveredUntil, goneAfter }: AccountForecast["forecast"]): string {
  if (state === "asked") return t("Requested, no answer yet");
  if (state === "refused") return t("The provider refused; nothing is kept");
  if (state === "nothing") return t("Nothing is kept");
  if (!coveredUntil) return t("Kept; the last day is not known");
  if (state === "lapsed") return t("Kept until {until}, which is past", { until: formatDate(coveredUntil) });
  if (!goneAfter || goneAfter === coveredUntil) return t("Kept until {until}", { until: formatDate(coveredUntil) });
  return t("Kept until {until}, with a renewal until {goneAfter}", {
    until: formatDate(coveredUntil),
    goneAfter: formatDate(goneAfter),
  });
}
