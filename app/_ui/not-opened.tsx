import { notOpenedWords } from "@/lib/evidence/labels";
import { Notice } from "./notice";

/** Beside a file that is kept and was not looked into, because nothing here confines the program that would. */
export function NotOpened() {
  return (
    <Notice kind="warning" title={notOpenedWords.title}>
      {notOpenedWords.said}
    </Notice>
  );
}
