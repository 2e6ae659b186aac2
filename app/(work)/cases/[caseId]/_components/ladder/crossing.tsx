import { Icon } from "@/app/_ui/icon";
import type { CrossingView } from "@/lib/escalation/ladder/types";

const deck = { later: "bridge bridge--later", open: "bridge bridge--open", crossed: "bridge bridge--crossed" } as const;

/** The way over the border: a thin arrow that anyone may take, or a bridge that only officials may cross. */
export function Crossing({ crossing }: { crossing: CrossingView }) {
  if (crossing.kind === "direct") {
    return (
      <p className="direct">
        <span>
          <Icon name="user" />
          {crossing.label}
        </span>
      </p>
    );
  }
  return (
    <p className={deck[crossing.state]}>
      <Icon name={crossing.sign} />
      <span>
        <b>{crossing.title}</b>
        <small>{crossing.text}</small>
      </span>
      <Icon name="arrow-right" />
    </p>
  );
}
