import type { PacketSnapshot } from "../snapshot/snapshot";
import { formatDate, stop } from "./words";

/** Codes of the statements under oath: ST as numbered in the record, otherwise the sworn documents. */
export function swornCodes(snapshot: PacketSnapshot): string[] {
  if (snapshot.statements.length > 0) return snapshot.statements.map((statement) => statement.code);
  return swornPapers(snapshot).flatMap((one) => [one.code, ...(one.exhibit ? [one.exhibit] : [])]);
}

/** Each sworn statement with day and place; null when none is recorded. */
export function swornText(snapshot: PacketSnapshot): string | null {
  const statements = snapshot.statements.map(
    (statement) =>
      `${statement.what} sworn on ${formatDate(statement.swornOn)} at ${statement.place} (${statement.code}).`,
  );
  if (statements.length > 0) return statements.join(" ");
  const papers = swornPapers(snapshot).map((one) => {
    const day = one.swornOn ? ` on ${formatDate(one.swornOn)}` : "";
    const held = one.exhibit ? `, kept as ${one.exhibit}` : "";
    return stop(`${one.title} was sworn${day} (${one.code}${held})`);
  });
  return papers.length > 0 ? papers.join(" ") : null;
}

function swornPapers(snapshot: PacketSnapshot): PacketSnapshot["papers"] {
  return snapshot.papers.filter((paper) => paper.state === "sworn");
}
