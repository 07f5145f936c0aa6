/** What is wrong with a piece of JSON that people exchange: where, as a JSON Pointer, and what was expected. */
export interface Fault {
  readonly pointer: string;
  readonly message: string;
  /** It breaks the schema, though it can be read: `spec lint` takes it for an error. */
  readonly isWrong?: true;
}

/** A value as it was read, and what was read leniently: public data differs from the schemas in known ways. */
export interface LenientReading<T> {
  readonly value: T;
  readonly tolerated: readonly Fault[];
}

export function fault(pointer: string, message: string): Fault {
  return { pointer, message };
}

/** Faults in words, on one line. */
export function describe(faults: readonly Fault[]): string {
  return faults.map(({ pointer, message }) => `${pointer === "" ? "it" : pointer} ${message}`).join("; ");
}
