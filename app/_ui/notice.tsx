import type { ReactNode } from "react";
import { classes } from "./classes";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

export type NoticeKind = "info" | "warning" | "overdue" | "done";

const signs: Record<NoticeKind, IconName> = {
  info: "info",
  warning: "triangle-alert",
  overdue: "circle-alert",
  done: "check",
};

type NoticeProps = { kind?: NoticeKind; icon?: IconName; title: ReactNode; children?: ReactNode; live?: boolean };

/** A short word to the reader. `live` reads it out when it appears. */
export function Notice({ kind = "info", icon, title, children, live }: NoticeProps) {
  return (
    <div className={classes("notice", kind !== "info" && `notice--${kind}`)} role={live ? "status" : undefined}>
      <Icon name={icon ?? signs[kind]} />
      <strong>{title}</strong>
      {children ? <div>{children}</div> : null}
    </div>
  );
}
