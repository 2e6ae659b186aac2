import type { Route } from "next";
import { Tallies, type Tally } from "@/app/_ui/items";
import type { MyWork } from "@/lib/oversight/my-work/types";
import { t } from "@/lib/platform/language/translate";
import { withQuery } from "@/lib/platform/paging";
import { formatCount } from "@/lib/platform/text/format";

const shown = (count: number) => formatCount(count, 99);

type TalliesProps = { work: MyWork; asks: number; decides: boolean; approvals: number; of: string | null };

/** At most four. Each number opens the list that it counts. */
export function WorkTallies({ work, asks, decides, approvals, of }: TalliesProps) {
  const { overdue, today, soon, waiting } = work.queue;
  const at = (list: string) => `${withQuery("/", { of: of ?? undefined })}#${list}` as Route;
  const last: Tally = decides
    ? { name: t("To approve"), count: shown(approvals), href: "/approvals", icon: "stamp" }
    : {
        name: t("Waiting on others"),
        count: shown(waiting.count),
        href: at("waiting"),
        icon: "hourglass",
        kind: "waiting",
      };
  const items: Tally[] = [
    {
      name: t("Overdue"),
      count: shown(overdue.count),
      href: at("overdue"),
      icon: "circle-alert",
      kind: overdue.count > 0 ? "overdue" : undefined,
    },
    { name: t("Today"), count: shown(today.count + asks), href: at("today"), icon: "arrow-right", kind: "accent" },
    { name: t("Next 7 days"), count: shown(soon.count), href: at("soon"), icon: "timer" },
    last,
  ];
  return <Tallies items={items} />;
}
