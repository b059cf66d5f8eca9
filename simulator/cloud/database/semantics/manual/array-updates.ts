import { type UpdateExample, updates } from './example';

const QUIZZES = [
  { wk: 1, score: 10 },
  { wk: 2, score: 8 },
  { wk: 3, score: 5 },
  { wk: 4, score: 6 },
];
const NEW_QUIZZES = [
  { wk: 5, score: 8 },
  { wk: 6, score: 7 },
  { wk: 7, score: 6 },
];

const pushes: UpdateExample[] = [
  ...updates('operator/update/push', [
    [
      { _id: 1, scores: [44, 78, 38, 80] },
      { $push: { scores: 89 } },
      { _id: 1, scores: [44, 78, 38, 80, 89] },
    ],
    [
      { _id: 1, scores: [44] },
      { $push: { scores: { $each: [90, 92, 85] } } },
      { _id: 1, scores: [44, 90, 92, 85] },
    ],
    [
      { _id: 5, quizzes: QUIZZES },
      { $push: { quizzes: { $each: NEW_QUIZZES, $sort: { score: -1 }, $slice: 3 } } },
      {
        _id: 5,
        quizzes: [
          { wk: 1, score: 10 },
          { wk: 2, score: 8 },
          { wk: 5, score: 8 },
        ],
      },
    ],
    [{ _id: 1 }, { $push: { scores: 89 } }, { _id: 1, scores: [89] }],
  ]),
  ...updates('operator/update/position', [
    [
      { _id: 1, scores: [100] },
      { $push: { scores: { $each: [50, 60, 70], $position: 0 } } },
      { _id: 1, scores: [50, 60, 70, 100] },
    ],
    [
      { _id: 2, scores: [50, 60, 70, 100] },
      { $push: { scores: { $each: [20, 30], $position: 2 } } },
      { _id: 2, scores: [50, 60, 20, 30, 70, 100] },
    ],
    [
      { _id: 3, scores: [50, 60, 20, 30, 70, 100] },
      { $push: { scores: { $each: [90, 80], $position: -2 } } },
      { _id: 3, scores: [50, 60, 20, 30, 90, 80, 70, 100] },
    ],
  ]),
  ...updates('operator/update/slice', [
    [
      { _id: 1, scores: [40, 50, 60] },
      { $push: { scores: { $each: [80, 78, 86], $slice: -5 } } },
      { _id: 1, scores: [50, 60, 80, 78, 86] },
    ],
    [
      { _id: 2, scores: [89, 90] },
      { $push: { scores: { $each: [100, 20], $slice: 3 } } },
      { _id: 2, scores: [89, 90, 100] },
    ],
    [
      { _id: 3, scores: [89, 70, 100, 20] },
      { $push: { scores: { $each: [], $slice: -3 } } },
      { _id: 3, scores: [70, 100, 20] },
    ],
  ]),
  ...updates('operator/update/sort', [
    [
      {
        _id: 1,
        quizzes: [
          { id: 1, score: 6 },
          { id: 2, score: 9 },
        ],
      },
      {
        $push: {
          quizzes: {
            $each: [
              { id: 3, score: 8 },
              { id: 4, score: 7 },
              { id: 5, score: 6 },
            ],
            $sort: { score: 1 },
          },
        },
      },
      {
        _id: 1,
        quizzes: [
          { id: 1, score: 6 },
          { id: 5, score: 6 },
          { id: 4, score: 7 },
          { id: 3, score: 8 },
          { id: 2, score: 9 },
        ],
      },
    ],
    [
      { _id: 2, tests: [89, 70, 89, 50] },
      { $push: { tests: { $each: [40, 60], $sort: 1 } } },
      { _id: 2, tests: [40, 50, 60, 70, 89, 89] },
    ],
    [
      { _id: 3, tests: [89, 70, 100, 20] },
      { $push: { tests: { $each: [], $sort: -1 } } },
      { _id: 3, tests: [100, 89, 70, 20] },
    ],
  ]),
  ...updates('operator/update/addToSet', [
    [
      { _id: 1, letters: ['a', 'b'] },
      { $addToSet: { letters: ['c', 'd'] } },
      { _id: 1, letters: ['a', 'b', ['c', 'd']] },
    ],
    [
      { _id: 1, tags: ['electronics', 'camera'] },
      { $addToSet: { tags: 'accessories' } },
      { _id: 1, tags: ['electronics', 'camera', 'accessories'] },
    ],
    [
      { _id: 1, tags: ['electronics', 'camera'] },
      { $addToSet: { tags: 'camera' } },
      { _id: 1, tags: ['electronics', 'camera'] },
    ],
    [
      { _id: 2, tags: ['electronics', 'supplies'] },
      { $addToSet: { tags: { $each: ['camera', 'electronics', 'accessories'] } } },
      { _id: 2, tags: ['electronics', 'supplies', 'camera', 'accessories'] },
    ],
  ]),
];

const SURVEY_1 = {
  _id: 1,
  results: [
    { item: 'A', score: 5 },
    { item: 'B', score: 8 },
  ],
};
const SURVEY_2 = {
  _id: 2,
  results: [
    { item: 'C', score: 8 },
    { item: 'B', score: 4 },
  ],
};
const ANSWERS = {
  _id: 1,
  results: [
    {
      item: 'A',
      score: 5,
      answers: [
        { q: 1, a: 4 },
        { q: 2, a: 6 },
      ],
    },
    {
      item: 'B',
      score: 8,
      answers: [
        { q: 1, a: 8 },
        { q: 2, a: 9 },
      ],
    },
  ],
};

const pulls: UpdateExample[] = [
  ...updates('operator/update/pop', [
    [{ _id: 1, scores: [8, 9, 10] }, { $pop: { scores: -1 } }, { _id: 1, scores: [9, 10] }],
    [{ _id: 1, scores: [9, 10] }, { $pop: { scores: 1 } }, { _id: 1, scores: [9] }],
  ]),
  ...updates('operator/update/pullAll', [
    [{ _id: 1, scores: [0, 2, 5, 5, 1, 0] }, { $pullAll: { scores: [0, 5] } }, { _id: 1, scores: [2, 1] }],
  ]),
  ...updates('operator/update/pull', [
    [
      {
        _id: 1,
        fruits: ['apples', 'pears', 'oranges', 'grapes', 'bananas'],
        vegetables: ['carrots', 'celery', 'squash', 'carrots'],
      },
      { $pull: { fruits: { $in: ['apples', 'oranges'] }, vegetables: 'carrots' } },
      { _id: 1, fruits: ['pears', 'grapes', 'bananas'], vegetables: ['celery', 'squash'] },
    ],
    [{ _id: 1, votes: [3, 5, 6, 7, 7, 8] }, { $pull: { votes: { $gte: 6 } } }, { _id: 1, votes: [3, 5] }],
    [
      SURVEY_1,
      { $pull: { results: { score: 8, item: 'B' } } },
      { _id: 1, results: [{ item: 'A', score: 5 }] },
    ],
    [SURVEY_2, { $pull: { results: { score: 8, item: 'B' } } }, SURVEY_2],
    [SURVEY_1, { $pull: { results: { $elemMatch: { score: 8, item: 'B' } } } }, SURVEY_1],
    [
      ANSWERS,
      { $pull: { results: { answers: { $elemMatch: { q: 2, a: { $gte: 8 } } } } } },
      { _id: 1, results: [ANSWERS.results[0]!] },
    ],
  ]),
];

/** Updates that add elements to arrays and take them out. */
export const ARRAY_UPDATE_EXAMPLES: readonly UpdateExample[] = [...pushes, ...pulls];
