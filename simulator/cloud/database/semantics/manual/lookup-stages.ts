import type { Fields } from '../document';
import { date, type PipelineExample } from './example';

const ORDERS: Fields[] = [
  { _id: 1, item: 'almonds', price: 12, quantity: 2 },
  { _id: 2, item: 'pecans', price: 20, quantity: 1 },
  { _id: 3 },
];
const INVENTORY: Fields[] = [
  { _id: 1, sku: 'almonds', description: 'product 1', instock: 120 },
  { _id: 2, sku: 'bread', description: 'product 2', instock: 80 },
  { _id: 3, sku: 'cashews', description: 'product 3', instock: 60 },
  { _id: 4, sku: 'pecans', description: 'product 4', instock: 70 },
  { _id: 5, sku: null, description: 'Incomplete' },
  { _id: 6 },
];
const CLASSES: Fields[] = [
  { _id: 1, title: 'Reading is ...', enrollmentlist: ['giraffe2', 'pandabear', 'artie'] },
  { _id: 2, title: 'But Writing ...', enrollmentlist: ['giraffe1', 'artie'] },
];
const MEMBERS: Fields[] = [
  { _id: 1, name: 'artie' },
  { _id: 2, name: 'giraffe' },
  { _id: 3, name: 'giraffe1' },
  { _id: 4, name: 'panda' },
  { _id: 5, name: 'pandabear' },
  { _id: 6, name: 'giraffe2' },
];
const ITEMS: Fields[] = [
  { _id: 1, item: 'almonds', description: 'almond clusters', instock: 120 },
  { _id: 3, item: 'pecans', description: 'candied pecans', instock: 60 },
];
const ORDERED: Fields[] = [
  { _id: 1, item: 'almonds', price: 12, ordered: 2 },
  { _id: 2, item: 'pecans', price: 20, ordered: 1 },
  { _id: 3, item: 'cookies', price: 10, ordered: 60 },
];
const WAREHOUSES: Fields[] = [
  { _id: 1, stock_item: 'almonds', warehouse: 'A', instock: 120 },
  { _id: 2, stock_item: 'pecans', warehouse: 'A', instock: 80 },
  { _id: 3, stock_item: 'almonds', warehouse: 'B', instock: 60 },
  { _id: 4, stock_item: 'cookies', warehouse: 'B', instock: 40 },
  { _id: 5, stock_item: 'cookies', warehouse: 'A', instock: 80 },
];
const HOLIDAYS: Fields[] = [
  { _id: 1, year: 2018, name: 'New Years', date: date('2018-01-01') },
  { _id: 2, year: 2018, name: 'Pi Day', date: date('2018-03-14') },
  { _id: 4, year: 2017, name: 'New Years', date: date('2017-01-01') },
];
const IN_2018: Fields[] = [
  { name: 'New Years', date: date('2018-01-01') },
  { name: 'Pi Day', date: date('2018-03-14') },
];
const RESTAURANTS: Fields[] = [
  { _id: 1, name: 'American Steak House', food: ['filet', 'sirloin'], beverages: ['beer', 'wine'] },
  { _id: 2, name: 'Honest John Pizza', food: ['cheese pizza', 'pepperoni pizza'], beverages: ['soda'] },
];
const MEALS: Fields[] = [
  { _id: 1, item: 'filet', restaurant_name: 'American Steak House' },
  { _id: 2, item: 'cheese pizza', restaurant_name: 'Honest John Pizza', drink: 'lemonade' },
  { _id: 3, item: 'cheese pizza', restaurant_name: 'Honest John Pizza', drink: 'soda' },
];

export const LOOKUPS: readonly PipelineExample[] = [
  {
    page: 'operator/aggregation/lookup',
    documents: ORDERS,
    others: { inventory: INVENTORY },
    stages: [
      { $lookup: { from: 'inventory', localField: 'item', foreignField: 'sku', as: 'inventory_docs' } },
    ],
    results: [
      { ...ORDERS[0], inventory_docs: [INVENTORY[0]!] },
      { ...ORDERS[1], inventory_docs: [INVENTORY[3]!] },
      { _id: 3, inventory_docs: [INVENTORY[4]!, INVENTORY[5]!] },
    ],
  },
  {
    page: 'operator/aggregation/lookup',
    documents: CLASSES,
    others: { members: MEMBERS },
    stages: [
      {
        $lookup: { from: 'members', localField: 'enrollmentlist', foreignField: 'name', as: 'enrollee_info' },
      },
    ],
    results: [
      { ...CLASSES[0], enrollee_info: [MEMBERS[0]!, MEMBERS[4]!, MEMBERS[5]!] },
      { ...CLASSES[1], enrollee_info: [MEMBERS[0]!, MEMBERS[2]!] },
    ],
  },
  {
    page: 'operator/aggregation/lookup',
    documents: ORDERS.slice(0, 2),
    others: { items: ITEMS },
    stages: [
      { $lookup: { from: 'items', localField: 'item', foreignField: 'item', as: 'fromItems' } },
      { $replaceRoot: { newRoot: { $mergeObjects: [{ $arrayElemAt: ['$fromItems', 0] }, '$$ROOT'] } } },
      { $project: { fromItems: 0 } },
    ],
    results: [
      { _id: 1, item: 'almonds', description: 'almond clusters', instock: 120, price: 12, quantity: 2 },
      { _id: 2, item: 'pecans', description: 'candied pecans', instock: 60, price: 20, quantity: 1 },
    ],
  },
  {
    page: 'operator/aggregation/lookup',
    documents: ORDERED,
    others: { warehouses: WAREHOUSES },
    stages: [
      {
        $lookup: {
          from: 'warehouses',
          let: { order_item: '$item', order_qty: '$ordered' },
          pipeline: [
            {
              $match: {
                $expr: {
                  $and: [{ $eq: ['$stock_item', '$$order_item'] }, { $gte: ['$instock', '$$order_qty'] }],
                },
              },
            },
            { $project: { stock_item: 0, _id: 0 } },
          ],
          as: 'stockdata',
        },
      },
    ],
    results: [
      {
        ...ORDERED[0],
        stockdata: [
          { warehouse: 'A', instock: 120 },
          { warehouse: 'B', instock: 60 },
        ],
      },
      { ...ORDERED[1], stockdata: [{ warehouse: 'A', instock: 80 }] },
      { ...ORDERED[2], stockdata: [{ warehouse: 'A', instock: 80 }] },
    ],
  },
  {
    page: 'operator/aggregation/lookup',
    documents: [
      { _id: 1, student: 'Ann Aardvark' },
      { _id: 2, student: 'Zoe Zebra' },
    ],
    others: { holidays: HOLIDAYS },
    stages: [
      {
        $lookup: {
          from: 'holidays',
          pipeline: [
            { $match: { year: 2018 } },
            { $project: { _id: 0, date: { name: '$name', date: '$date' } } },
            { $replaceRoot: { newRoot: '$date' } },
          ],
          as: 'holidays',
        },
      },
    ],
    results: [
      { _id: 1, student: 'Ann Aardvark', holidays: IN_2018 },
      { _id: 2, student: 'Zoe Zebra', holidays: IN_2018 },
    ],
  },
  {
    page: 'operator/aggregation/lookup',
    documents: MEALS,
    others: { restaurants: RESTAURANTS },
    stages: [
      {
        $lookup: {
          from: 'restaurants',
          localField: 'restaurant_name',
          foreignField: 'name',
          let: { orders_drink: '$drink' },
          pipeline: [{ $match: { $expr: { $in: ['$$orders_drink', '$beverages'] } } }],
          as: 'matches',
        },
      },
    ],
    results: [
      { ...MEALS[0], matches: [] },
      { ...MEALS[1], matches: [] },
      { ...MEALS[2], matches: [RESTAURANTS[1]!] },
    ],
  },
];
