export const clientName = "planted";
