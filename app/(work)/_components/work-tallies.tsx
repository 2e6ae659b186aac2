import type { Route } from "next";
import { Tallies, type Tally } from "@/app/_ui/items";
import { stalledDays } from "@/lib/oversight/my-work/rules";
import type { MyWork } from "@/lib/oversight/my-work/types";
import { formatCount } from "@/lib/platform/text/format";

const shown = (count: number) => formatCount(count, 99);

/** Each number opens the list that it counts. */
export function WorkTallies({ work, decides }: { work: MyWork; decides: boolean }) {
  const mine = "/cases?owner=me";
  const items: Tally[] = [
    {
      name: "Overdue",
      count: shown(work.overdue.count),
      note: work.overdue.count > 0 ? "a date has passed" : "nothing is late",
      href: `${mine}&due=overdue`,
      icon: "circle-alert",
      kind: work.overdue.count > 0 ? "overdue" : undefined,
    },
    {
      name: "Due in 7 days",
      count: shown(work.soon.count),
      note: "the nearest date of each case",
      href: `${mine}&due=week`,
      icon: "timer",
      kind: "accent",
    },
    {
      name: "Waiting on others",
      count: shown(work.waiting.count),
      note: "with somebody else",
      href: "/#waiting",
      icon: "hourglass",
      kind: "waiting",
    },
    decides
      ? {
          name: "To approve",
          count: shown(work.approvals.count),
          note: "packets of others",
          href: "/approvals",
          icon: "stamp",
        }
      : {
          name: "Sent for approval",
          count: shown(work.sent.length),
          note: "with a supervisor",
          href: "/#packets",
          icon: "stamp",
        },
    {
      name: "Stalled 30 days",
      count: shown(work.stalled.count),
      note: "nothing happened on them",
      href: `${mine}&quiet=${stalledDays}` as Route,
      icon: "clock",
    },
    {
      name: "Flags",
      count: shown(work.flags.length),
      note: "to look at now",
      href: "/#flags",
      icon: "flag",
    },
    {
      name: "Review notes",
      count: shown(work.reviews.length),
      note: "to read or answer",
      href: "/#reviews",
      icon: "clipboard-check",
    },
    {
      name: "Offered to you",
      count: shown(work.offers.length),
      note: "cases to accept or reject",
      href: "/#offers",
      icon: "arrow-right-left",
    },
  ];
  return <Tallies items={items} />;
}
