import type { Route } from "next";
import { PageLink } from "@/app/_ui/page-link";
import { teamCap } from "@/lib/oversight/team/rules";
import { formatCount } from "@/lib/platform/text/format";

/** A number that opens the list it counts; nothing opens none. */
export function CountLink({ n, href, alert }: { n: number; href: string; alert?: true }) {
  if (n === 0) return 0;
  return (
    <PageLink href={href as Route} className={alert ? "strong text-overdue" : undefined}>
      {formatCount(n, teamCap)}
    </PageLink>
  );
}
