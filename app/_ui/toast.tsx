"use client";

import { Toast } from "@base-ui/react/toast";
import { type ReactNode, useCallback } from "react";
import { Icon } from "./icon";

export type ToastAct = { label: string; run: () => void };

/** Holds what was just done, in the past tense. Errors never go here: they stay on the page. */
export function ToastProvider({ children }: { children: ReactNode }) {
  return (
    <Toast.Provider timeout={8000}>
      {children}
      <Toast.Portal>
        <Toast.Viewport className="toasts">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className="toast" swipeDirection={[]}>
      <Toast.Content className="toast__content">
        <Icon name="check" />
        <Toast.Title render={<span />} />
        <Toast.Action />
        <Toast.Close aria-label="Close">
          <Icon name="x" />
        </Toast.Close>
      </Toast.Content>
    </Toast.Root>
  ));
}

/** Says what was done: `say("Follow-up moved to 8 Dec", { label: "Undo", run })`. */
export function useToast(): (message: string, act?: ToastAct) => void {
  const { add, close } = Toast.useToastManager();
  return useCallback(
    (message, act) => {
      const id = add({
        title: message,
        actionProps: act && {
          children: act.label,
          onClick: () => {
            act.run();
            close(id);
          },
        },
      });
    },
    [add, close],
  );
}
