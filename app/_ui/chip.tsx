import type { Route } from "next";
import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";
import { PageLink } from "./page-link";

export type ChipKind =
  | "plain"
  | "overdue"
  | "overdue-solid"
  | "warning"
  | "waiting"
  | "done"
  | "info"
  | "accent"
  | "line";

const signs: Partial<Record<ChipKind, IconName>> = {
  overdue: "circle-alert",
  "overdue-solid": "circle-alert",
  warning: "timer",
  waiting: "hourglass",
  done: "check",
  info: "inbox",
  accent: "arrow-right",
};

/** Sign, then word: "4 days overdue", "Waiting on court". Colour is only the third signal. */
export function Chip({ kind = "plain", icon, children }: { kind?: ChipKind; icon?: IconName; children: ReactNode }) {
  return (
    <span className={classes("chip", kind !== "plain" && `chip--${kind}`)}>
      <Icon name={icon ?? signs[kind] ?? "circle-dashed"} />
      {children}
    </span>
  );
}

export type DueKind = "overdue" | "soon" | "calm";

type DueChipProps = { href: Route; kind: DueKind; children: ReactNode };

/** The next deadline in the case header: event and time, "Detective follow-up, 4 days overdue". */
export function DueChip({ href, kind, children }: DueChipProps) {
  return (
    <PageLink className={classes("duechip", kind !== "overdue" && `duechip--${kind}`)} href={href}>
      <Icon name={kind === "calm" ? "calendar-days" : "timer"} />
      {children}
    </PageLink>
  );
}
