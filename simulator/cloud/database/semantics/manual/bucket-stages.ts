import type { Fields, Value } from '../document';
import type { PipelineExample } from './example';

const ARTISTS: Fields[] = [
  { _id: 1, last_name: 'Bernard', first_name: 'Emil', year_born: 1868 },
  { _id: 2, last_name: 'Rippl-Ronai', first_name: 'Joszef', year_born: 1861 },
  { _id: 3, last_name: 'Ostroumova', first_name: 'Anna', year_born: 1871 },
  { _id: 4, last_name: 'Van Gogh', first_name: 'Vincent', year_born: 1853 },
  { _id: 5, last_name: 'Maurer', first_name: 'Alfred', year_born: 1868 },
  { _id: 6, last_name: 'Munch', first_name: 'Edvard', year_born: 1863 },
  { _id: 7, last_name: 'Redon', first_name: 'Odilon', year_born: 1840 },
  { _id: 8, last_name: 'Diriks', first_name: 'Edvard', year_born: 1855 },
];
const BY_BIRTH = {
  $bucket: {
    groupBy: '$year_born',
    boundaries: [1840, 1850, 1860, 1870, 1880],
    default: 'Other',
    output: {
      count: { $sum: 1 },
      artists: { $push: { name: { $concat: ['$first_name', ' ', '$last_name'] }, year_born: '$year_born' } },
    },
  },
};
const BORN_1860S = {
  _id: 1860,
  count: 4,
  artists: [
    { name: 'Emil Bernard', year_born: 1868 },
    { name: 'Joszef Rippl-Ronai', year_born: 1861 },
    { name: 'Alfred Maurer', year_born: 1868 },
    { name: 'Edvard Munch', year_born: 1863 },
  ],
};
const ARTWORK: Fields[] = [
  {
    _id: 1,
    title: 'The Pillars of Society',
    year: 1926,
    price: 199.99,
    tags: ['painting', 'satire', 'Expressionism', 'caricature'],
    size: 39 * 21,
  },
  {
    _id: 2,
    title: 'Melancholy III',
    year: 1902,
    price: 280,
    tags: ['woodcut', 'Expressionism'],
    size: 49 * 32,
  },
  {
    _id: 3,
    title: 'Dancer',
    year: 1925,
    price: 76.04,
    tags: ['oil', 'Surrealism', 'painting'],
    size: 25 * 20,
  },
  {
    _id: 4,
    title: 'The Great Wave off Kanagawa',
    price: 167.3,
    tags: ['woodblock', 'ukiyo-e'],
    size: 24 * 36,
  },
  {
    _id: 5,
    title: 'The Persistence of Memory',
    year: 1931,
    price: 483,
    tags: ['Surrealism', 'painting', 'oil'],
    size: 20 * 24,
  },
  {
    _id: 6,
    title: 'Composition VII',
    year: 1913,
    price: 385,
    tags: ['oil', 'painting', 'abstract'],
    size: 30 * 46,
  },
  { _id: 7, title: 'The Scream', price: 159, tags: ['Expressionism', 'painting', 'oil'], size: 24 * 18 },
  { _id: 8, title: 'Blue Flower', year: 1918, price: 118.42, tags: ['abstract', 'painting'], size: 24 * 20 },
];
const BY_SIZE = { groupBy: '$size', buckets: 4, output: { count: { $sum: 1 }, titles: { $push: '$title' } } };
const THINGS = Array.from({ length: 100 }, (_, at) => ({ _id: at }));

function things(
  granularity: string | undefined,
  limits: readonly (readonly [number, number, number])[],
): PipelineExample {
  const option: Record<string, Value> = granularity === undefined ? {} : { granularity };
  return {
    page: 'operator/aggregation/bucketAuto',
    documents: THINGS,
    stages: [{ $bucketAuto: { groupBy: '$_id', buckets: 5, ...option } }],
    results: limits.map(([min, max, count]) => ({ _id: { min, max }, count })),
  };
}

export const BUCKETS: readonly PipelineExample[] = [
  {
    page: 'operator/aggregation/bucket',
    documents: ARTISTS,
    stages: [BY_BIRTH],
    results: [
      { _id: 1840, count: 1, artists: [{ name: 'Odilon Redon', year_born: 1840 }] },
      {
        _id: 1850,
        count: 2,
        artists: [
          { name: 'Vincent Van Gogh', year_born: 1853 },
          { name: 'Edvard Diriks', year_born: 1855 },
        ],
      },
      BORN_1860S,
      { _id: 1870, count: 1, artists: [{ name: 'Anna Ostroumova', year_born: 1871 }] },
    ],
  },
  {
    page: 'operator/aggregation/bucket',
    documents: ARTISTS,
    stages: [BY_BIRTH, { $match: { count: { $gt: 3 } } }],
    results: [BORN_1860S],
  },
  {
    page: 'operator/aggregation/bucketAuto',
    documents: ARTWORK,
    stages: [{ $bucketAuto: { groupBy: '$price', buckets: 4 } }],
    results: [
      { _id: { min: 76.04, max: 159 }, count: 2 },
      { _id: { min: 159, max: 199.99 }, count: 2 },
      { _id: { min: 199.99, max: 385 }, count: 2 },
      { _id: { min: 385, max: 483 }, count: 2 },
    ],
  },
  {
    page: 'operator/aggregation/bucketAuto',
    documents: ARTWORK,
    stages: [{ $bucketAuto: BY_SIZE }],
    results: [
      {
        _id: { min: 432, max: 500 },
        count: 3,
        titles: ['The Scream', 'The Persistence of Memory', 'Blue Flower'],
      },
      { _id: { min: 500, max: 864 }, count: 2, titles: ['Dancer', 'The Pillars of Society'] },
      { _id: { min: 864, max: 1568 }, count: 2, titles: ['The Great Wave off Kanagawa', 'Composition VII'] },
      { _id: { min: 1568, max: 1568 }, count: 1, titles: ['Melancholy III'] },
    ],
  },
  things(undefined, [
    [0, 20, 20],
    [20, 40, 20],
    [40, 60, 20],
    [60, 80, 20],
    [80, 99, 20],
  ]),
  things('R20', [
    [0, 20, 20],
    [20, 40, 20],
    [40, 63, 23],
    [63, 90, 27],
    [90, 100, 10],
  ]),
  things('E24', [
    [0, 20, 20],
    [20, 43, 23],
    [43, 68, 25],
    [68, 91, 23],
    [91, 100, 9],
  ]),
  things('1-2-5', [
    [0, 20, 20],
    [20, 50, 30],
    [50, 100, 50],
  ]),
  things('POWERSOF2', [
    [0, 32, 32],
    [32, 64, 32],
    [64, 128, 36],
  ]),
  {
    page: 'operator/aggregation/sortByCount',
    documents: ARTWORK,
    stages: [{ $unwind: '$tags' }, { $sortByCount: '$tags' }],
    anyOrder: true,
    results: [
      { _id: 'painting', count: 6 },
      { _id: 'oil', count: 4 },
      { _id: 'Expressionism', count: 3 },
      { _id: 'Surrealism', count: 2 },
      { _id: 'abstract', count: 2 },
      ...['woodblock', 'woodcut', 'ukiyo-e', 'satire', 'caricature'].map((tag) => ({ _id: tag, count: 1 })),
    ],
  },
];
