/** Something that must hold. Data and a function, so that the same cases judge a real server and a deliberate fault. */
export interface Case<Party = void> {
  /** A sentence, and unique. */
  readonly name: string;
  /** Throws when it does not hold. */
  readonly check: (party: Party) => void | Promise<void>;
}
