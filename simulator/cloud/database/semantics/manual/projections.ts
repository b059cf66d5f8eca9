import type { Fields } from '../document';
import type { QueryExample } from './example';

const SCHOOLS: Fields[] = [
  {
    _id: 1,
    zipcode: '63109',
    students: [
      { name: 'john', school: 102, age: 10 },
      { name: 'jess', school: 102, age: 11 },
      { name: 'jeff', school: 108, age: 15 },
    ],
  },
  {
    _id: 2,
    zipcode: '63110',
    students: [
      { name: 'ajax', school: 100, age: 7 },
      { name: 'achilles', school: 100, age: 8 },
    ],
  },
  {
    _id: 3,
    zipcode: '63109',
    students: [
      { name: 'ajax', school: 100, age: 7 },
      { name: 'achilles', school: 100, age: 8 },
    ],
  },
  {
    _id: 4,
    zipcode: '63109',
    students: [
      { name: 'barney', school: 102, age: 7 },
      { name: 'ruth', school: 102, age: 16 },
    ],
  },
];
const GRADES: Fields[] = [
  { _id: 1, semester: 1, grades: [70, 87, 90] },
  { _id: 2, semester: 1, grades: [90, 88, 92] },
  { _id: 3, semester: 1, grades: [85, 100, 90] },
];
const FRUIT: Fields[] = [{ _id: 1, title: 'Bagels', comments: ['0', '1', '2', '3', '4', '5'] }];
const REPORT: Fields[] = [
  {
    _id: 1,
    item: 'journal',
    status: 'A',
    size: { h: 14, w: 21, uom: 'cm' },
    instock: [
      { warehouse: 'A', qty: 5 },
      { warehouse: 'C', qty: 15 },
    ],
  },
];

/** Projections, and sorts by what is then left out. */
export const PROJECTIONS: readonly QueryExample[] = [
  {
    page: 'operator/projection/elemMatch',
    documents: SCHOOLS,
    filter: { zipcode: '63109' },
    projection: { students: { $elemMatch: { school: 102 } } },
    found: [
      { _id: 1, students: [{ name: 'john', school: 102, age: 10 }] },
      { _id: 3 },
      { _id: 4, students: [{ name: 'barney', school: 102, age: 7 }] },
    ],
  },
  {
    page: 'operator/projection/elemMatch',
    documents: SCHOOLS,
    filter: { zipcode: '63109' },
    projection: { students: { $elemMatch: { school: 102, age: { $gt: 10 } } } },
    found: [
      { _id: 1, students: [{ name: 'jess', school: 102, age: 11 }] },
      { _id: 3 },
      { _id: 4, students: [{ name: 'ruth', school: 102, age: 16 }] },
    ],
  },
  {
    page: 'operator/projection/elemMatch',
    documents: SCHOOLS,
    filter: { zipcode: '63109' },
    projection: { students: { $elemMatch: { school: 102 } } },
    sort: { 'students.age': -1 },
    found: [
      { _id: 4, students: [{ name: 'barney', school: 102, age: 7 }] },
      { _id: 1, students: [{ name: 'john', school: 102, age: 10 }] },
      { _id: 3 },
    ],
  },
  {
    page: 'operator/projection/positional',
    documents: GRADES,
    filter: { semester: 1, grades: { $gte: 85 } },
    projection: { 'grades.$': 1 },
    found: [
      { _id: 1, grades: [87] },
      { _id: 2, grades: [90] },
      { _id: 3, grades: [85] },
    ],
  },
  {
    page: 'operator/projection/slice',
    documents: FRUIT,
    filter: {},
    projection: { comments: { $slice: 3 } },
    found: [{ _id: 1, title: 'Bagels', comments: ['0', '1', '2'] }],
  },
  {
    page: 'operator/projection/slice',
    documents: FRUIT,
    filter: {},
    projection: { comments: { $slice: -3 } },
    found: [{ _id: 1, title: 'Bagels', comments: ['3', '4', '5'] }],
  },
  {
    page: 'operator/projection/slice',
    documents: FRUIT,
    filter: {},
    projection: { comments: { $slice: [1, 3] } },
    found: [{ _id: 1, title: 'Bagels', comments: ['1', '2', '3'] }],
  },
  {
    page: 'tutorial/project-fields-from-query-results',
    documents: REPORT,
    filter: { status: 'A' },
    projection: { item: 1, status: 1 },
    found: [{ _id: 1, item: 'journal', status: 'A' }],
  },
  {
    page: 'tutorial/project-fields-from-query-results',
    documents: REPORT,
    filter: { status: 'A' },
    projection: { item: 1, status: 1, _id: 0 },
    found: [{ item: 'journal', status: 'A' }],
  },
  {
    page: 'tutorial/project-fields-from-query-results',
    documents: REPORT,
    filter: { status: 'A' },
    projection: { status: 0, instock: 0 },
    found: [{ _id: 1, item: 'journal', size: { h: 14, w: 21, uom: 'cm' } }],
  },
  {
    page: 'tutorial/project-fields-from-query-results',
    documents: REPORT,
    filter: { status: 'A' },
    projection: { item: 1, status: 1, 'size.uom': 1 },
    found: [{ _id: 1, item: 'journal', status: 'A', size: { uom: 'cm' } }],
  },
  {
    page: 'tutorial/project-fields-from-query-results',
    documents: REPORT,
    filter: { status: 'A' },
    projection: { 'size.uom': 0, instock: 0 },
    found: [{ _id: 1, item: 'journal', status: 'A', size: { h: 14, w: 21 } }],
  },
  {
    page: 'tutorial/project-fields-from-query-results',
    documents: REPORT,
    filter: { status: 'A' },
    projection: { item: 1, 'instock.qty': 1 },
    found: [{ _id: 1, item: 'journal', instock: [{ qty: 5 }, { qty: 15 }] }],
  },
  {
    page: 'tutorial/project-fields-from-query-results',
    documents: REPORT,
    filter: { status: 'A' },
    projection: { item: 1, status: 1, instock: { $slice: -1 } },
    found: [{ _id: 1, item: 'journal', status: 'A', instock: [{ warehouse: 'C', qty: 15 }] }],
  },
];
