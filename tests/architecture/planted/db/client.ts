export const client = "planted";
