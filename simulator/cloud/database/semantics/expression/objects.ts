import { type Fields, isFields, isNullish, setField, typeName, type Value } from '../document';
import { refuse } from '../refusal';
import { type Operators, unary } from './operator';

function readPair(element: Value): [string, Value] {
  if (Array.isArray(element)) {
    const [key, value] = element;
    if (element.length !== 2) {
      throw refuse(
        `$arrayToObject requires an array of size 2 arrays,found array of size: ${element.length}`,
      );
    }
    if (typeof key !== 'string') {
      throw refuse(
        `$arrayToObject requires an array of key-value pairs, where the key must be of type string. Found key type: ${typeName(key)}`,
      );
    }
    return [key, value!];
  }
  if (!isFields(element)) {
    throw refuse(`Unrecognised input type format for $arrayToObject: ${typeName(element)}`);
  }
  const { k, v } = element;
  if (Object.keys(element).length !== 2 || k === undefined || v === undefined) {
    throw refuse("$arrayToObject requires an object with keys 'k' and 'v'.");
  }
  if (typeof k !== 'string') {
    throw refuse(
      `$arrayToObject requires an object with keys 'k' and 'v', where the value of 'k' must be of type string. Found type: ${typeName(k)}`,
    );
  }
  return [k, v];
}

const arrayToObject = unary((list) => {
  if (isNullish(list)) return null;
  if (!Array.isArray(list)) throw refuse(`$arrayToObject requires an array input, found: ${typeName(list)}`);
  const result: Fields = {};
  for (const element of list) setField(result, ...readPair(element));
  return result;
});

const objectToArray = unary((fields) => {
  if (isNullish(fields)) return null;
  if (!isFields(fields)) throw refuse(`$objectToArray requires a document input, found: ${typeName(fields)}`);
  return Object.entries(fields).map(([k, v]) => ({ k, v }));
});

export const OBJECTS: Operators = { $arrayToObject: arrayToObject, $objectToArray: objectToArray };
