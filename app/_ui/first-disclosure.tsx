"use client";

import { type ComponentProps, useState } from "react";
import { Disclosure } from "./disclosure";

/**
 * Keeps its initial open state, such as open while the list is empty. Saving the first item in it does not collapse it
 * and thereby hide the confirmation.
 */
export function FirstDisclosure({ open, ...rest }: ComponentProps<typeof Disclosure>) {
  const [starts] = useState(open);
  return <Disclosure {...rest} open={starts} />;
}
