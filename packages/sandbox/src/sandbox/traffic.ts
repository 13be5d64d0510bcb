/** Which requests are under way, by account. */
export interface Traffic {
  /** How many of the account there are now, this one included. */
  readonly concurrent: number;
  /** Must be called once, when the request is answered. */
  leave(): void;
}

/** Counts requests in and out. An account with nothing under way takes no memory. */
export function createTraffic(): (account: string) => Traffic {
  const counts = new Map<string, number>();
  return (account) => {
    const concurrent = (counts.get(account) ?? 0) + 1;
    counts.set(account, concurrent);
    return {
      concurrent,
      leave() {
        const rest = (counts.get(account) ?? 1) - 1;
        if (rest === 0) counts.delete(account);
        else counts.set(account, rest);
      },
    };
  };
}
