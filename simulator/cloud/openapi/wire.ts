import protobuf from 'protobufjs';
import { invalidParam } from '../core/errors';

// [measured] Field numbers as in wx-server-sdk 4.0.2 (its generated protobuf module).
const { root } = protobuf.parse(
  `syntax = "proto3";
  message KeyValuePair { string key = 1; bytes value = 2; string contenttype = 3; string filename = 4; }
  message OpenApiData { repeated KeyValuePair pairs = 1; }
  message SvrkitApiData { string apiName = 1; bytes reqData = 2; }
  message CommApiData {
    enum ApiType { OPEN_API = 0; INNER_API = 1; SVRKIT_API = 2; TOKEN_API = 3; }
    ApiType apiType = 1; OpenApiData openapiData = 2; SvrkitApiData svrkitData = 4; string appid = 6;
  }
  message ApiOptions { string appid = 1; }
  message HttpHeader { string key = 1; string value = 2; }
  message CommOpenApiResp {
    bytes respData = 1; string contentType = 2; int32 errorCode = 3; uint32 httpCode = 4;
    repeated HttpHeader headers = 5; int32 svrkitErrorCode = 6;
  }`,
  { keepCase: true },
);
const requestType = root.lookupType('CommApiData');
const optionsType = root.lookupType('ApiOptions');
const answerType = root.lookupType('CommOpenApiResp');

/** What a protobuf answer travels as; never exactly `application/json; charset=utf-8`, which the SDK takes for an error. */
export const wireContentType = 'application/octet-stream';

/** One argument: JSON text of a snake_case top-level key, or (with a file name) the bytes of a media argument. */
export interface Pair {
  readonly key: string;
  readonly value: Uint8Array;
  readonly filename: string;
}

export interface WireRequest {
  /** Everything `cloud.openapi` calls is `OPEN_API`; `getOpenData` and its kind are `SVRKIT_API`. */
  readonly apiType: string;
  readonly pairs: readonly Pair[];
  /** The other mini-program of `cloud.openapi({appid})`, otherwise empty. */
  readonly appid: string;
}

export interface WireAnswer {
  readonly respData?: Uint8Array;
  readonly contentType?: string;
  /** A refusal by the platform itself (-604100, -604101, …); the SDK throws it as `errCode`. */
  readonly errorCode?: number;
}

/** Refuses bytes that are not a `CommApiData`. */
export function decodeRequest(bytes: Uint8Array): WireRequest {
  const message = decode(requestType, bytes, 'requestData');
  const { apiType, openapiData, appid } = message as {
    apiType: string;
    openapiData: { pairs: Pair[] } | null;
    appid: string;
  };
  return { apiType, pairs: openapiData?.pairs ?? [], appid };
}

/** The appid of `cloud.cloudPay({appid})`, otherwise empty. */
export function decodeOptions(bytes: Uint8Array): string {
  return (decode(optionsType, bytes, 'apiOptions') as { appid: string }).appid;
}

export function encodeAnswer(answer: WireAnswer): Uint8Array {
  return answerType.encode(answerType.fromObject({ httpCode: 200, ...answer })).finish();
}

function decode(type: protobuf.Type, bytes: Uint8Array, field: string): Record<string, unknown> {
  try {
    return type.toObject(type.decode(bytes), { defaults: true, arrays: true, enums: String });
  } catch (error) {
    throw invalidParam(`${field} is not the protobuf of this action: ${String(error)}`);
  }
}
