/**
 * A refusal as WeChat Cloud words it. The SDK receives `{code, message, requestId}` with HTTP 200 and turns it into its own
 * error; any other exception is a bug of the simulator and is answered as `SYS_ERR`.
 */
export class CloudError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(message);
    this.name = 'CloudError';
  }
}

/** Input that no right client sends. */
export function invalidParam(message: string): CloudError {
  return new CloudError('INVALID_PARAM', message);
}
