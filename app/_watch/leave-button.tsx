"use client";

import { Button } from "@/app/_ui/button";
import { blankPage } from "./blank-page";
import { dropKept } from "./sealed-typing";

/** Blank at once, then signed out, then a page that says nothing. Going back asks to sign in. */
export function leaveAtOnce(): void {
  blankPage();
  document.title = "Blank page";
  dropKept();
  void fetch("/api/session", { method: "DELETE", keepalive: true }).catch(() => {});
  location.replace("/away");
}

/** The form does the same without script. */
export function LeaveButton({ leave }: { leave: () => Promise<void> }) {
  return (
    <form
      action={leave}
      onSubmit={(event) => {
        event.preventDefault();
        leaveAtOnce();
      }}
    >
      <Button type="submit" look="quiet" small icon="x" title="Leave at once (Shift three times)">
        Leave at once
      </Button>
    </form>
  );
}
