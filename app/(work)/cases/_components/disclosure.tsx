import type { ReactNode } from "react";
import { Icon } from "@/app/_ui/icon";
import type { IconName } from "@/app/_ui/icon-names";

type Props = { icon: IconName; summary: ReactNode; id?: string; open?: boolean; children: ReactNode };

/** A form that is out of the way until it is wanted, and opens without script. */
export function Disclosure({ icon, summary, id, open, children }: Props) {
  return (
    <details className="stack" id={id} open={open}>
      <summary className="btn btn--secondary">
        <Icon name={icon} />
        {summary}
      </summary>
      {children}
    </details>
  );
}
