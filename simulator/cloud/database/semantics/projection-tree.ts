import { type Fields, getField, isFields, setField, type Value } from './document';
import { refuse } from './refusal';

/** Computes what a projected field becomes: from its own value and the whole document. */
export type Compute = (value: Value | undefined, document: Fields) => Value | undefined;
/** A projected field: kept, left out, computed, or a document with projected fields of its own. */
export type Leaf = 'keep' | 'drop' | Compute;
export type Tree = Map<string, Leaf | Tree>;

/** Puts a leaf at a dotted path; two leaves on one path are refused. */
export function plant(tree: Tree, path: string, leaf: Leaf): void {
  const parts = path.split('.');
  if (parts.includes('')) throw refuse("FieldPath must not end with a '.'.");
  let branch = tree;
  for (const [at, part] of parts.entries()) {
    const there = branch.get(part);
    if (at === parts.length - 1) {
      if (there !== undefined) throw refuse(`Path collision at ${path}`);
      branch.set(part, leaf);
    } else if (there instanceof Map) {
      branch = there;
    } else {
      if (there !== undefined) {
        throw refuse(`Path collision at ${path} remaining portion ${parts.slice(at + 1).join('.')}`);
      }
      const next: Tree = new Map();
      branch.set(part, next);
      branch = next;
    }
  }
}

/** Only the tree's fields, in the document's own order. Scalars below a branch are left out, as MongoDB does. */
export function include(fields: Fields, tree: Tree, document: Fields): Fields {
  const result: Fields = {};
  for (const name of Object.keys(fields)) {
    const leaf = tree.get(name);
    if (leaf === undefined || leaf === 'drop') continue;
    const value = getField(fields, name)!;
    const projected = leaf === 'keep' ? value : applyLeaf(leaf, value, document, includeBelow);
    if (projected !== undefined) setField(result, name, projected);
  }
  return result;
}

type Descend = (value: Value, tree: Tree, document: Fields) => Value | undefined;

function applyLeaf(
  leaf: Compute | Tree,
  value: Value,
  document: Fields,
  descend: Descend,
): Value | undefined {
  return leaf instanceof Map ? descend(value, leaf, document) : leaf(value, document);
}

function includeBelow(value: Value, tree: Tree, document: Fields): Value | undefined {
  if (Array.isArray(value)) {
    return value
      .map((element) => includeBelow(element, tree, document))
      .filter((element) => element !== undefined);
  }
  return isFields(value) ? include(value, tree, document) : undefined;
}

/** All fields but those the tree drops; computed ones are replaced. */
export function exclude(fields: Fields, tree: Tree, document: Fields): Fields {
  const result: Fields = {};
  for (const name of Object.keys(fields)) {
    const leaf = tree.get(name);
    const value = getField(fields, name)!;
    if (leaf === 'drop') continue;
    const projected =
      leaf === undefined || leaf === 'keep' ? value : applyLeaf(leaf, value, document, excludeBelow);
    if (projected !== undefined) setField(result, name, projected);
  }
  return result;
}

function excludeBelow(value: Value, tree: Tree, document: Fields): Value {
  if (Array.isArray(value)) return value.map((element) => excludeBelow(element, tree, document));
  return isFields(value) ? exclude(value, tree, document) : value;
}

/** Sets the tree's computed fields, making embedded documents where there are none and going into every array element. */
export function addComputed(fields: Fields, tree: Tree, document: Fields): Fields {
  const result = { ...fields };
  for (const [name, leaf] of tree) {
    if (leaf === 'keep' || leaf === 'drop') continue;
    const value = getField(fields, name);
    const computed = leaf instanceof Map ? addBelow(value, leaf, document) : leaf(value, document);
    if (computed === undefined) delete result[name];
    else setField(result, name, computed);
  }
  return result;
}

function hasComputed(tree: Tree): boolean {
  return [...tree.values()].some(
    (leaf) => typeof leaf === 'function' || (leaf instanceof Map && hasComputed(leaf)),
  );
}

function addBelow(value: Value | undefined, tree: Tree, document: Fields): Value | undefined {
  if (!hasComputed(tree)) return value;
  if (Array.isArray(value)) return value.map((element) => addBelow(element, tree, document)!);
  return addComputed(isFields(value) ? value : {}, tree, document);
}
