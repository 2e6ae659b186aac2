"use client";

import { Dialog as Base } from "@base-ui/react/dialog";
import { type ReactNode, type RefObject, useState } from "react";
import { t } from "@/lib/platform/language/translate";
import { type ButtonVariant, buttonClass } from "./button";
import { classes } from "./classes";
import { Icon } from "./icon";
import type { IconName } from "./icon-names";

type DialogProps = {
  /** The question or task: "Revoke this release?" */
  title: ReactNode;
  /** The effect in one sentence. */
  description?: ReactNode;
  children: ReactNode;
  /** The button that opens it. Leave out when the caller holds `open`. */
  trigger?: { label: ReactNode; variant?: ButtonVariant; icon?: IconName; small?: boolean };
  open?: boolean;
  onOpenChange?: (open: boolean) => void;
  /** What takes the focus when it opens; the first button when left out. */
  focus?: RefObject<HTMLElement | null>;
  /** What takes it again when it is closed; what had it before when left out. */
  focusAfter?: RefObject<HTMLElement | null>;
  /** A drawer at the right of a wide screen, for a task that belongs beside the page. */
  atSide?: boolean;
};

/** A short task over the page. Esc closes and returns focus. Never a dialog on a dialog, never a long form. */
export function Dialog(props: DialogProps) {
  const { title, description, children, trigger, open, onOpenChange, focus, focusAfter, atSide = false } = props;
  const [own, setOwn] = useState(false);
  const change = (next: boolean) => {
    setOwn(next);
    onOpenChange?.(next);
  };
  return (
    <Base.Root open={open ?? own} onOpenChange={change}>
      {trigger ? (
        <Base.Trigger className={buttonClass(trigger)}>
          {trigger.icon ? <Icon name={trigger.icon} /> : null}
          {trigger.label}
        </Base.Trigger>
      ) : null}
      <Base.Portal>
        <Base.Backdrop className="scrim" />
        <Base.Popup className={classes("dialog", atSide && "sheet")} initialFocus={focus} finalFocus={focusAfter}>
          <DialogHead title={title} description={description} />
          {children}
        </Base.Popup>
      </Base.Portal>
    </Base.Root>
  );
}

function DialogHead({ title, description }: { title: ReactNode; description: ReactNode }) {
  return (
    <div className="dialog__head">
      <div>
        <Base.Title>{title}</Base.Title>
        {description ? <Base.Description>{description}</Base.Description> : null}
      </div>
      <Base.Close className={buttonClass({ variant: "quiet", iconOnly: true })} aria-label={t("Close")}>
        <Icon name="x" />
      </Base.Close>
    </div>
  );
}

export function DialogBody({ children }: { children: ReactNode }) {
  return <div className="dialog__body">{children}</div>;
}
