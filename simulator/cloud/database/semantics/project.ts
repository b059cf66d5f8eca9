import { type Document, type Fields, isFields, render, typeName, type Value } from './document';
import { compileFilter } from './match';
import { positionalPlace } from './positional';
import { type Compute, exclude, include, plant, type Tree } from './projection-tree';
import { notEmulated, refuse } from './refusal';

function slice(argument: Value): Compute {
  const [first, count] = Array.isArray(argument) ? argument : [argument, undefined];
  if (typeof first !== 'number' || (count !== undefined && typeof count !== 'number')) {
    throw refuse(
      `Invalid $slice syntax. The given syntax {$slice: ${render(argument)}} did not match the find() syntax`,
    );
  }
  if (count !== undefined && count <= 0) throw refuse(`First argument to $slice must be positive: ${count}`);
  return (value) => {
    if (!Array.isArray(value)) return value;
    if (count === undefined) return first < 0 ? value.slice(first) : value.slice(0, first);
    const from = first < 0 ? Math.max(0, value.length + first) : first;
    return value.slice(from, from + count);
  };
}

function elemMatch(argument: Value): Compute {
  if (!isFields(argument))
    throw refuse(`elemMatch: Invalid argument, object required, but got ${typeName(argument)}`);
  const matches = compileFilter({ list: { $elemMatch: argument } });
  return (value) => {
    if (!Array.isArray(value)) return undefined;
    const found = value.find((element) => matches({ list: [element] } as never));
    return found === undefined ? undefined : [found];
  };
}

/** `{"list.$": 1}`: only the element that the query's filter found. */
function positional(filter: unknown): Compute {
  return (value, document) => {
    if (!Array.isArray(value)) return value;
    const place = positionalPlace(document, filter);
    if (place === undefined) {
      throw refuse(
        "Executor error during find command :: caused by :: positional operator '.$' couldn't find a matching element in the array",
      );
    }
    return [value[place] ?? null];
  };
}

type Kind = 'include' | 'exclude' | 'neutral';

class Projection {
  readonly tree: Tree = new Map();
  private kind: 'include' | 'exclude' | undefined;

  constructor(private readonly filter: unknown) {}

  /** Whether named fields are the only ones left; a projection of `_id: 0` alone leaves the others. */
  get including(): boolean {
    return this.kind === 'include' || (this.kind === undefined && this.tree.get('_id') === 'keep');
  }

  readFields(fields: Fields, prefix: string): void {
    for (const [name, condition] of Object.entries(fields)) this.readField(`${prefix}${name}`, condition);
  }

  private readField(path: string, condition: Value): void {
    if (isFields(condition)) this.readDocument(path, condition);
    else if (path.endsWith('.$')) this.add(path.slice(0, -2), positional(this.filter), 'include');
    else if (typeof condition === 'boolean' || typeof condition === 'number') {
      const keep = condition !== false && condition !== 0;
      const kind = keep ? 'include' : 'exclude';
      this.add(path, keep ? 'keep' : 'drop', path === '_id' ? 'neutral' : kind);
    } else {
      throw refuse(`Unsupported projection option: ${path}: ${render(condition)}`);
    }
  }

  private readDocument(path: string, condition: Fields): void {
    const [operator, ...others] = Object.keys(condition);
    if (operator === undefined)
      throw refuse('An empty sub-projection is not a valid value. Found empty object at path');
    if (!operator.startsWith('$')) {
      this.readFields(condition, `${path}.`);
      return;
    }
    if (others.length > 0) throw refuse(`>1 field in obj: ${render(condition)}`);
    if (operator === '$slice') this.add(path, slice(condition.$slice!), 'neutral');
    else if (operator === '$elemMatch') this.add(path, elemMatch(condition.$elemMatch!), 'include');
    else if (operator === '$meta') throw notEmulated('$meta');
    else throw refuse(`Unsupported projection option: ${path}: ${render(condition)}`);
  }

  private add(path: string, leaf: 'keep' | 'drop' | Compute, kind: Kind): void {
    if (kind !== 'neutral') {
      if (this.kind !== undefined && this.kind !== kind) {
        throw refuse(
          kind === 'include'
            ? `Cannot do inclusion on field ${path} in exclusion projection`
            : `Cannot do exclusion on field ${path} in inclusion projection`,
        );
      }
      this.kind = kind;
    }
    plant(this.tree, path, leaf);
  }
}

/**
 * A find's projection: fields kept or left out, `$slice`, `$elemMatch`, and `list.$` (which needs the query's filter).
 * Computed fields are refused: WeChat Cloud documents none.
 */
export function compileProjection(
  projection: unknown,
  filter?: unknown,
): (document: Document) => Record<string, Value> {
  if (projection === undefined || projection === null) return (document) => document;
  if (!isFields(projection)) throw refuse('Expected field projection to be of type object');
  const plan = new Projection(filter);
  plan.readFields(projection, '');
  const { tree } = plan;
  if (tree.size === 0) return (document) => document;
  if (!plan.including) return (document) => exclude(document, tree, document);
  if (!tree.has('_id')) tree.set('_id', 'keep');
  return (document) => include(document, tree, document);
}
