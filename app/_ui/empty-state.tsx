import type { ReactNode } from "react";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

type EmptyProps = { icon: IconName; title: string; level?: 2 | 3; children: ReactNode; action?: ReactNode };

/** What belongs here, why it is empty, and one next act. */
export function EmptyState({ icon, title, level = 3, children, action }: EmptyProps) {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <div className="empty">
      <Icon name={icon} />
      <Heading>{title}</Heading>
      <p>{children}</p>
      {action}
    </div>
  );
}
