import { Notice } from "@/app/_ui/notice";
import { notOpenedWords } from "@/lib/evidence/labels";

/** Beside a file that is kept and was not looked into, because nothing here confines the program that would. */
export function NotOpened() {
  return (
    <Notice kind="warning" title={notOpenedWords.title}>
      {notOpenedWords.said}
    </Notice>
  );
}
