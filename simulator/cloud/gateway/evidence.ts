import type { Evidence } from '../core/evidence';

export const evidence: Evidence[] = [
  {
    behaviour:
      'callFunction fails as "cloud.callFunction:fail Error: errCode: -504002 functions execute fail | errMsg: …"',
    kind: 'measured',
    source: 'production logs; errCode is the number in the text (some logs show -1 instead)',
  },
  {
    behaviour: 'database and storage refusals have the same form of text',
    kind: 'guess',
    source: 'logs show "errCode: -502003 database permission denied" and "-503002 storage permission denied"',
  },
  { behaviour: 'numbers and phrases of errors', kind: 'measured', source: 'table in wx-server-sdk 4.0.2' },
  {
    behaviour: 'a call without a session: -501023 "Unauthenticated access is denied"',
    kind: 'measured',
    source: 'a log in the developers community',
  },
  {
    behaviour: 'a function its rule forbids: -501023 permission denied',
    kind: 'document',
    source: 'WeChat guide 错误码: 安全规则校验失败',
  },
  {
    behaviour: 'a phone gets 20 documents, also when it asks for more',
    kind: 'document',
    source: 'Collection.limit',
  },
  {
    behaviour: 'phones may aggregate; a leading $match is held against the read rule',
    kind: 'guess',
    source: 'Collection.aggregate offers it to mini-programs; nothing is said of rules',
  },
  {
    behaviour: '$lookup needs a foreign collection that everybody may read',
    kind: 'guess',
    source: 'nothing is said; anything else would go round the rules',
  },
  {
    behaviour: '_openid is put on new documents and refused from the caller, on create and on update',
    kind: 'document',
    source: 'WeChat guide 数据库安全规则; the text of the refusal is a guess',
  },
  {
    behaviour: 'phones have no transactions, createCollection or find-and-modify',
    kind: 'document',
    source: 'WeChat guide 事务 (functions only); Database.createCollection',
  },
  {
    behaviour: 'per file: status 0 and ok, or the number and phrase',
    kind: 'measured',
    source: 'wx-server-sdk 4.0.2; phones by analogy',
  },
  { behaviour: 'uploadFile answers statusCode 200', kind: 'guess', source: 'object storage may answer 204' },
];
