"use client";

import { useSyncExternalStore } from "react";
import { formatBothZones } from "@/lib/platform/text/format";

const neverChanges = () => () => {};
const ownZone = () => Intl.DateTimeFormat().resolvedOptions().timeZone || "UTC";
const onServer = () => "UTC";

/** An instant in the zone of the reader's office, if it is known, else in that of their device; with UTC. */
export function OwnTime({ at, zone }: { at: Date; zone?: string | null }) {
  const device = useSyncExternalStore(neverChanges, ownZone, onServer);
  return <>{formatBothZones(at, zone ?? device, "UTC")}</>;
}
