"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { newCaseEvent, newCasePath } from "@/app/_shell/new-case-event";
import { Dialog } from "@/app/_ui/dialog";
import { t } from "@/lib/platform/language/translate";
import { SearchDrawerForm } from "../cases/new/_components/search-form";

/**
 * Open a case, from any page: the search for the client opens beside the page. A link to the search opens it; without
 * script, in a new tab, or from the pages of the search themselves the link leads to the page, as it does from an enquiry, whose words fill it.
 */
export function NewCaseDrawer() {
  const [open, setOpen] = useState(false);
  const from = useRef<HTMLElement>(null);
  const path = usePathname();

  // It has led on, to the form or to a case that is open already.
  useEffect(() => setOpen(false), [path]);

  useEffect(() => {
    if (path.startsWith(newCasePath)) return;
    const show = (event: Event) => {
      event.preventDefault();
      from.current = event.target instanceof Element ? event.target.closest("a") : null;
      setOpen(true);
    };
    const press = (event: MouseEvent) => {
      if (!isPlainPress(event) || !leadsToSearch(event.target)) return;
      show(event);
      event.stopPropagation();
    };
    document.addEventListener(newCaseEvent, show);
    // The router follows a link before the press reaches the document.
    document.addEventListener("click", press, true);
    return () => {
      document.removeEventListener(newCaseEvent, show);
      document.removeEventListener("click", press, true);
    };
  }, [path]);

  return (
    <Dialog
      title={t("Open a case")}
      description={t("First check whether we already have this person. What you type here goes on to the case.")}
      open={open}
      onOpenChange={setOpen}
      focusAfter={from}
      atSide
    >
      <SearchDrawerForm />
    </Dialog>
  );
}

const isPlainPress = (event: MouseEvent): boolean =>
  event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;

function leadsToSearch(target: EventTarget | null): boolean {
  const link = target instanceof Element ? target.closest("a") : null;
  if (link === null || link.target === "_blank") return false;
  const { pathname, search } = new URL(link.href, location.href);
  return pathname === newCasePath && search === "";
}
