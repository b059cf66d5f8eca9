import { CloudError } from '../core/errors';
import { Malformed } from './refusal';

interface TextField {
  readonly type: 'text';
  /** Bytes of UTF-8 [document for `body`; guess that the other lengths count the same way]. */
  readonly max: number;
  readonly pattern?: RegExp;
  readonly required?: boolean;
}

interface WholeField {
  readonly type: 'whole';
  readonly required?: boolean;
}

type Field = TextField | WholeField;
type Value<F extends Field> = F extends TextField ? string : number;

/** The checked fields of a request; others that the request carries are left alone. */
export type Read<Fields extends Record<string, Field>> = {
  readonly [Name in keyof Fields]: Fields[Name] extends { required: true }
    ? Value<Fields[Name]>
    : Value<Fields[Name]> | undefined;
};

export const text = <const Extra extends Omit<TextField, 'type' | 'max'>>(
  max: number,
  extra: Extra = {} as Extra,
): { type: 'text'; max: number } & Extra => ({ type: 'text', max, ...extra });

export const whole = <const Extra extends Omit<WholeField, 'type'>>(
  extra: Extra = {} as Extra,
): { type: 'whole' } & Extra => ({ type: 'whole', ...extra });

/** The merchant's own numbers: letters, digits, `_` and `-` [document]. */
export const ownNumber = /^[0-9A-Za-z_-]+$/;

/**
 * [measured] The platform reads the request into typed fields before WeChat Pay sees it: text where a whole number belongs (or
 * the other way round) makes the call itself fail with `wx api error: -202`.
 */
export function wrongType(): CloudError {
  return new CloudError('SYS_ERR', 'wx api error: -202');
}

export function readFields<Fields extends Record<string, Field>>(
  fields: Fields,
  request: Readonly<Record<string, unknown>>,
): Read<Fields> {
  const entries = Object.entries(fields).map(([name, field]) => [
    name,
    readField(name, field, request[name]),
  ]);
  return Object.fromEntries(entries) as Read<Fields>;
}

function readField(name: string, field: Field, given: unknown): string | number | undefined {
  if (given === undefined || given === null || given === '') {
    if (field.required) throw new Malformed(`缺少参数${name}`);
    return undefined;
  }
  if (field.type === 'whole') {
    if (!Number.isSafeInteger(given)) throw wrongType();
    return given as number;
  }
  if (typeof given !== 'string') throw wrongType();
  if (Buffer.byteLength(given) > field.max) throw new Malformed(`${name}参数长度有误`);
  if (field.pattern && !field.pattern.test(given)) throw new Malformed(`${name}参数格式错误`);
  return given;
}
