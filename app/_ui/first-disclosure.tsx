"use client";

import { type ComponentProps, useState } from "react";
import { Disclosure } from "./disclosure";

/**
 * Open as it is rendered first, such as while there is nothing of its kind yet. The first that is saved in it does not fold
 * it, and with it the word that it was saved.
 */
export function FirstDisclosure({ open, ...rest }: ComponentProps<typeof Disclosure>) {
  const [starts] = useState(open);
  return <Disclosure {...rest} open={starts} />;
}
