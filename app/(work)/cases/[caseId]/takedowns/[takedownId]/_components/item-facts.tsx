import type { Route } from "next";
import { ForeignAddress } from "@/app/_ui/foreign-address";
import { Notice } from "@/app/_ui/notice";
import { RefNumberWithCopy } from "@/app/_ui/number";
import { PageLink } from "@/app/_ui/page-link";
import { Facts, Panel } from "@/app/_ui/panel";
import { rich } from "@/app/_ui/rich";
import { kindLabels } from "@/lib/escalation/takedowns/labels";
import type { TakedownView } from "@/lib/escalation/takedowns/types";
import type { CaseClock } from "@/lib/law/clocks/types";
import { t } from "@/lib/platform/language/translate";
import { formatDate } from "@/lib/platform/text/format";
import { ShownBy } from "../../_components/shown-by";
import { StateChip } from "../../_components/state-chip";
import { SeenWords } from "../../_components/takedown-table";

type Props = { caseId: string; item: TakedownView; clock: CaseClock | undefined; today: string };

export function ItemFacts({ caseId, item, clock, today }: Props) {
  const { standing, where, isAddress, what, kind, platformName, reportIds } = item;
  const isShown = item.showing.some((showing) => showing.kind === "exhibit");
  const ids = reportIds.map((number) => <RefNumberWithCopy key={number} value={number} what={t("report ID")} />);
  return (
    <Panel id="item" title={t("Where it stands")} end={<StateChip state={standing.state} />}>
      {isShown || standing.state === "removed" ? null : (
        <Notice kind="warning" title={t("Preserve it first")}>
          {rich("No exhibit shows it yet, and what is removed is gone. <link>Add an exhibit</link>.", {
            link: (words) => <PageLink href={`/cases/${caseId}/evidence` as Route}>{words}</PageLink>,
          })}
        </Notice>
      )}
      <Facts
        items={[
          { name: t("What"), value: [kindLabels[kind], what].filter(Boolean).join(": ") },
          { name: t("Platform"), value: platformName },
          {
            name: t("Where"),
            value: !where ? (
              t("No address recorded")
            ) : isAddress ? (
              <ForeignAddress address={where} what={t("web address")} />
            ) : (
              <bdi>{where}</bdi>
            ),
          },
          { name: t("Shown by"), value: <ShownBy caseId={caseId} item={item} /> },
          { name: t("Report ID"), value: ids.length > 0 ? ids : t("None recorded") },
          { name: t("Last look"), value: <SeenWords standing={standing} today={today} /> },
          ...(standing.appealedOn ? [{ name: t("Appeal sent"), value: formatDate(standing.appealedOn) }] : []),
          ...(standing.endedOn ? [{ name: t("Ended"), value: formatDate(standing.endedOn) }] : []),
          {
            name: t("Clock"),
            value: clock ? (
              <>
                {clock.title}: {clock.words}
                <span className="block small muted">{clock.why}</span>
              </>
            ) : (
              t("None runs")
            ),
          },
        ]}
      />
    </Panel>
  );
}
