import type { Evidence } from '../core/evidence';

const page = 'WeChat guide 定时触发器';
const access = 'docs.cloudbase.net service/access-cloud-function, cloud.tencent.com 876/41776';

/** Why triggers behave as they do. */
export const evidence: Evidence[] = [
  {
    behaviour: 'seven fields, UTC+8, `,` `-` `*` `/` and English names; one trigger a function',
    kind: 'document',
    source: page,
  },
  { behaviour: 'day and weekday both set: either is enough', kind: 'document', source: page },
  {
    behaviour: 'weekday 0 is Sunday',
    kind: 'document',
    source: `${page} since 2021 (older copies say Monday: prefer names)`,
  },
  { behaviour: '`1/10` begins at 1', kind: 'document', source: page },
  {
    behaviour: 'L, W, # and ? are refused',
    kind: 'document',
    source: `${page}; the underlying SCF accepts them`,
  },
  { behaviour: 'a timer may fire more than once', kind: 'document', source: page },
  {
    behaviour: 'a timer’s event is {Type, TriggerName, Time in UTC, Message}',
    kind: 'guess',
    source: 'as SCF documents it',
  },
  {
    behaviour: 'a timer’s call has SOURCE wx_trigger, TRIGGER_SRC timer and no OPENID',
    kind: 'document',
    source: 'Cloud.getWXContext',
  },
  {
    behaviour: 'a failed timer run is not repeated',
    kind: 'guess',
    source: 'SCF repeats asynchronous calls twice; not stated for WeChat',
  },
  {
    behaviour:
      'fields of an HTTP request’s event; text as text/plain, other values as JSON, an object with statusCode as the response',
    kind: 'document',
    source: access,
  },
  {
    behaviour: 'the event’s path lacks the route’s own part',
    kind: 'measured',
    source: 'route parameter EnablePathTransmission is off by default; code of others relies on it',
  },
  {
    behaviour: 'an HTTP body may have 100 KB of text or 6 MB of anything else',
    kind: 'document',
    source: 'docs.cloudbase.net error-code EXCEED_MAX_PAYLOAD_SIZE',
  },
  {
    behaviour: 'of several HTTP routes the longest that fits is taken, whole path segments only',
    kind: 'guess',
    source: 'not published',
  },
  { behaviour: 'HTTP statuses of refusals other than 404', kind: 'guess', source: 'not published' },
  { behaviour: 'a device’s call has SOURCE wx_http', kind: 'document', source: 'Cloud.getWXContext' },
  {
    behaviour:
      'message push calls the function of the (type, event) pair with the message as JSON; OPENID is its sender',
    kind: 'document',
    source: 'WeChat guide 云函数接收消息推送',
  },
  {
    behaviour: 'message push has SOURCE wx_unknown and is not repeated',
    kind: 'guess',
    source: 'not published',
  },
];
