import * as glassEasel from 'glass-easel';
import { fire, fireTouch, type Touch } from '../events/dispatch';
import { builtinFunctions } from './builtinFunctions';
import { dataAt, toPlainData } from './data';
import type { AutomationDeps } from './deps';
import { type Elements, nodeOf } from './elements';
import { toPlain } from './plain';
import { readProperty } from './properties';
import { toWxml } from './wxml';

type Params = Record<string, unknown>;

export function elementCommands(deps: AutomationDeps, elements: Elements) {
  const elementOf = ({ elementId }: Params) => elements.get(elementId);
  return {
    ...queries(elementOf, elements),
    ...readings(elementOf),
    ...touches(deps, elementOf),
    ...componentCommands(elementOf),
    'Element.getOffset': (params: Params) => offset(deps, elementOf(params)),
  };
}

function queries(elementOf: (params: Params) => glassEasel.Element, elements: Elements) {
  const find = (params: Params) => {
    const element = elementOf(params);
    const scope = glassEasel.Component.isComponent(element)
      ? element.getShadowRoot()
      : element.ownerShadowRoot;
    return scope ? elements.find(scope, nodeOf(element), String(params.selector)) : [];
  };
  return {
    'Element.getElement': (params: Params) => {
      const [first] = find(params);
      if (!first) throw new Error('no such element');
      return elements.describe(first);
    },
    'Element.getElements': (params: Params) => ({
      elements: find(params).map((one) => elements.describe(one)),
    }),
  };
}

function readings(elementOf: (params: Params) => glassEasel.Element) {
  const each = (params: Params, read: (name: string) => unknown) =>
    (params.names as string[]).map((name) => toPlain(read(name)) ?? null);
  return {
    'Element.getDOMProperties': (params: Params) => {
      const node = nodeOf(elementOf(params)) as unknown as Record<string, unknown>;
      return { properties: each(params, (name) => node[name]) };
    },
    'Element.getAttributes': (params: Params) => {
      const node = nodeOf(elementOf(params));
      return { attributes: each(params, (name) => node.getAttribute(name)) };
    },
    'Element.getStyles': (params: Params) => {
      const style = getComputedStyle(nodeOf(elementOf(params)));
      return { styles: each(params, (name) => style.getPropertyValue(name)) };
    },
    'Element.getProperties': (params: Params) => {
      const element = elementOf(params);
      return { properties: each(params, (name) => readProperty(element, name)) };
    },
    'Element.getWXML': (params: Params) => ({
      wxml: toWxml(nodeOf(elementOf(params)), params.type === 'outer'),
    }),
  };
}

function touches({ stack }: AutomationDeps, elementOf: (params: Params) => glassEasel.Element) {
  const touch = (type: string) => (params: Params) => {
    const list = (params.touches as Touch[] | undefined) ?? [];
    const changed =
      (params.changedTouches as Touch[] | undefined) ?? (params.changeTouches as Touch[] | undefined) ?? list;
    fireTouch(elementOf(params), type, {}, { touches: list, changedTouches: changed });
    return {};
  };
  return {
    'Element.tap': (params: Params) => {
      const element = elementOf(params);
      const { left, top, width, height } = nodeOf(element).getBoundingClientRect();
      const pageTop = stack.top()?.frame.getBoundingClientRect().top ?? 0;
      const at = { x: left + width / 2, y: top - pageTop + height / 2 };
      const finger: Touch = { identifier: 0, pageX: at.x, pageY: at.y, clientX: at.x, clientY: at.y };
      fireTouch(element, 'touchstart', {}, { touches: [finger], changedTouches: [finger] });
      fireTouch(element, 'touchend', {}, { touches: [], changedTouches: [finger] });
      fireTouch(element, 'tap', at, { touches: [], changedTouches: [finger] });
      return {};
    },
    'Element.touchstart': touch('touchstart'),
    'Element.touchmove': touch('touchmove'),
    'Element.touchend': touch('touchend'),
    'Element.dispatchEvent': (params: Params) => {
      if (params.touches || params.changeTouches) return touch(String(params.eventName))(params);
      fire(elementOf(params), String(params.eventName), params.detail ?? {}, true);
      return {};
    },
    'Element.callFunction': async (params: Params) => {
      const name = String(params.functionName);
      const run = builtinFunctions[name];
      if (!run) throw new Error(`${name} is not supported by the simulator`);
      return { result: await run(nodeOf(elementOf(params)), (params.args as unknown[] | undefined) ?? []) };
    },
    'Element.callContextMethod': () => {
      throw new Error('Element.callContextMethod is not supported by the simulator');
    },
    'Element.triggerEvent': (params: Params) => {
      fire(elementOf(params), String(params.type), params.detail ?? {});
      return {};
    },
  };
}

function componentCommands(elementOf: (params: Params) => glassEasel.Element) {
  const callerOf = (params: Params) => {
    const element = elementOf(params);
    if (!glassEasel.Component.isComponent(element)) throw new Error('the element is no custom component');
    return element.getMethodCaller() as { data: unknown; setData(data: unknown): void } & Record<
      string,
      unknown
    >;
  };
  return {
    'Element.getData': (params: Params) => ({
      data: toPlainData(dataAt(callerOf(params).data, params.path)),
    }),
    'Element.setData': (params: Params) => {
      callerOf(params).setData(params.data);
      return {};
    },
    'Element.callMethod': async (params: Params) => {
      const caller = callerOf(params);
      const method = caller[String(params.method)];
      if (typeof method !== 'function') throw new Error(`component.${String(params.method)} not exists`);
      return { result: toPlain(await method.apply(caller, (params.args as unknown[] | undefined) ?? [])) };
    },
  };
}

function offset({ stack }: AutomationDeps, element: glassEasel.Element) {
  const { left, top } = nodeOf(element).getBoundingClientRect();
  const scroller = stack.top()?.scroller;
  const origin = scroller?.getBoundingClientRect();
  return { left: left - (origin?.left ?? 0), top: top - (origin?.top ?? 0) + (scroller?.scrollTop ?? 0) };
}
