"use client";

import { usePathname } from "next/navigation";
import { useEffect, useSyncExternalStore } from "react";
import { clearAnnouncement, readAnnouncement, subscribeAnnouncement } from "@/app/_ui/announcements";
import { Button } from "@/app/_ui/button";
import { Notice } from "@/app/_ui/notice";
import { t } from "@/lib/platform/language/translate";

const onServer = () => null;

/**
 * The result of an act whose form disappeared from the page, such as “Step begun” when the next state has other forms.
 * It stays until the next act, the next page, or until it is closed.
 */
export function AnnouncementLine() {
  const message = useSyncExternalStore(subscribeAnnouncement, readAnnouncement, onServer);
  const path = usePathname();
  useEffect(() => clearAnnouncement, [path]);
  return (
    <div className="said noprint" role="status">
      {message ? (
        <Notice kind="done" icon="check" title={message}>
          <Button variant="quiet" small onClick={clearAnnouncement}>
            {t("Close")}
          </Button>
        </Notice>
      ) : null}
    </div>
  );
}
