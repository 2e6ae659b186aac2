import { Notice } from "@/app/_ui/notice";
import { t } from "@/lib/platform/language/translate";

export const notOpenedTitle = t("Not opened");

/** Shown with a file that was stored but not opened, because nothing here confines the program that would open it. */
export function NotOpened() {
  return (
    <Notice kind="warning" title={notOpenedTitle}>
      {t(
        "This server cannot safely isolate the program that opens files, so it does not open any. The file is stored as it was received, and will be opened once that is possible. Tell whoever runs the server: its “doctor” check says what is missing.",
      )}
    </Notice>
  );
}
