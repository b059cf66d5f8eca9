import fc from 'fast-check';
import { readArguments, WeChatRefusal } from './api';
import { field, openApiBytes, readFields, varintField } from './testing/sdkBytes';
import { decodeOptions, decodeRequest, encodeAnswer } from './wire';

describe('the protobuf of open interfaces', () => {
  test('arguments and media come out as they went in, whatever their bytes', () => {
    const name = fc.stringMatching(/^[a-z_]{1,12}$/);
    fc.assert(
      fc.property(fc.dictionary(name, fc.jsonValue()), name, fc.uint8Array(), (args, key, bytes) => {
        const request = decodeRequest(openApiBytes(args, { [`m_${key}`]: { fileName: '图.png', bytes } }));
        const { args: read, media } = readArguments(request.pairs);
        expect(request).toMatchObject({ apiType: 'OPEN_API', appid: '' });
        expect(JSON.stringify(read)).toBe(JSON.stringify(args));
        expect(media.get(`m_${key}`)?.fileName).toBe('图.png');
        expect([...media.get(`m_${key}`)!.bytes]).toEqual([...bytes]);
      }),
      { seed: 11, numRuns: 200 },
    );
  });

  test('the kind of call and the other mini-program are read', () => {
    const inside = Buffer.concat([varintField(1, 2), field(6, 'wx123')]);
    expect(decodeRequest(inside)).toEqual({ apiType: 'SVRKIT_API', pairs: [], appid: 'wx123' });
    expect(decodeOptions(field(1, 'wx456'))).toBe('wx456');
    expect(decodeOptions(Buffer.alloc(0))).toBe('');
  });

  test('bytes that are no such message are refused by name', () => {
    expect(() => decodeRequest(Buffer.from('not protobuf'))).toThrow(/requestData is not the protobuf/);
    expect(() => decodeRequest(field(2, Buffer.from([10, 200])))).toThrow(/requestData is not the protobuf/);
  });

  test('an argument that is not JSON is WeChat’s 47001', () => {
    const pairs = [{ key: 'a', value: Buffer.from('{'), filename: '' }];
    expect(() => readArguments(pairs)).toThrow(new WeChatRefusal(47001, 'data format error'));
  });

  test('an answer carries its bytes, its content type and a negative code', () => {
    const respData = Buffer.from([0, 255, 10]);
    const fields = readFields(encodeAnswer({ respData, contentType: 'image/png' }));
    expect([...(fields.get(1) as Buffer)]).toEqual([...respData]);
    expect(String(fields.get(2))).toBe('image/png');
    expect(fields.get(4)).toBe(200n);
    expect(readFields(encodeAnswer({ errorCode: -604101 })).get(3)).toBe(-604101n);
  });
});
