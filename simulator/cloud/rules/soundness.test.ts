import fc from 'fast-check';
import { compileFilter } from '../database/semantics/match';
import { mayCreate, mayQuery, type RuleWorld } from './decide';

const world: RuleWorld = { auth: null, now: 0 };

const field = fc.constantFrom('a', 'b');
const small = fc.integer({ min: 0, max: 3 });
const condition = fc.oneof(
  small,
  fc.record({ $gt: small }),
  fc.record({ $lte: small }),
  fc.record({ $ne: small }),
  fc.record({ $in: fc.array(small, { minLength: 1, maxLength: 3 }) }),
);
const clause = fc.dictionary(field, condition, { maxKeys: 2 });
const filters = fc.oneof(clause, fc.record({ $or: fc.array(clause, { minLength: 1, maxLength: 3 }) }));
const comparison = fc
  .tuple(field, fc.constantFrom('==', '!=', '>', '>=', '<', '<='), small)
  .map(([name, operator, value]) => `doc.${name} ${operator} ${value}`);
const rules = fc
  .tuple(comparison, fc.constantFrom('&&', '||'), comparison, fc.boolean())
  .map(([one, operator, other, isNegated]) => `${isNegated ? '!' : ''}(${one} ${operator} ${other})`);

test('an allowed query never finds a document that breaks the rule', () => {
  let allowed = 0;
  const property = fc.property(rules, filters, (rule, filter) => {
    if (!mayQuery(rule, filter, world)) return;
    allowed += 1;
    const matches = compileFilter(filter);
    for (const a of [undefined, 0, 1, 2, 3])
      for (const b of [undefined, 0, 1, 2, 3]) {
        const document = { _id: 'x', ...(a !== undefined && { a }), ...(b !== undefined && { b }) };
        if (matches(document)) expect(mayCreate(rule, document, world)).toBe(true);
      }
  });
  fc.assert(property, { seed: 7, numRuns: 3000 });
  expect(allowed).toBeGreaterThan(100);
});
