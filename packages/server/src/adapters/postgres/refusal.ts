/** The database cannot be used as it is. The message is one line for the operator and says what to do. */
export class DatabaseRefusal extends Error {
  override readonly name = "DatabaseRefusal";
  readonly exitCode = 1;
}

/** The database was sealed with another installation's key. */
export class WrongKey extends DatabaseRefusal {}
