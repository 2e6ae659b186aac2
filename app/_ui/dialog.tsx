"use client";

import { type ReactNode, type RefObject, useCallback, useId, useState } from "react";
import { t } from "@/lib/platform/language/translate";
import { Button, type ButtonVariant } from "./button";
import { classes } from "./classes";
import type { IconName } from "./icon-names";
import { Modal } from "./modal";

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
  /** What takes the focus when it opens; the first field, or else the first button, when left out. */
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
  const titleId = useId();
  const effectId = useId();
  const change = useCallback(
    (next: boolean) => {
      setOwn(next);
      onOpenChange?.(next);
    },
    [onOpenChange],
  );
  const close = useCallback(() => change(false), [change]);
  return (
    <>
      {trigger ? (
        <Button
          variant={trigger.variant}
          icon={trigger.icon}
          small={trigger.small}
          aria-haspopup="dialog"
          onClick={() => change(true)}
        >
          {trigger.label}
        </Button>
      ) : null}
      {(open ?? own) ? (
        <Modal
          className={classes("dialog", atSide && "sheet")}
          labelledBy={titleId}
          describedBy={description ? effectId : undefined}
          onClose={close}
          focus={focus}
          focusAfter={focusAfter}
        >
          <div className="dialog__head">
            <div>
              <h2 id={titleId}>{title}</h2>
              {description ? <p id={effectId}>{description}</p> : null}
            </div>
            <Button variant="quiet" icon="x" iconOnly aria-label={t("Close")} onClick={close} />
          </div>
          {children}
        </Modal>
      ) : null}
    </>
  );
}

export function DialogBody({ children }: { children: ReactNode }) {
  return <div className="dialog__body">{children}</div>;
}
