import type { Evidence } from '../core/evidence';

const guide = 'WeChat guide 实时数据推送';

export const evidence: Evidence[] = [
  {
    behaviour:
      'messages LOGIN, INIT_WATCH, NEXT_EVENT, CHECK_LAST, REBUILD_WATCH, CLOSE_WATCH, PING and their fields',
    kind: 'measured',
    source: 'client in @cloudbase/database 1.4.3 and its typings',
  },
  {
    behaviour: 'an update that leaves the list carries the full document',
    kind: 'measured',
    source:
      'typings say Doc is empty; then the client in @cloudbase/database 1.4.3 dies of "lodash_clonedeep_1.default"',
  },
  {
    behaviour: 'the SDK cannot watch with orderBy ("order.reduce is not a function"); phones can',
    kind: 'measured',
    source: '@cloudbase/database 1.4.3',
  },
  { behaviour: 'which dataType goes with which queueType', kind: 'document', source: guide },
  {
    behaviour: 'set() on a document that was there shows as replace, update() as update',
    kind: 'document',
    source: '实时数据推送: dataType',
  },
  { behaviour: '5,000 documents, limit 200, 5 sort fields', kind: 'document', source: guide },
  {
    behaviour: 'without an order: by _id, descending',
    kind: 'document',
    source: `${guide} ("id" is taken to mean _id)`,
  },
  {
    behaviour: 'the read rule is held against the query when the watch begins',
    kind: 'document',
    source: `${guide}; that it is not asked again later is a guess`,
  },
  {
    behaviour: 'a watch waits five minutes for a client that lost its connection',
    kind: 'guess',
    source: 'no page names a time',
  },
  {
    behaviour: 'refusals: the codes for what no page lists',
    kind: 'guess',
    source: 'codes of the same cloud elsewhere',
  },
  {
    behaviour: 'after a reset of the state a watch begins anew',
    kind: 'guess',
    source: 'the real service has no resets',
  },
];
