"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { newCaseEvent, newCasePath } from "@/app/_shell/new-case-event";
import { Coming } from "@/app/_ui/coming";
import { Dialog, DialogBody } from "@/app/_ui/dialog";
import { useLater } from "@/app/_ui/use-later";
import { t } from "@/lib/platform/language/translate";

const loadForm = () => import("../cases/new/_components/search-form").then(({ SearchDrawerForm }) => SearchDrawerForm);

/**
 * Open a case, from any page: the search for the client opens beside the page. A link to the search opens it; without
 * script, in a new tab, or from the pages of the search themselves the link leads to the page, as it does from an enquiry, whose words fill it.
 */
export function NewCaseDrawer() {
  const [open, setOpen] = useState(false);
  const from = useRef<HTMLElement>(null);
  const path = usePathname();
  const { part: Form, failed, ask } = useLater(loadForm, open);

  // It has led on, to the form or to a case that is open already.
  useEffect(() => setOpen(false), [path]);

  useEffect(() => {
    // Where the form did not come, links to it lead to its page.
    if (failed || path.startsWith(newCasePath)) return;
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
  }, [path, failed]);

  return (
    <Dialog
      title={t("Open a case")}
      description={t("First check whether we already have this person. What you type here goes on to the case.")}
      open={open}
      onOpenChange={setOpen}
      focusAfter={from}
      atSide
    >
      {Form ? (
        <Form />
      ) : (
        <DialogBody>
          <Coming failed={failed} ask={ask}>
            <a href={newCasePath}>{t("Open it as a page")}</a>
          </Coming>
        </DialogBody>
      )}
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
