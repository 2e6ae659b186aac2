import type { Route } from "next";
import { Pager } from "@/app/_ui/pager";
import { atCursor, type ListRules, type ListState, writeListState } from "@/lib/platform/list-state";

type RegisterPagerProps = {
  path: string;
  state: ListState;
  rules: ListRules;
  before: string | undefined;
  after: string | undefined;
  children: React.ReactNode;
};

/** Previous and Next of a register, whose marks are ids. */
export function RegisterPager({ path, state, rules, before, after, children }: RegisterPagerProps) {
  const at = (side: "after" | "before", mark: string | undefined) =>
    mark === undefined ? undefined : (writeListState(path, atCursor(state, side, mark), rules) as Route);
  return (
    <Pager previous={at("before", before)} next={at("after", after)}>
      {children}
    </Pager>
  );
}
