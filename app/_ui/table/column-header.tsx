import type { Route } from "next";
import type { ReactNode } from "react";
import { type ListRules, type ListState, sortedBy, writeListState } from "@/lib/platform/list-state";
import { Icon } from "../icon";
import { PageLink } from "../page-link";

type ColumnHeaderProps = {
  id: string;
  children: ReactNode;
  path: string;
  state: ListState;
  rules: ListRules;
  first?: "asc" | "desc";
  align?: "start" | "end";
};

/** A column's name; a link when the list can be ordered by it. */
export function ColumnHeader({ id, children, path, state, rules, first, align }: ColumnHeaderProps) {
  const className = align === "end" ? "num" : undefined;
  if (!rules.sorts.includes(id)) {
    return (
      <th scope="col" className={className}>
        {children}
      </th>
    );
  }
  const sorted = state.sort.key === id ? state.sort.dir : undefined;
  const icon = sorted === undefined ? "chevrons-up-down" : sorted === "asc" ? "chevron-up" : "chevron-down";
  const href = writeListState(path, sortedBy(state, id, first), rules) as Route;
  return (
    <th scope="col" className={className} aria-sort={sorted && (sorted === "asc" ? "ascending" : "descending")}>
      <PageLink className="sort" href={href}>
        {children}
        <Icon name={icon} />
      </PageLink>
    </th>
  );
}
