import type { Evidence } from '../core/evidence';

export const evidence: Evidence[] = [
  {
    behaviour: 'openids and unionids are "o" and 27 characters',
    kind: 'measured',
    source: 'the form seen in production logs; no page promises a length',
  },
  {
    behaviour: 'a session ends only with the state it belongs to',
    kind: 'guess',
    source: 'WeChat renews the log-in of wx.cloud unseen',
  },
];
