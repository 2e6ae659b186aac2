import type { PacketSnapshot } from "../../snapshot/snapshot";
import { formatDate, stop } from "../words";

/** Codes of the statements under oath: ST as numbered in the record, otherwise the sworn documents. */
export function swornCodes(snapshot: PacketSnapshot): string[] {
  if (snapshot.statements.length > 0) return snapshot.statements.map((statement) => statement.code);
  return swornPapers(snapshot).flatMap((paper) => [paper.code, ...(paper.exhibit ? [paper.exhibit] : [])]);
}

/** Each sworn statement with day and place; null when none is recorded. */
export function swornText(snapshot: PacketSnapshot): string | null {
  const statements = snapshot.statements.map(
    (statement) =>
      `${statement.what} sworn on ${formatDate(statement.swornOn)}${statement.place ? ` at ${statement.place}` : ""} (${statement.code}).`,
  );
  if (statements.length > 0) return statements.join(" ");
  const papers = swornPapers(snapshot).map((paper) => {
    const day = paper.swornOn ? ` on ${formatDate(paper.swornOn)}` : "";
    const held = paper.exhibit ? `, kept as ${paper.exhibit}` : "";
    return stop(`${paper.title} was sworn${day} (${paper.code}${held})`);
  });
  return papers.length > 0 ? papers.join(" ") : null;
}

function swornPapers(snapshot: PacketSnapshot): PacketSnapshot["papers"] {
  return snapshot.papers.filter((paper) => paper.state === "sworn");
}
