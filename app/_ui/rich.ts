import { createElement, Fragment, type ReactNode } from "react";
import { piecesOf } from "@/lib/platform/language/translate";

type Piece = ReactNode | ((words: ReactNode) => ReactNode);

/**
 * As `t`, for a sentence with elements in it: `rich("Read <link>the guide</link>.", { link: (words) => <a>{words}</a> })`.
 */
export function rich(message: string, values: Record<string, Piece>): ReactNode {
  const inOnePiece = (value: Piece) =>
    typeof value === "function" ? (words: ReactNode[]) => value(createElement(Fragment, null, ...words)) : value;
  const given = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, inOnePiece(value)]));
  const pieces = piecesOf(message, given) as ReactNode[];
  return pieces.length === 1 ? pieces[0] : createElement(Fragment, null, ...pieces);
}
