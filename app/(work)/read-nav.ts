import "server-only";
import { cache } from "react";
import { readNavCounts } from "@/lib/oversight/my-work/read-nav-counts";

/** The numbers in the side bar, read once for the frame and for the page that shows them too. */
export const readNav = cache(readNavCounts);
