import type { Fields } from '../document';
import { cond, type QueryExample, table } from './example';

const EQ: Fields[] = [
  { _id: 1, item: { name: 'ab', code: '123' }, qty: 15, tags: ['A', 'B', 'C'] },
  { _id: 2, item: { name: 'cd', code: '123' }, qty: 20, tags: ['B'] },
  { _id: 3, item: { name: 'ij', code: '456' }, qty: 25, tags: ['A', 'B'] },
  { _id: 4, item: { name: 'xy', code: '456' }, qty: 30, tags: ['B', 'A'] },
  { _id: 5, item: { name: 'mn', code: '000' }, qty: 20, tags: [['A', 'B'], 'C'] },
];
const COMPANIES: Fields[] = [
  { _id: 1, company: 'MongoDB' },
  { _id: 2, company: 'MongoDB2' },
];
const HARDWARE: Fields[] = [
  { _id: 'nuts', quantity: 30, carrier: { name: 'Shipit', fee: 3 } },
  { _id: 'bolts', quantity: 50, carrier: { name: 'Shipit', fee: 4 } },
  { _id: 'washers', quantity: 10, carrier: { name: 'Shipit', fee: 1 } },
];
const OFFICE: Fields[] = [
  { _id: 'Pens', quantity: 350, tags: ['school', 'office'] },
  { _id: 'Erasers', quantity: 15, tags: ['school', 'home'] },
  { _id: 'Maps', tags: ['office', 'storage'] },
  { _id: 'Books', quantity: 5, tags: ['school', 'storage', 'home'] },
];
const PRICES: Fields[] = [
  { _id: 1, price: 1.99, qty: 50, sale: false },
  { _id: 2, price: 0.99, qty: 10, sale: true },
  { _id: 3, price: 2.5, qty: 10, sale: false },
  { _id: 4, qty: 90 },
];

const comparison: QueryExample[] = [
  ...table('operator/query/eq', EQ, [
    [{ qty: { $eq: 20 } }, [2, 5]],
    [{ 'item.name': { $eq: 'ab' } }, [1]],
    [{ tags: { $eq: 'B' } }, [1, 2, 3, 4]],
    [{ tags: { $eq: ['A', 'B'] } }, [3, 5]],
  ]),
  ...table('operator/query/eq', COMPANIES, [
    [{ company: 'MongoDB' }, [1]],
    [{ company: { $eq: /MongoDB/ } }, []],
    [{ company: /MongoDB/ }, [1, 2]],
  ]),
  ...table('operator/query/gt', HARDWARE, [
    [{ quantity: { $gt: 20 } }, ['nuts', 'bolts']],
    [{ 'carrier.fee': { $gt: 2 } }, ['nuts', 'bolts']],
  ]),
  ...table('operator/query/gte', HARDWARE, [[{ quantity: { $gte: 20 } }, ['nuts', 'bolts']]]),
  ...table('operator/query/lt', HARDWARE, [[{ quantity: { $lt: 20 } }, ['washers']]]),
  ...table('operator/query/lte', HARDWARE, [[{ quantity: { $lte: 20 } }, ['washers']]]),
  ...table('operator/query/ne', HARDWARE, [[{ quantity: { $ne: 10 } }, ['nuts', 'bolts']]]),
  ...table('operator/query/in', OFFICE, [
    [{ quantity: { $in: [5, 15] } }, ['Erasers', 'Books']],
    [{ tags: { $in: ['home', 'school'] } }, ['Pens', 'Erasers', 'Books']],
    [{ tags: { $in: [/^be/, /^st/] } }, ['Maps', 'Books']],
  ]),
  ...table('operator/query/nin', OFFICE, [
    [{ quantity: { $nin: [5, 15] } }, ['Pens', 'Maps']],
    [{ tags: { $nin: ['school'] } }, ['Maps']],
  ]),
];

const logic: QueryExample[] = [
  ...table('operator/query/and', PRICES, [
    [{ $and: [{ price: { $ne: 1.99 } }, { price: { $exists: true } }] }, [2, 3]],
  ]),
  ...table('operator/query/or', PRICES, [[{ $or: [{ qty: { $lt: 20 } }, { price: 1.99 }] }, [1, 2, 3]]]),
  ...table('operator/query/nor', PRICES, [
    [{ $nor: [{ price: 1.99 }, { sale: true }] }, [3, 4]],
    [{ $nor: [{ price: 1.99 }, { qty: { $lt: 20 } }, { sale: true }] }, [4]],
  ]),
  ...table('operator/query/not', PRICES, [[{ price: { $not: { $gt: 1.99 } } }, [1, 2, 4]]]),
  ...table(
    'operator/query/not',
    [{ _id: 1, item: 'pencil' }, { _id: 2, item: 'book' }, { _id: 3 }],
    [
      [{ item: { $not: /^p.*/ } }, [2, 3]],
      [{ item: { $not: { $regex: '^p.*' } } }, [2, 3]],
    ],
  ),
];

const SPICES: Fields[] = [
  { _id: 1, saffron: 5, cinnamon: 5, mustard: null },
  { _id: 2, saffron: 3, cinnamon: null, mustard: 8 },
  { _id: 3, saffron: null, cinnamon: 3, mustard: 9 },
  { _id: 4, saffron: 1, cinnamon: 2, mustard: 3 },
  { _id: 5, saffron: 2, mustard: 5 },
  { _id: 6, saffron: 3, cinnamon: 2 },
  { _id: 7, saffron: 4 },
  { _id: 8, cinnamon: 2, mustard: 4 },
  { _id: 9, cinnamon: 2 },
  { _id: 10, mustard: 6 },
];
const ADDRESSES: Fields[] = [
  { _id: 1, address: '2030 Martian Way', zipCode: '90698345' },
  { _id: 2, address: '156 Lunar Place', zipCode: 43339374 },
  { _id: 3, address: '2324 Pluto Place', zipCode: 3921412 },
  { _id: 4, address: '55 Saturn Ring', zipCode: 88602117 },
  { _id: 5, address: '104 Venus Drive', zipCode: ['834847278', '1893289032'] },
];
const READINGS: Fields[] = [
  { _id: 1, readings: [25, 23, ['Warn: High Temp!', 55], ['ERROR: SYSTEM SHUTDOWN!', 66]] },
  { _id: 2, readings: [25, 25, 24, 23] },
  { _id: 3, readings: [22, 24, []] },
  { _id: 4, readings: [] },
  { _id: 5, readings: 24 },
];
const ITEM_OR_NOT: Fields[] = [{ _id: 1, item: null }, { _id: 2 }];

const element: QueryExample[] = [
  ...table('operator/query/exists', SPICES, [
    [{ saffron: { $exists: true } }, [1, 2, 3, 4, 5, 6, 7]],
    [{ cinnamon: { $exists: false } }, [5, 7, 10]],
  ]),
  ...table('operator/query/type', ADDRESSES, [
    [{ zipCode: { $type: 2 } }, [1, 5]],
    [{ zipCode: { $type: 'string' } }, [1, 5]],
    [{ zipCode: { $type: 'number' } }, [2, 3, 4]],
  ]),
  ...table('operator/query/type', READINGS, [[{ readings: { $type: 'array' } }, [1, 2, 3, 4]]]),
  ...table('tutorial/query-for-null-fields', ITEM_OR_NOT, [
    [{ item: null }, [1, 2]],
    [{ item: { $ne: null } }, []],
    [{ item: { $type: 10 } }, [1]],
    [{ item: { $exists: false } }, [2]],
  ]),
];

const PRODUCTS: Fields[] = [
  { _id: 100, sku: 'abc123', description: 'Single line description.' },
  { _id: 101, sku: 'abc789', description: 'First line\nSecond line' },
  { _id: 102, sku: 'xyz456', description: 'Many spaces before     line' },
  { _id: 103, sku: 'xyz789', description: 'Multiple\nline description' },
  { _id: 104, sku: 'Abc789', description: 'SKU starts with A' },
];
const BUDGET: Fields[] = [
  { _id: 1, category: 'food', budget: 400, spent: 450 },
  { _id: 2, category: 'drinks', budget: 100, spent: 150 },
  { _id: 3, category: 'clothes', budget: 100, spent: 50 },
  { _id: 4, category: 'misc', budget: 500, spent: 300 },
  { _id: 5, category: 'travel', budget: 200, spent: 650 },
];
const SUPPLIES: Fields[] = [
  { _id: 1, item: 'binder', qty: 100, price: 12 },
  { _id: 2, item: 'notebook', qty: 200, price: 8 },
  { _id: 3, item: 'pencil', qty: 50, price: 6 },
  { _id: 4, item: 'eraser', qty: 150, price: 3 },
  { _id: 5, item: 'legal pad', qty: 42, price: 10 },
];
const MODULO: Fields[] = [
  { _id: 1, item: 'abc123', qty: 0 },
  { _id: 2, item: 'xyz123', qty: 5 },
  { _id: 3, item: 'ijk123', qty: 12 },
];
const STUDENT_SCHEMA = {
  required: ['name', 'year', 'major', 'address'],
  properties: {
    name: { bsonType: 'string' },
    year: { bsonType: 'int', minimum: 2017, maximum: 3017 },
    major: { enum: ['Math', 'English', 'Computer Science', 'History', null] },
    gpa: { bsonType: ['double'] },
    address: { bsonType: 'object', required: ['city'], properties: { city: { bsonType: 'string' } } },
  },
};
const STUDENTS: Fields[] = [
  { _id: 1, name: 'Alice', year: 2019, major: 'History', gpa: 3, address: { city: 'NYC' } },
  { _id: 2, name: 'Alice', year: 2019, major: 'History', gpa: 3.5, address: { city: 'NYC' } },
  { _id: 3, name: 'Alice', year: '2019', major: 'History', address: { city: 'NYC' } },
  { _id: 4, name: 'Alice', year: 2019, major: 'History', address: { street: '33rd Street' } },
];

const evaluation: QueryExample[] = [
  ...table('operator/query/regex', PRODUCTS, [
    [{ sku: { $regex: /789$/ } }, [101, 103, 104]],
    [{ sku: { $regex: /^ABC/i } }, [100, 101, 104]],
    [{ description: { $regex: /^S/, $options: 'm' } }, [100, 101, 104]],
    [{ description: { $regex: 'm.*line', $options: 'i' } }, [102]],
    [{ description: { $regex: 'm.*line', $options: 'si' } }, [102, 103]],
    [{ sku: { $regex: 'abc #category code\n123 #item number', $options: 'x' } }, [100]],
  ]),
  ...table('operator/query/expr', BUDGET, [[{ $expr: { $gt: ['$spent', '$budget'] } }, [1, 2, 5]]]),
  ...table('operator/query/expr', SUPPLIES, [
    [
      {
        $expr: {
          $lt: [
            cond({ $gte: ['$qty', 100] }, { $multiply: ['$price', 0.5] }, { $multiply: ['$price', 0.75] }),
            5,
          ],
        },
      },
      [2, 3, 4],
    ],
  ]),
  ...table('operator/query/mod', MODULO, [
    [{ qty: { $mod: [4, 0] } }, [1, 3]],
    [{ qty: { $mod: [4.5, 0] } }, [1, 3]],
    [{ qty: { $mod: [4.99, 0] } }, [1, 3]],
    [{ qty: { $mod: [-4, -0] } }, [1, 3]],
  ]),
  ...table('operator/query/jsonSchema', STUDENTS, [[{ $jsonSchema: STUDENT_SCHEMA }, [2]]]),
];

const BITS: Fields[] = [
  { _id: 1, a: 54 },
  { _id: 2, a: 20 },
  { _id: 3, a: 20 },
];
const bits: QueryExample[] = [
  ...table('operator/query/bitsAllSet', BITS, [
    [{ a: { $bitsAllSet: [1, 5] } }, [1]],
    [{ a: { $bitsAllSet: 50 } }, [1]],
  ]),
  ...table('operator/query/bitsAllClear', BITS, [
    [{ a: { $bitsAllClear: [1, 5] } }, [2, 3]],
    [{ a: { $bitsAllClear: 35 } }, [2, 3]],
  ]),
  ...table('operator/query/bitsAnySet', BITS, [
    [{ a: { $bitsAnySet: [1, 5] } }, [1]],
    [{ a: { $bitsAnySet: 35 } }, [1]],
  ]),
  ...table('operator/query/bitsAnyClear', BITS, [
    [{ a: { $bitsAnyClear: [1, 5] } }, [2, 3]],
    [{ a: { $bitsAnyClear: 35 } }, [1, 2, 3]],
  ]),
];

export const QUERIES: readonly QueryExample[] = [...comparison, ...logic, ...element, ...evaluation, ...bits];
