import type { Fields } from '../document';
import { type PipelineExample, pipelines } from './example';

const SUBJECTS: Fields[] = [
  { _id: 1, subject: 'History', score: 88 },
  { _id: 2, subject: 'History', score: 92 },
  { _id: 3, subject: 'History', score: 97 },
  { _id: 4, subject: 'History', score: 71 },
  { _id: 5, subject: 'History', score: 79 },
  { _id: 6, subject: 'History', score: 83 },
];
const ARTICLES: Fields[] = [
  { _id: 1, author: 'dave', score: 80, views: 100 },
  { _id: 2, author: 'dave', score: 85, views: 521 },
  { _id: 3, author: 'ahn', score: 60, views: 1000 },
  { _id: 4, author: 'li', score: 55, views: 5000 },
  { _id: 5, author: 'annT', score: 60, views: 50 },
  { _id: 6, author: 'li', score: 94, views: 999 },
  { _id: 7, author: 'ty', score: 95, views: 1000 },
];
const flow: PipelineExample[] = [
  ...pipelines('count', SUBJECTS, [
    [[{ $match: { score: { $gt: 80 } } }, { $count: 'passing_scores' }], [{ passing_scores: 4 }]],
  ]),
  ...pipelines('match', ARTICLES, [
    [[{ $match: { author: 'dave' } }], ARTICLES.slice(0, 2)],
    [
      [
        { $match: { $or: [{ score: { $gt: 70, $lt: 90 } }, { views: { $gte: 1000 } }] } },
        { $group: { _id: null, count: { $sum: 1 } } },
      ],
      [{ _id: null, count: 5 }],
    ],
  ]),
  ...pipelines('limit', ARTICLES, [[[{ $limit: 5 }], ARTICLES.slice(0, 5)]]),
  ...pipelines('skip', ARTICLES, [[[{ $skip: 5 }], ARTICLES.slice(5)]]),
  ...pipelines('sort', ARTICLES.slice(0, 4), [
    [[{ $sort: { author: -1, score: 1 } }], [ARTICLES[3]!, ARTICLES[0]!, ARTICLES[1]!, ARTICLES[2]!]],
  ]),
  ...pipelines(
    'sample',
    [{ _id: 1, name: 'dave123' }],
    [[[{ $sample: { size: 3 } }], [{ _id: 1, name: 'dave123' }]]],
  ),
  ...pipelines(
    'facet',
    [
      { _id: 1, tags: ['a', 'b'], price: 5 },
      { _id: 2, tags: ['b'], price: 7 },
    ],
    [
      [
        [
          {
            $facet: {
              byTag: [{ $unwind: '$tags' }, { $sortByCount: '$tags' }],
              dear: [{ $match: { price: { $gt: 5 } } }, { $count: 'n' }],
            },
          },
        ],
        [
          {
            byTag: [
              { _id: 'b', count: 2 },
              { _id: 'a', count: 1 },
            ],
            dear: [{ n: 1 }],
          },
        ],
      ],
    ],
  ),
];

const PLACES = [
  {
    _id: 1,
    name: 'Central Park',
    location: { type: 'Point', coordinates: [-73.97, 40.77] },
    category: 'Parks',
  },
  {
    _id: 8,
    name: 'Sara D. Roosevelt Park',
    location: { type: 'Point', coordinates: [-73.9928, 40.7193] },
    category: 'Parks',
  },
  {
    _id: 3,
    name: 'Polo Grounds',
    location: { type: 'Point', coordinates: [-73.9375, 40.8303] },
    category: 'Stadiums',
  },
];
/** Servers differ in the digits beyond, by how they were compiled. */
const EIGHT_DECIMALS = { $addFields: { 'dist.calculated': { $round: ['$dist.calculated', 8] } } };
const geo: PipelineExample[] = [
  {
    page: 'operator/aggregation/geoNear',
    documents: PLACES,
    geoIndexFields: ['location'],
    stages: [
      {
        $geoNear: {
          near: { type: 'Point', coordinates: [-73.99279, 40.719296] },
          distanceField: 'dist.calculated',
          maxDistance: 2,
          query: { category: 'Parks' },
          includeLocs: 'dist.location',
          spherical: true,
        },
      },
      EIGHT_DECIMALS,
    ],
    results: [{ ...PLACES[1], dist: { calculated: 0.95399317, location: PLACES[1]!.location } }],
  },
  {
    page: 'operator/aggregation/geoNear',
    documents: PLACES,
    geoIndexFields: ['location', 'legacy'],
    stages: [
      {
        $geoNear: {
          near: { type: 'Point', coordinates: [-73.98142, 40.71782] },
          key: 'location',
          distanceField: 'dist.calculated',
          query: { category: 'Parks' },
        },
      },
      EIGHT_DECIMALS,
      { $limit: 5 },
    ],
    results: [
      { ...PLACES[1], dist: { calculated: 974.17576492 } },
      { ...PLACES[0], dist: { calculated: 5887.92792958 } },
    ],
  },
];

/** Stages that choose, order and count documents. */
export const FLOWS: readonly PipelineExample[] = [...flow, ...geo];
