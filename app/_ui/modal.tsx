"use client";

import { type PointerEvent, type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";

type ModalProps = {
  className: string;
  /** The id of what names it. */
  labelledBy: string;
  describedBy?: string;
  onClose: () => void;
  /** What takes the focus when it opens; the first field, or else the first button, when left out. */
  focus?: RefObject<HTMLElement | null>;
  /** What takes it again when it is closed; what had it before when left out. */
  focusAfter?: RefObject<HTMLElement | null>;
  children: ReactNode;
};

/**
 * The browser's own dialog over the page: nothing behind it can be reached, Esc or a press beside it closes it, and the
 * focus goes back. Draw it while it is open.
 */
export function Modal({ className, labelledBy, describedBy, onClose, focus, focusAfter, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null);

  // Before the element is taken away again: only a dialog that closes gives the focus back.
  useLayoutEffect(() => {
    const shown = dialog.current;
    const after = focusAfter?.current;
    shown?.showModal();
    (focus?.current ?? shown?.querySelector<HTMLElement>(firstField))?.focus();
    return () => {
      shown?.close();
      after?.focus();
    };
  }, [focus, focusAfter]);

  useEffect(() => {
    const shown = dialog.current;
    const close = () => (shown?.open ? undefined : onClose());
    shown?.addEventListener("close", close);
    return () => shown?.removeEventListener("close", close);
  }, [onClose]);

  function press(event: PointerEvent) {
    if (event.target === dialog.current && isBeside(event, dialog.current)) onClose();
  }

  return createPortal(
    <dialog
      ref={dialog}
      className={className}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onPointerDown={press}
    >
      {children}
    </dialog>,
    document.body,
  );
}

const firstField = "input:not([type=hidden]), textarea, select";

/** A press on the page behind is one on the dialog too, outside its box. */
function isBeside({ clientX, clientY }: PointerEvent, dialog: HTMLDialogElement): boolean {
  const { left, right, top, bottom } = dialog.getBoundingClientRect();
  return clientX < left || clientX > right || clientY < top || clientY > bottom;
}
