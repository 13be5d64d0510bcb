/** Stands between the names that people and calls really have, and those that a test and its record may know. */
export interface Pseudonyms {
  /** Text with every known SID as it really is. */
  readonly reveal: (text: string) => string;
  /** Text without any real SID: each has a stand-in of its own, always the same. */
  readonly hide: (text: string) => string;
}

const SID = /(?<![0-9A-Za-z])([A-Z]{2})[0-9a-fA-F]{32}(?![0-9A-Za-z])/g;

export function pseudonyms(): Pseudonyms {
  const standIns = new Map<string, string>();
  const real = new Map<string, string>();
  const hide = (text: string): string =>
    text.replace(SID, (sid, prefix: string) => {
      const standIn = standIns.get(sid) ?? `${prefix}${String(standIns.size + 1).padStart(32, "0")}`;
      standIns.set(sid, standIn);
      real.set(standIn, sid);
      return standIn;
    });
  return { hide, reveal: (text) => text.replace(SID, (sid) => real.get(sid) ?? sid) };
}
