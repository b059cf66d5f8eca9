import type { Evidence } from '../core/evidence';

const guide = 'WeChat guide 数据库安全规则';
const language = 'docs.cloudbase.net rule/introduce, rule/learn-rules, rule/reference/function';

export const evidence: Evidence[] = [
  {
    behaviour: 'a query must be a subset of the rule; documents are not read to decide',
    kind: 'document',
    source: guide,
  },
  {
    behaviour: 'doc(id) operations count as the query {_id}; most rules therefore ask for where()',
    kind: 'document',
    source: guide,
  },
  {
    behaviour: 'create checks the new content; set needs update and create',
    kind: 'document',
    source: `${guide} (the pair for set is a guess)`,
  },
  { behaviour: '{openid} is replaced in queries and data', kind: 'document', source: guide },
  {
    behaviour: 'get() needs its doc variables as == or a one-member in; 3 per expression, 2 deep',
    kind: 'document',
    source: guide,
  },
  {
    behaviour: 'get() reads at most 10 documents in one evaluation',
    kind: 'document',
    source: `${language}; the WeChat guide says 3 but shows an example of 5`,
  },
  {
    behaviour: 'expressions have at most 1,024 characters; arrays hold numbers and texts',
    kind: 'document',
    source: language,
  },
  {
    behaviour: 'an operation without a rule is refused; create, update, delete fall back to write',
    kind: 'document',
    source: language,
  },
  {
    behaviour: 'a function without a rule of its own follows *, by default auth != null',
    kind: 'document',
    source: 'WeChat guide 云函数安全规则',
  },
  {
    behaviour: 'a query field == value also admits documents whose array holds the value',
    kind: 'guess',
    source: 'follows from deciding without reading documents',
  },
  {
    behaviour: '"x in doc.list" is certain only when the query names the whole array',
    kind: 'guess',
    source: 'no page describes it; the stricter reading is emulated',
  },
  {
    behaviour: 'rules have no `request`; its use is refused by name',
    kind: 'document',
    source: `${guide} lists auth, doc, now only`,
  },
];
