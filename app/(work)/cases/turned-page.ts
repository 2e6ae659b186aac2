import type { CasePage } from "@/lib/oversight/case-list/types";
import type { CaseLine } from "./_components/case-line";

/** Another page of the list of cases, as it comes without its frame. `before` and `after` are marks, missing at an end. */
export type TurnedPage = Pick<CasePage, "from" | "before" | "after"> & { lines: CaseLine[] };
