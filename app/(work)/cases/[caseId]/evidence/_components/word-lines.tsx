/** Lines as in the file. They are plain text: nothing in them is a link or is loaded. */
export function WordLines({ lines, cut }: { lines: readonly string[]; cut: boolean }) {
  const text = lines.join("\n").trim();
  return (
    <>
      {text ? <pre className="filewords">{text}</pre> : <p className="muted">There are no words in this file.</p>}
      {cut ? <p className="small muted">It goes on. Download the original to read the rest.</p> : null}
    </>
  );
}
