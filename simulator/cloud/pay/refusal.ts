/** WeChat Pay understood the call and says no: `result_code` FAIL with an `err_code` [document]. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly description: string,
  ) {
    super(`${code}: ${description}`);
    this.name = 'Refusal';
  }
}

/** WeChat Pay did not get as far as deciding: `return_code` FAIL with a `return_msg` and nothing else [document]. */
export class Malformed extends Error {
  constructor(
    readonly reason: string,
    /** Bills have one (`20002`); the other interfaces have none. */
    readonly errorCode?: string,
  ) {
    super(reason);
    this.name = 'Malformed';
  }
}
