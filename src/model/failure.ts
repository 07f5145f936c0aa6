/**
 * Why something could not be done, through no bug of ours: what is wrong, where, and the one next step.
 * A hook or command that meets one exits with 2 and has changed nothing.
 */
export interface Failure {
  /** Stable, for programs: "no-repository", "bad-policy", "missing-object", … */
  readonly kind: string;
  readonly message: string;
  readonly where?: string;
  readonly next?: string;
}

export function failure(kind: string, message: string, next?: string, where?: string): Failure {
  return {
    kind,
    message,
    ...(next === undefined ? {} : { next }),
    ...(where === undefined ? {} : { where }),
  };
}

const BRAND = Symbol.for("arkitekt.cannot-look");

/**
 * Carries a failure through code that can't go on, up to the one catch in `cli`. Used where every caller would only pass
 * a Result on: an object that vanished, a disk that filled up.
 */
export class CannotLook extends Error {
  readonly failure: Failure;

  constructor(cause: Failure) {
    super(cause.message);
    this.failure = cause;
  }

  /** The program and each of its parts bundle a copy of this class: what one throws, another must know. */
  static override [Symbol.hasInstance](value: unknown): boolean {
    return value instanceof Error && BRAND in value;
  }

  readonly [BRAND] = true;
}
