import type { Route } from "next";
import { Tallies, type Tally } from "@/app/_ui/items";
import { stalledDays } from "@/lib/oversight/my-work/rules";
import type { MyWork } from "@/lib/oversight/my-work/types";
import { t } from "@/lib/platform/language/translate";
import { formatCount } from "@/lib/platform/text/format";

const shown = (count: number) => formatCount(count, 99);

/** Each number opens the list that it counts. */
export function WorkTallies({ work, decides }: { work: MyWork; decides: boolean }) {
  const mine = "/cases?owner=me";
  const items: Tally[] = [
    {
      name: t("Overdue"),
      count: shown(work.overdue.count),
      note: work.overdue.count > 0 ? t("a date has passed") : t("nothing is late"),
      href: `${mine}&due=overdue`,
      icon: "circle-alert",
      kind: work.overdue.count > 0 ? "overdue" : undefined,
    },
    {
      name: t("Due in 7 days"),
      count: shown(work.soon.count),
      note: t("the nearest date of each case"),
      href: `${mine}&due=week`,
      icon: "timer",
      kind: "accent",
    },
    {
      name: t("Waiting on others"),
      count: shown(work.waiting.count),
      note: t("with somebody else"),
      href: "/#waiting",
      icon: "hourglass",
      kind: "waiting",
    },
    decides
      ? {
          name: t("To approve"),
          count: shown(work.approvals.count),
          note: t("packets of others"),
          href: "/approvals",
          icon: "stamp",
        }
      : {
          name: t("Sent for approval"),
          count: shown(work.sent.length),
          note: t("with a supervisor"),
          href: "/#packets",
          icon: "stamp",
        },
    {
      name: t("Stalled 30 days"),
      count: shown(work.stalled.count),
      note: t("nothing happened on them"),
      href: `${mine}&quiet=${stalledDays}` as Route,
      icon: "clock",
    },
    {
      name: t("Flags"),
      count: shown(work.flags.length),
      note: t("to look at now"),
      href: "/#flags",
      icon: "flag",
    },
    {
      name: t("Review notes"),
      count: shown(work.reviews.length),
      note: t("to read or answer"),
      href: "/#reviews",
      icon: "clipboard-check",
    },
    {
      name: t("Offered to you"),
      count: shown(work.offers.length),
      note: t("cases to accept or reject"),
      href: "/#offers",
      icon: "arrow-right-left",
    },
  ];
  return <Tallies items={items} />;
}
