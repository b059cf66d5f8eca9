import type { OpenPage } from '../pages/page';
import { dataAt, toPlainData } from './data';
import type { AutomationDeps } from './deps';
import { type Elements, nodeOf } from './elements';
import { toPlain } from './plain';
import { findByXpath } from './xpath';

type Params = Record<string, unknown>;

export function pageCommands({ stack }: AutomationDeps, elements: Elements) {
  const pageOf = ({ pageId }: Params): OpenPage => {
    const page = stack.byId(Number(pageId));
    if (!page) throw new Error(`no such page: ${String(pageId)}`);
    return page;
  };
  const find = (params: Params) => {
    const { component } = pageOf(params);
    return elements.find(component.getShadowRoot()!, nodeOf(component), String(params.selector));
  };
  const findXpath = (params: Params) => {
    const { component } = pageOf(params);
    const scope = component.getShadowRoot();
    const found = findByXpath(nodeOf(component), String(params.selector)).map((node) => node.__wxElement);
    return found
      .filter((element) => element !== undefined && element.ownerShadowRoot === scope)
      .map((one) => one!);
  };
  return {
    'Page.getElementByXpath': (params: Params) => {
      const [first] = findXpath(params);
      if (!first) throw new Error('no such element');
      return elements.describe(first);
    },
    'Page.getElementsByXpath': (params: Params) => ({
      elements: findXpath(params).map((one) => elements.describe(one)),
    }),
    'Page.getElement': (params: Params) => {
      const [first] = find(params);
      if (!first) throw new Error('no such element');
      return elements.describe(first);
    },
    'Page.getElements': (params: Params) => ({ elements: find(params).map((one) => elements.describe(one)) }),
    'Page.getData': (params: Params) => ({
      data: toPlainData(dataAt(pageOf(params).instance.data, params.path)),
    }),
    'Page.setData': (params: Params) => {
      pageOf(params).instance.setData(params.data as Record<string, unknown>);
      return {};
    },
    'Page.callMethod': async (params: Params) => {
      const { instance } = pageOf(params);
      const method = instance[String(params.method)];
      if (typeof method !== 'function') throw new Error(`page.${String(params.method)} not exists`);
      return { result: toPlain(await method.apply(instance, (params.args as unknown[] | undefined) ?? [])) };
    },
    'Page.getWindowProperties': (params: Params) => {
      const page = pageOf(params);
      return { properties: (params.names as string[]).map((name) => windowProperty(page, name)) };
    },
  };
}

function windowProperty(page: OpenPage, name: string): unknown {
  const property = name.split('.').at(-1) as 'scrollTop' | 'scrollWidth' | 'scrollHeight';
  if (name === 'document.body.scrollTop') return 0;
  const value = page.scroller[property];
  if (value === undefined) throw new Error(`${name} is not supported by the simulator`);
  return value;
}
