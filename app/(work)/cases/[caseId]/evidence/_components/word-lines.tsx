/** Lines as in the file. They are plain text: nothing in them is a link or is loaded. */
import { t } from "@/lib/platform/language/translate";

export function WordLines({ lines, cut }: { lines: readonly string[]; cut: boolean }) {
  const text = lines.join("\n").trim();
  return (
    <>
      {text ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, so the keyboard must reach it
        <pre className="filewords" tabIndex={0}>
          {text}
        </pre>
      ) : (
        <p className="muted">{t("There are no words in this file.")}</p>
      )}
      {cut ? <p className="small muted">{t("It goes on. Download the original to read the rest.")}</p> : null}
    </>
  );
}
