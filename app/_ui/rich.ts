import { Children, type ReactNode } from "react";
import { formatOf } from "@/lib/platform/language/translate";

type Values = Record<string, ReactNode | ((words: ReactNode) => ReactNode)>;

/**
 * As `t`, for a sentence with elements in it: `rich("Read <link>the guide</link>.", { link: (words) => <a>{words}</a> })`.
 */
export function rich(message: string, values: Values): ReactNode {
  return Children.toArray(formatOf(message).format<ReactNode>(values) as ReactNode);
}
