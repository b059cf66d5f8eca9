import { date, type UpdateExample, updates } from './example';

const PRODUCT = {
  _id: 100,
  quantity: 250,
  instock: true,
  details: { model: '14QQ', make: 'Clothes Corp' },
  tags: ['apparel', 'clothing'],
  ratings: [{ by: 'Customer007', rating: 4 }],
};

const fields: UpdateExample[] = [
  ...updates('operator/update/set', [
    [
      PRODUCT,
      {
        $set: {
          quantity: 500,
          details: { model: '2600', make: 'Fashionaires' },
          tags: ['coats', 'outerwear', 'clothing'],
        },
      },
      {
        ...PRODUCT,
        quantity: 500,
        details: { model: '2600', make: 'Fashionaires' },
        tags: ['coats', 'outerwear', 'clothing'],
      },
    ],
    [
      PRODUCT,
      { $set: { 'details.make': 'Kustom Kidz' } },
      { ...PRODUCT, details: { model: '14QQ', make: 'Kustom Kidz' } },
    ],
    [
      PRODUCT,
      { $set: { 'tags.1': 'rain gear', 'ratings.0.rating': 2 } },
      { ...PRODUCT, tags: ['apparel', 'rain gear'], ratings: [{ by: 'Customer007', rating: 2 }] },
    ],
  ]),
  ...updates('operator/update/unset', [
    [
      { _id: 1, item: 'chisel', sku: 'C001', quantity: 4, instock: true },
      { $unset: { quantity: '', instock: '' } },
      { _id: 1, item: 'chisel', sku: 'C001' },
    ],
    [{ _id: 1, list: ['a', 'b', 'c'] }, { $unset: { 'list.1': '' } }, { _id: 1, list: ['a', null, 'c'] }],
  ]),
  ...updates('operator/update/inc', [
    [
      { _id: 1, sku: 'abc123', quantity: 10, metrics: { orders: 2, ratings: 3.5 } },
      { $inc: { quantity: -2, 'metrics.orders': 1 } },
      { _id: 1, sku: 'abc123', quantity: 8, metrics: { orders: 3, ratings: 3.5 } },
    ],
    [{ _id: 1 }, { $inc: { quantity: 3 } }, { _id: 1, quantity: 3 }],
  ]),
  ...updates('operator/update/mul', [
    [
      { _id: 1, item: 'Hats', price: 10.99, quantity: 25 },
      { $mul: { price: 1.25, quantity: 2 } },
      { _id: 1, item: 'Hats', price: 13.7375, quantity: 50 },
    ],
    [{ _id: 2, item: 'Unknown' }, { $mul: { price: 100 } }, { _id: 2, item: 'Unknown', price: 0 }],
  ]),
  ...updates('operator/update/min', [
    [
      { _id: 1, highScore: 800, lowScore: 200 },
      { $min: { lowScore: 150 } },
      { _id: 1, highScore: 800, lowScore: 150 },
    ],
    [
      { _id: 1, highScore: 800, lowScore: 150 },
      { $min: { lowScore: 250 } },
      { _id: 1, highScore: 800, lowScore: 150 },
    ],
    [
      { _id: 1, dateEntered: date('2013-10-01T05:00:00Z') },
      { $min: { dateEntered: date('2013-09-25') } },
      { _id: 1, dateEntered: date('2013-09-25T00:00:00Z') },
    ],
  ]),
  ...updates('operator/update/max', [
    [
      { _id: 1, highScore: 800, lowScore: 200 },
      { $max: { highScore: 950 } },
      { _id: 1, highScore: 950, lowScore: 200 },
    ],
    [
      { _id: 1, highScore: 950, lowScore: 200 },
      { $max: { highScore: 870 } },
      { _id: 1, highScore: 950, lowScore: 200 },
    ],
    [
      { _id: 1, dateExpired: date('2013-10-01T16:38:16.163Z') },
      { $max: { dateExpired: date('2013-09-30') } },
      { _id: 1, dateExpired: date('2013-10-01T16:38:16.163Z') },
    ],
  ]),
  ...updates('operator/update/rename', [
    [
      {
        _id: 1,
        alias: ['The American Cincinnatus'],
        mobile: '555-555-5555',
        nmae: { first: 'george', last: 'washington' },
      },
      { $rename: { nmae: 'name' } },
      {
        _id: 1,
        alias: ['The American Cincinnatus'],
        mobile: '555-555-5555',
        name: { first: 'george', last: 'washington' },
      },
    ],
    [
      { _id: 1, name: { first: 'george', last: 'washington' } },
      { $rename: { 'name.first': 'name.fname' } },
      { _id: 1, name: { last: 'washington', fname: 'george' } },
    ],
    [{ _id: 1, mobile: '555' }, { $rename: { wife: 'spouse' } }, { _id: 1, mobile: '555' }],
    [
      { _id: 1, alias: ['x'], mobile: '555-555-5555' },
      { $rename: { alias: 'nickname', mobile: 'cell' } },
      { _id: 1, nickname: ['x'], cell: '555-555-5555' },
    ],
  ]),
  ...updates('operator/update/bit', [
    [{ _id: 1, expdata: 13 }, { $bit: { expdata: { and: 10 } } }, { _id: 1, expdata: 8 }],
    [{ _id: 2, expdata: 3 }, { $bit: { expdata: { or: 5 } } }, { _id: 2, expdata: 7 }],
    [{ _id: 3, expdata: 1 }, { $bit: { expdata: { xor: 5 } } }, { _id: 3, expdata: 4 }],
  ]),
];

const positional: UpdateExample[] = [
  {
    page: 'operator/update/positional',
    document: { _id: 1, grades: [85, 80, 80] },
    filter: { _id: 1, grades: 80 },
    update: { $set: { 'grades.$': 82 } },
    result: { _id: 1, grades: [85, 82, 80] },
  },
  {
    page: 'operator/update/positional',
    document: {
      _id: 4,
      grades: [
        { grade: 80, std: 8 },
        { grade: 85, std: 5 },
        { grade: 85, std: 8 },
      ],
    },
    filter: { _id: 4, 'grades.grade': 85 },
    update: { $set: { 'grades.$.std': 6 } },
    result: {
      _id: 4,
      grades: [
        { grade: 80, std: 8 },
        { grade: 85, std: 6 },
        { grade: 85, std: 8 },
      ],
    },
  },
  {
    page: 'operator/update/positional',
    document: {
      _id: 5,
      grades: [
        { grade: 80, mean: 75, std: 8 },
        { grade: 85, mean: 90, std: 5 },
        { grade: 90, mean: 85, std: 3 },
      ],
    },
    filter: { _id: 5, grades: { $elemMatch: { grade: { $lte: 90 }, mean: { $gt: 80 } } } },
    update: { $set: { 'grades.$.std': 6 } },
    result: {
      _id: 5,
      grades: [
        { grade: 80, mean: 75, std: 8 },
        { grade: 85, mean: 90, std: 6 },
        { grade: 90, mean: 85, std: 3 },
      ],
    },
  },
  {
    page: 'operator/update/positional-all',
    document: { _id: 1, grades: [85, 82, 80] },
    update: { $inc: { 'grades.$[]': 10 } },
    result: { _id: 1, grades: [95, 92, 90] },
  },
  {
    page: 'operator/update/positional-filtered',
    document: { _id: 2, grades: [98, 100, 102] },
    update: { $set: { 'grades.$[element]': 100 } },
    arrayFilters: [{ element: { $gte: 100 } }],
    result: { _id: 2, grades: [98, 100, 100] },
  },
  {
    page: 'operator/update/positional-filtered',
    document: {
      _id: 1,
      grades: [
        { grade: 80, mean: 75 },
        { grade: 85, mean: 90 },
        { grade: 85, mean: 85 },
      ],
    },
    update: { $set: { 'grades.$[elem].mean': 100 } },
    arrayFilters: [{ 'elem.grade': { $gte: 85 } }],
    result: {
      _id: 1,
      grades: [
        { grade: 80, mean: 75 },
        { grade: 85, mean: 100 },
        { grade: 85, mean: 100 },
      ],
    },
  },
];

/** Updates of single fields, and of places in arrays. */
export const FIELD_UPDATE_EXAMPLES: readonly UpdateExample[] = [...fields, ...positional];
