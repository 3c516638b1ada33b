/** Thrown when the actor may not do this; mapped once, to 403, by the web and to exit code 4 by the command line. */
export class NotAllowed extends Error {
  override readonly name = 'NotAllowed'
}

/** Thrown when the thing is not there, or not there for this actor: both look the same from outside (404, exit code 5). */
export class NotThere extends Error {
  override readonly name = 'NotThere'
}
