// A change that cannot be made safely: the reason is for people.

/** Thrown inside of a rewriting; the plan shows its message. */
export class NotUnderstood extends Error {}

/** Ends a rewriting. */
export function refuse(why: string): never {
  throw new NotUnderstood(why);
}
