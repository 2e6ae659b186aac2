/** An empty picture: without it a browser asks for one by a name of its own. */
export const noIcon = "data:image/svg+xml,%3Csvg xmlns=%22http://www.w3.org/2000/svg%22/%3E";
