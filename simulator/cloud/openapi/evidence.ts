import type { Evidence, EvidenceKind } from '../core/evidence';

const sendPage = 'developers.weixin.qq.com: subscribeMessage.send';
const requestPage = 'developers.weixin.qq.com: wx.requestSubscribeMessage';
const guidePage = 'developers.weixin.qq.com: 小程序订阅消息开发指南';
const textPage = 'developers.weixin.qq.com: security.msgSecCheck';
const mediaPage = 'developers.weixin.qq.com: security.mediaCheckAsync';
const codePage = 'developers.weixin.qq.com: wxacode.getUnlimited';
const phonePage = 'developers.weixin.qq.com: phonenumber.getPhoneNumber';
const sdk = 'wx-server-sdk 4.0.2 run unmodified against this cloud';
const logs = 'error texts quoted in public repositories';
const ours = 'inference';

const list: readonly [EvidenceKind, string, string][] = [
  ['measured', 'protobuf field numbers, media arguments with a file name and without content type', sdk],
  ['measured', 'the SDK takes exactly `application/json; charset=utf-8` for an error', sdk],
  [
    'measured',
    'an undeclared interface: -604101, an unknown one: -604100, both as errorCode of the envelope',
    logs,
  ],
  ['guess', 'an unknown name is refused before the permission is looked at', ours],
  ['measured', 'errmsg ends with `rid: <hex seconds>-<8 hex>-<8 hex>`', logs],
  ['document', 'one accepted request of a one-time template is one message, without expiry', guidePage],
  [
    'document',
    'a kept choice answers later requests without a dialog; each one still adds one message',
    guidePage,
  ],
  [
    'document',
    'accept, reject, ban, filter (equal titles); at most 5 templates; 10001, 20001 to 20005',
    requestPage,
  ],
  ['guess', 'one unknown template fails the whole request (20001)', ours],
  ['guess', 'a kept refusal voids what was agreed before; a plain refusal does not', ours],
  ['guess', 'a request answered in silence pushes no subscribe_msg_popup_event', ours],
  [
    'document',
    '40003, 40037, 43101, 43107, 43108, 45168, 47003 and the table of field types and lengths',
    sendPage,
  ],
  [
    'measured',
    '`argument invalid! data.thing5.value invalid` and `… is empty`, `user refuse to accept the msg`',
    logs,
  ],
  ['guess', 'texts of 43107, 43108 and 45168', ours],
  [
    'guess',
    'order of the checks: template, openid, page, data, sensitive words, ban, concurrency, consent',
    ours,
  ],
  [
    'guess',
    'a send is under way for 30 ms of real time; a second to the same user in that time is 43108',
    ours,
  ],
  ['guess', 'a key the template does not have, and a value that is not text, are 47003', ours],
  ['measured', 'a time field takes whole days; a full-width ～ between two times is refused', logs],
  ['guess', 'an amount passes without a currency sign; characters are counted as code points', ours],
  ['guess', 'an enum whose label lists no values passes any text', ours],
  ['measured', '41030 `invalid page` for a leading slash or a page that app.json lacks', logs],
  ['guess', 'miniprogram_state and lang outside their lists are 47003', ours],
  [
    'measured',
    'msgid is a 64-bit number in the answer (the SDK shows it as an object) and text in the event',
    logs,
  ],
  ['document', 'the three subscribe_msg_… events; List is the object itself when there is one', guidePage],
  [
    'document',
    'result, detail, trace_id, labels, 2,500 characters, scenes, two hours since the last visit',
    textPage,
  ],
  ['guess', 'verdicts come from a short settable list of words, which is not how WeChat judges', ours],
  ['guess', '44002 for no content, 45002 for too much', ours],
  ['document', '87014 for risky content in version 1 and in imgSecCheck', textPage],
  [
    'document',
    'trace_id at once, wxa_media_check later, -1008 when the file cannot be downloaded',
    mediaPage,
  ],
  ['guess', 'the media verdict comes after 5 s of business time (WeChat says within 30 minutes)', ours],
  ['guess', 'a file over 10 MB counts as not downloadable', ours],
  [
    'document',
    'scene, page, check_path, env_version, width; 40097, 40129, 40169, 41030, 85096, 40159',
    codePage,
  ],
  ['guess', 'a width outside 280 to 1280 is 40097', ours],
  [
    'document',
    'the real code is round and resolved by WeChat; here a PNG with a QR code stands in for it',
    codePage,
  ],
  [
    'measured',
    'the real image is a JPEG unless is_hyaline asks for transparency; ours is always a PNG',
    logs,
  ],
  ['document', 'a phone code works once, within 5 minutes; 40029 otherwise', phonePage],
  ['guess', 'a code that belongs to another openid is 40003 and stays usable', ours],
];

/** How far the open interfaces can be trusted. */
export const evidence: Evidence[] = list.map(([kind, behaviour, source]) => ({ kind, behaviour, source }));
