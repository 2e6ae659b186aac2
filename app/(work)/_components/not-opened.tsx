import { Notice } from "@/app/_ui/notice";
import { t } from "@/lib/platform/language/translate";

export const notOpenedTitle = t("Not opened");

/** Shown with a file that was stored but not opened, because nothing here confines the program that would open it. */
export function NotOpened() {
  return (
    <Notice kind="warning" title={notOpenedTitle}>
      {t(
        "This server cannot confine the program that opens files, so it opens none. The file is kept as it was received, and is looked into once it can be. Tell whoever runs the server: its doctor says what is missing.",
      )}
    </Notice>
  );
}
