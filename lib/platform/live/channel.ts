/** What the worker notifies and the web listens to; the payload is a tenant's id. */
export const channel = "portal_changed";
