import type { Caller } from '../core/callers';

/** A simulated WeChat user, as far as the open interfaces need one. */
export interface OpenApiUser {
  /** `13800001234`, or with another country `+852 51234567`. */
  readonly phone?: string;
  /** Business time of the last visit to the mini-program, milliseconds. */
  readonly lastVisit?: number;
}

export interface UsersPort {
  find(openid: string): OpenApiUser | undefined;
}

/** Message push: the function configured for the event is called with it; none configured means nobody hears it. */
export interface PushPort {
  push(event: Record<string, unknown>): Promise<void>;
}

/** Downloads what stands at an address; undefined when it cannot be had. */
export interface FilesPort {
  read(url: string): Promise<Uint8Array | undefined>;
}

/** WeChat Pay: request and answer in snake_case; a bill is text or, zipped, bytes. */
export interface PayPort {
  call(
    apiName: string,
    request: Record<string, unknown>,
    caller: Caller,
  ): Promise<Record<string, unknown> | string | Uint8Array>;
}

export interface OpenApiPorts {
  readonly users: UsersPort;
  readonly push: PushPort;
  readonly files: FilesPort;
  readonly pay: PayPort;
}
