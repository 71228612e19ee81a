/** A broken promise: something that the caller or the machine had no right to give. Expected failures are values instead. */
export class Fault extends Error {
  readonly code: string;

  /** `message` says what was expected, what was found and what to do. */
  constructor(code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'Fault';
    this.code = code;
  }
}
