/** The day of the portal is that of UTC: an officer's own zone is known to their device alone. */
export const portalZone = "UTC";
