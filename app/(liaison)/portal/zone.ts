/** Times in the portal are in UTC: an officer's own zone is not known, and the packet itself prints both zones. */
export const portalZone = "UTC";
