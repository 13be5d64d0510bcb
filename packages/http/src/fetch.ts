/** What every decorator takes and returns: `fetch`, narrowed to the one call that decorators can reason about. */
export type Fetch = (request: Request) => Promise<Response>;
